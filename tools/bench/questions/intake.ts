import { waitUntil } from '../../processes';
import { judgeRatio } from '../goals';
import type { Goal, Outcome } from '../goals';
import { WebhookCalls } from '../load';
import { compare } from '../pairs';
import { PeerCalls } from '../peer';
import { WrongResultError } from '../proof';
import { QUEUES } from '../../rig';
import type { Stage } from '../stage';
import { callPairs, latency, LEVELS } from './calls';
import type { Level } from './calls';
import { cpuTable } from './cpu-table';
import type { CpuTable } from './cpu-table';

const p50 = (level: Level): Goal => ({
  question: 'Q2',
  what: `webhook answered, p50, ${level} at once`,
  unit: 'ms',
  sense: 'at most',
  limit: 2,
});
const p99 = (level: Level): Goal => ({
  ...p50(level),
  what: `webhook answered, p99, ${level} at once`,
  limit: 3,
});

const COUNTED_WITHIN_MS = 20_000;

/** Q2: how long a webhook takes to be answered, beside a bare signal-with-start. No worker is at work on either. */
export async function measureIntake(
  stage: Stage,
): Promise<{ outcomes: Outcome[]; cpu: CpuTable; webhooks: number }> {
  const { client, idleApi, product, shops } = stage;
  const webhooks = new WebhookCalls(shops, idleApi, product.secrets.clientSecret);
  const bare = new PeerCalls(client);
  const pairs = await callPairs(
    stage,
    'Q2',
    { ours: () => webhooks.prepare(), peer: () => bare.announce() },
    () => proveOpened(stage, webhooks),
  );
  const outcomes = LEVELS.flatMap((level) => [
    judgeRatio(p50(level), compare(pairs[level], latency(0.5))),
    judgeRatio(p99(level), compare(pairs[level], latency(0.99))),
  ]);
  return { outcomes, cpu: cpuTable('each webhook (Q2, one at once)', pairs[1]), webhooks: webhooks.count };
}

/** Every order that was announced has its workflow, and no other is there. @throws {WrongResultError} */
async function proveOpened({ client, signal }: Stage, webhooks: WebhookCalls): Promise<void> {
  const count = async (): Promise<number> =>
    (await client.workflow.count(`TaskQueue = '${QUEUES.idleProduct}'`)).count;
  try {
    await waitUntil(async () => (await count()) === webhooks.orders, {
      what: 'Every announced order has its workflow',
      timeoutMs: COUNTED_WITHIN_MS,
      everyMs: 200,
      signal,
    });
  } catch {
    signal.throwIfAborted();
    throw new WrongResultError([`${webhooks.orders} orders announced, ${await count()} workflows opened`]);
  }
}
