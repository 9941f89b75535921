import { judgeRatio } from '../goals';
import type { Goal, Outcome } from '../goals';
import { ClosedLoop } from '../load';
import type { Flow } from '../load';
import { compare, inPairs, pairName } from '../pairs';
import { PeerFlow } from '../peer';
import { cpuSum } from '../../rig';
import type { Stage } from '../stage';
import { figure } from '../table';
import { measure } from '../window';
import type { Window } from '../window';
import { cpuTable } from './cpu-table';
import type { CpuTable } from './cpu-table';

const RATE: Goal = {
  question: 'Q1',
  what: 'sales a second, webhook → active and told',
  unit: '/s',
  sense: 'at least',
  limit: 0.8,
};
const CPU: Goal = {
  question: 'Q1',
  what: 'CPU for each sale, all but the simulator',
  unit: 'ms',
  sense: 'at most',
  limit: 1.3,
};

/** Q1: how fast sales become cashback, beside bare workflows with as many empty activities. */
export async function measureRate(
  stage: Stage,
  activities: number,
  prove: () => Promise<void>,
): Promise<{ outcomes: Outcome[]; cpu: CpuTable }> {
  const { options, client, peer, sales, print } = stage;
  const peerFlow = new PeerFlow(client, peer.ready.port, activities);
  const pairs = await inPairs(
    options.pairs,
    { ours: () => provenFlowing(), peer: () => flowing(stage, peerFlow) },
    ({ ours, peer: bare }, number) =>
      print(
        `${pairName('Q1', number, options.pairs)}: ours ${figure(perSecond(ours))}/s and ${figure(costOf(ours))} CPU ms, peer ${figure(perSecond(bare))}/s and ${figure(costOf(bare))}`,
      ),
  );
  const outcomes = [judgeRatio(RATE, compare(pairs, perSecond)), judgeRatio(CPU, compare(pairs, costOf))];
  return { outcomes, cpu: cpuTable('each sale (Q1)', pairs) };

  async function provenFlowing(): Promise<Window<number>> {
    const window = await flowing(stage, sales);
    await prove();
    return window;
  }
}

/** The rate while as many are in flight as may be: the beginning and the end of the loop are not counted. */
async function flowing(stage: Stage, flow: Flow): Promise<Window<number>> {
  const { concurrency, seconds } = stage.options;
  const loop = new ClosedLoop(flow, { concurrency, signal: stage.signal });
  await loop.runUpTo(concurrency);
  const work = async (): Promise<number> => {
    const before = loop.completed;
    await loop.runDuring(1000 * seconds);
    return loop.completed - before;
  };
  return measure(
    stage,
    work,
    (count) => count,
    () => loop.drain(),
  );
}

function perSecond({ figures: count, ms }: Window<number>): number {
  return (1000 * count) / ms;
}

function costOf({ cpuEach }: Window<number>): number {
  return cpuSum(cpuEach, ['simulator']);
}
