import { callFor } from '../load';
import type { CallFigures, PreparedCall } from '../load';
import { inPairs, pairName } from '../pairs';
import type { Pair } from '../pairs';
import type { Stage } from '../stage';
import { quantile } from '../statistics';
import { figure } from '../table';
import { measure } from '../window';
import type { Window } from '../window';

/** Calls of one side at one level of concurrency. */
export type CallWindow = Window<CallFigures>;

/** One caller after the other, and ten at once. */
export const LEVELS = [1, 10] as const;
export type Level = (typeof LEVELS)[number];

const WARM_UP_MS = 500;

/** Measures both sides at both levels; a side has half of its time for each. */
export async function callPairs(
  stage: Stage,
  question: string,
  sides: Pair<() => PreparedCall>,
  prove: () => Promise<void>,
): Promise<Record<Level, Pair<CallWindow>[]>> {
  const { options, print } = stage;
  const bothLevels = async (prepare: () => PreparedCall): Promise<Record<Level, CallWindow>> => ({
    1: await calling(stage, prepare, 1),
    10: await calling(stage, prepare, 10),
  });
  const pairs = await inPairs(
    options.pairs,
    { ours: provenLevels, peer: () => bothLevels(sides.peer) },
    ({ ours, peer }, number) =>
      print(
        `${pairName(question, number, options.pairs)}: p50 ours ${figure(latency(0.5)(ours[1]))} ms, peer ${figure(latency(0.5)(peer[1]))} ms; ten at once ${figure(latency(0.5)(ours[10]))} and ${figure(latency(0.5)(peer[10]))}`,
      ),
  );
  const at = (level: Level): Pair<CallWindow>[] =>
    pairs.map(({ ours, peer }) => ({ ours: ours[level], peer: peer[level] }));
  return { 1: at(1), 10: at(10) };

  async function provenLevels(): Promise<Record<Level, CallWindow>> {
    const windows = await bothLevels(sides.ours);
    await prove();
    return windows;
  }
}

/** The latency of a window, in milliseconds, below which the share `q` of its calls lies. */
export function latency(q: number): (window: CallWindow) => number {
  return ({ figures }) => quantile(figures.latenciesMs, q);
}

async function calling(stage: Stage, prepare: () => PreparedCall, concurrency: Level): Promise<CallWindow> {
  const { options, signal } = stage;
  await callFor(prepare, { concurrency, ms: WARM_UP_MS, signal });
  const ms = (1000 * options.seconds) / LEVELS.length;
  return measure(
    stage,
    () => callFor(prepare, { concurrency, ms, signal }),
    ({ latenciesMs }) => latenciesMs.length,
  );
}
