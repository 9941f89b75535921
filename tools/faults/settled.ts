import { Client, Connection } from '@temporalio/client';
import type { ALERT_KINDS } from '../../src/store';
import { waitUntil } from '../processes';
import type { Deeds } from './deeds';
import type { House } from './house';

const SETTLED_WITHIN_MS = 900_000;
const LOOK_EVERY_MS = 1_000;
const SAY_EVERY_MS = 10_000;
/** Alerts that end with the next look of their watchers, or with the first answer. Others take an hour or a day, or a person. */
const SOON_OVER: readonly (typeof ALERT_KINDS)[number][] = ['queue_unattended', 'bling_silent'];

/** What is not done yet, in words; nothing: all is. */
type Look = () => Promise<string[]>;

/**
 * Waits until every sale has earned and told its customer, no run has a step before it, and the alerts that end soon by themselves have.
 *
 * @throws {WaitTimeoutError} with what is left
 */
export async function untilSettled(house: House, deeds: Deeds, print: (line: string) => void): Promise<void> {
  const connection = await Connection.connect({ address: house.temporalAddress });
  try {
    const client = new Client({ connection });
    await allOf(() => unsettled(house, deeds), house.signal, print);
    await allOf(() => busyRuns(client), house.signal, print);
  } finally {
    await connection.close();
  }
}

async function allOf(look: Look, signal: AbortSignal, print: (line: string) => void): Promise<void> {
  let saidAt = Date.now();
  await waitUntil(
    async () => {
      const left = await look();
      if (left.length === 0) return true;
      if (Date.now() - saidAt >= SAY_EVERY_MS) {
        saidAt = Date.now();
        print(`  still waiting: ${left.join(', ')}`);
      }
      throw new Error(left.join(', '));
    },
    { what: 'All that was begun is done', timeoutMs: SETTLED_WITHIN_MS, everyMs: LOOK_EVERY_MS, signal },
  );
}

async function unsettled({ db, shops }: House, { sold }: Deeds): Promise<string[]> {
  const merchantId = { $in: shops.map((shop) => shop.merchantId) };
  const count = (collection: string, filter: object): Promise<number> =>
    db.collection(collection).countDocuments({ merchantId, ...filter });
  const settled = await count('sales', { status: 'active', told: /^earned\// });
  const sending = await count('messages', { state: { $in: ['queued', 'sending'] } });
  const unwoken = await count('redemptions', { unwoken: { $exists: true } });
  const open = { resolvedAt: null, kind: { $in: SOON_OVER } };
  const alerts = await db.collection('alerts').distinct('kind', open);
  return [
    ...some(sold.size - settled, `of ${sold.size} sales`),
    ...some(sending, 'messages that are not sent'),
    ...some(unwoken, 'uses of which their sales have not been told'),
    ...some(alerts.length, `kinds of alerts that have not ended: ${alerts.join(', ')}`),
  ];
}

async function busyRuns({ workflow }: Client): Promise<string[]> {
  const busy: string[] = [];
  for await (const { workflowId } of workflow.list({ query: "ExecutionStatus = 'Running'" })) {
    const { raw } = await workflow.getHandle(workflowId).describe();
    if ((raw.pendingActivities ?? []).length > 0 || raw.pendingWorkflowTask) busy.push(workflowId);
  }
  return some(busy.length, `runs with a step before them, such as ${busy[0]}`);
}

function some(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}
