import type { WorkflowHandle } from '@temporalio/client';
import { saleWorkflowId } from '../../../src/workflows';
import { waitUntil } from '../../processes';
import { judgeFigure } from '../goals';
import type { Goal, Outcome } from '../goals';
import { SaleFlow } from '../load';
import type { SoldSale } from '../load';
import type { Stage } from '../stage';
import { median, spreadOf } from '../statistics';
import { billedActions } from './actions';

const EVENTS: Goal = {
  question: 'Q5',
  what: 'history events of a sale that waits, active and told',
  unit: 'events',
  sense: 'at most',
  limit: 60,
};
const BYTES: Goal = { ...EVENTS, what: 'bytes of its history', unit: 'KB', limit: 30 };

const ACTIONS: Goal = {
  ...EVENTS,
  what: 'Actions of Temporal Cloud in a whole life',
  unit: 'Actions',
  limit: 14,
};

const RESTS_WITHIN_MS = 30_000;
const LIVES_WITHIN_MS = 90_000;
const KB = 1000;

/** The history of one workflow. */
export interface HistorySize {
  readonly events: number;
  readonly kilobytes: number;
  readonly activities: number;
  /** What Temporal Cloud would bill. */
  readonly actions: number;
}

/** Q5: how much history a sale has written when it is active, told, and waits for its first reminder. */
export async function measureHistory(stage: Stage): Promise<{ outcomes: Outcome[]; activities: number }> {
  const sizes: HistorySize[] = [];
  for (const sale of stage.sales.sold.values()) sizes.push(await sizeAtRest(stage, handleOf(stage, sale)));
  return {
    outcomes: [
      judgeFigure(EVENTS, spreadOf(sizes.map(({ events }) => events))),
      judgeFigure(BYTES, spreadOf(sizes.map(({ kilobytes }) => kilobytes))),
    ],
    activities: median(sizes.map(({ activities }) => activities)),
  };
}

/** Q5: the history of a whole life, from the webhook over two reminders to the expiry, in a shop where that takes seconds. */
export async function measureLife({
  client,
  simulator,
  db,
  shortLived,
  signal,
}: Stage): Promise<{ outcome: Outcome; life: HistorySize }> {
  const flow = new SaleFlow([shortLived], simulator, db);
  const sale = flow.sold.get(await flow.start())!;
  const handle = handleOf({ client }, sale);
  await waitUntil(async () => (await handle.describe()).status.name === 'COMPLETED', {
    what: 'A sale of the short-lived program has come to its end',
    timeoutMs: LIVES_WITHIN_MS,
    everyMs: 500,
    signal,
  });
  const life = await sizeOf(handle);
  return { outcome: judgeFigure(ACTIONS, spreadOf([life.actions])), life };
}

function handleOf({ client }: Pick<Stage, 'client'>, { merchantId, orderId }: SoldSale): WorkflowHandle {
  return client.workflow.getHandle(
    saleWorkflowId({ merchantId, channel: 'bling', externalId: String(orderId) }),
  );
}

/** Waits until nothing is left to be done before the timer. */
async function sizeAtRest({ signal }: Stage, handle: WorkflowHandle): Promise<HistorySize> {
  await waitUntil(
    async () => {
      const { raw } = await handle.describe();
      return !raw.pendingWorkflowTask && (raw.pendingActivities ?? []).length === 0;
    },
    { what: `${handle.workflowId} rests`, timeoutMs: RESTS_WITHIN_MS, everyMs: 100, signal },
  );
  return sizeOf(handle);
}

async function sizeOf(handle: WorkflowHandle): Promise<HistorySize> {
  const { historyLength, historySize = 0 } = await handle.describe();
  const events = (await handle.fetchHistory()).events ?? [];
  const scheduled = events.filter((event) => event.activityTaskScheduledEventAttributes != null);
  return {
    events: historyLength,
    kilobytes: historySize / KB,
    activities: scheduled.length,
    actions: billedActions(events),
  };
}
