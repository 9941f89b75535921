import type { Launch } from '../rig';
import { runAll, RedemptionCalls } from './load';
import type { Redeemer } from './load';
import type { BenchOptions } from './options';
import { PeerFlow } from './peer';
import { prove } from './proof';
import {
  measureHistory,
  measureIntake,
  measureLife,
  measureMemory,
  measureRate,
  measureRedemption,
} from './questions';
import type { BenchResult } from './report';
import { setStage } from './stage';
import type { Stage } from './stage';

/**
 * Brings everything up and measures every question, one after the other.
 *
 * @throws {WrongResultError} when something was not as it must be, and nothing measured is worth anything
 */
export async function runBench(
  options: BenchOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<BenchResult> {
  const stage = await setStage(options, launch, print);
  const proveSales = (): Promise<void> =>
    prove(stage, { sold: stage.sales.sold, taken: new Map(), redemptions: 0 });

  print('Warming up: one sale in each shop …');
  await runAll(stage.sales, stage.shops.length, { concurrency: options.concurrency, signal: stage.signal });
  await proveSales();
  const history = await measureHistory(stage);
  await warmUpPeer(stage, history.activities);
  const memory = await measureMemory(stage, history.activities);
  await proveSales();
  const rate = await measureRate(stage, history.activities, proveSales);
  const intake = await measureIntake(stage);
  const redemptions = new RedemptionCalls(await customersOf(stage), stage.api);
  const redemption = await measureRedemption(stage, redemptions, () =>
    prove(stage, { sold: stage.sales.sold, taken: redemptions.taken, redemptions: redemptions.count }),
  );
  print('Following one sale through its whole life …');
  const { outcome, life } = await measureLife(stage);
  return {
    machine: stage.machine,
    options,
    activities: history.activities,
    outcomes: [
      ...rate.outcomes,
      ...intake.outcomes,
      ...redemption.outcomes,
      ...memory,
      ...history.outcomes,
      outcome,
    ],
    cpu: [rate.cpu, intake.cpu, redemption.cpu],
    life,
    proved: {
      sales: stage.sales.sold.size,
      redemptions: redemptions.count,
      webhooks: intake.webhooks,
    },
  };
}

/** The peer's worker has then run as many workflows as ours. */
async function warmUpPeer(
  { options, client, peer, shops, signal }: Stage,
  activities: number,
): Promise<void> {
  const flow = new PeerFlow(client, peer.ready.port, activities);
  await runAll(flow, shops.length, { concurrency: options.concurrency, signal });
}

/** Everybody who has bought, and so has balance. */
async function customersOf({ db, shops }: Stage): Promise<Redeemer[]> {
  const redeemers: Redeemer[] = [];
  for (const { merchantId, apiKey } of shops) {
    const customerIds = (await db.collection('sales').distinct('customerId', { merchantId })) as string[];
    redeemers.push(...customerIds.map((customerId) => ({ customerId, apiKey })));
  }
  return redeemers;
}
