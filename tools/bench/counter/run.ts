import type { Launch } from '../../rig';
import { loadsOf } from './loads';
import type { CounterOptions } from './options';
import { shortly } from './report';
import type { CounterResult } from './report';
import { setCounterStage } from './stage';
import { Till } from './till';
import { proveTill } from './proof';

const WARM_UP = { seconds: 5, perSecond: 4 };

/**
 * Brings everything up and measures redemptions beside each load.
 *
 * @throws {WrongResultError} when what was confirmed is not in the ledger exactly once
 */
export async function runCounterBench(
  options: CounterOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<CounterResult> {
  const stage = await setCounterStage(options, launch, print);
  const till = await Till.open(stage);
  await till.work(WARM_UP);
  const loads = [];
  for (const load of loadsOf(stage, options)) {
    print(`Measuring: ${load.title} …`);
    await load.prepare?.();
    const [figures] = await Promise.all([till.work(options), load.begin()]);
    loads.push({ title: load.title, figures });
    print(`  ${shortly(figures)}`);
    await load.end?.();
    if (load.found) print(`  ${await load.found()}`);
  }
  await proveTill(stage, till);
  return { options, loads };
}
