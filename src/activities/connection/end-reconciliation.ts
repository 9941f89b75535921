import { differenceOf } from '../../bling';
import { saleIdOf } from '../../ids';
import type { Sale } from '../../loyalty';
import { isUntold } from '../../store';
import type { FoundWhy, Reconciliation, ReconciliationEnd, StoreConnection } from '../../store';
import type { ReconciliationInput } from '../../workflows';
import { currentInstant, MissingRecordError, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { isLong } from './look-for-deleted';
import { reconciliationDetails } from './reconciliation-details';
import { silenceSince } from './silence-since';
import { identityOf } from './wake-orders';

const PAGE = 100;
/** What no event has told of. A sale that was never read has had one, and waits for Bling. */
const LOST: readonly FoundWhy[] = ['missing', 'situation', 'total', 'contact'];

/** What remains of a reconciliation's run: counts only. */
export interface ReconciliationReceipt {
  lookedAt: number;
  missing: number;
  differing: number;
  deleted: number;
  repaired: number;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

type Found = Awaited<ReturnType<ActivityDeps['store']['reconciliations']['unrepaired']>>[number];

/** Looks which of the sales that were found are right by now. Answers how many are not. Can be repeated. */
export function createConfirmRepairs({
  store,
}: ActivityDeps): (input: ReconciliationInput) => Promise<{ left: number; details: string }> {
  return async ({ merchantId, reconciliationId: id }) => {
    let left = 0;
    for (let after = ''; ;) {
      const some = await store.reconciliations.unrepaired(merchantId, id, after, PAGE);
      reportProgress({ after, left });
      const sales = await Promise.all(
        some.map(({ orderId }) => store.sales.get(merchantId, saleIdOf(identityOf({ merchantId }, orderId)))),
      );
      const right = some.filter((found, index) => isRight(found, sales[index]!));
      const ids = right.map(({ orderId }) => orderId);
      await store.reconciliations.repaired(merchantId, id, ids, new Date(currentInstant()));
      left += some.length - right.length;
      const last = some.at(-1);
      if (!last || some.length < PAGE) break;
      after = last.orderId;
    }
    const report = await store.reconciliations.sum(merchantId, id);
    return { left, details: report ? reconciliationDetails(report) : '' };
  };
}

/** What no list has is right once it is known to be deleted; what one has, once it agrees; all, once it was read since and is as that said. */
function isRight({ orderId, why, listed, at }: Found, sale: Sale | null): boolean {
  if (listed === null && sale?.source.status === 'missing') return true;
  // What was found by reading the order itself: its row agreed before.
  const isByRow = why !== 'content' && why !== 'unlisted';
  if (isByRow && listed !== null && differenceOf({ orderId, ...listed }, sale) === null) return true;
  return (sale?.source.readAt ?? 0) >= at.getTime();
}

/** Ends a reconciliation, and sums up what it came to. Can be repeated. */
export function createEndReconciliation({
  store,
  log,
}: ActivityDeps): (
  input: ReconciliationInput,
  how: 'finished' | ReconciliationEnd,
  failure: string | null,
) => Promise<ReconciliationReceipt> {
  return async ({ merchantId, connectionId, reconciliationId: id }, how, failure) => {
    const now = new Date(currentInstant());
    const ended = await store.reconciliations.end(merchantId, id, how, now, failure);
    if (!ended)
      throw new MissingRecordError(`Reconciliation ${id} of merchant ${merchantId} does not exist.`);
    await noteOnConnection(store, ended, now);
    if (ended.trigger === 'scheduled') await store.reconciliations.tidy(merchantId, connectionId, id, now);
    const { lookedAt, missing, differing, deleted, repaired } = ended;
    const sums = { lookedAt, missing, differing, deleted, repaired };
    log.info(
      { merchantId, connectionId, reconciliationId: id, state: ended.state, failure, ...sums },
      'reconciled',
    );
    return { ...sums, details: reconciliationDetails(ended) };
  };
}

/** What its connection goes by from now on. What a person asked for is of a period of theirs, and changes nothing there. */
async function noteOnConnection(
  store: Pick<ActivityDeps['store'], 'connections' | 'alerts'>,
  ended: Reconciliation,
  now: Date,
): Promise<void> {
  const { merchantId, connectionId, trigger, state, beganAt } = ended;
  if (trigger === 'asked') return;
  const connection = await store.connections.get(merchantId, connectionId);
  if (!connection) return;
  if (state === 'finished') await store.connections.noteApplied(merchantId, connectionId, beganAt);
  if (trigger !== 'scheduled') return;
  if (state === 'finished') await noteReconciled(store, connection, ended, now);
  if (state === 'failed') await store.connections.noteReconcileFailed(merchantId, connectionId, now);
}

/**
 * The next one goes on from there. What was found is a change that no event has told of, unless another choice has made it one, or Bling was silent
 * when its sale was to be read.
 */
async function noteReconciled(
  { connections, alerts }: Pick<ActivityDeps['store'], 'connections' | 'alerts'>,
  connection: StoreConnection,
  { merchantId, connectionId, from, until, soldFrom, soldTo, found }: Reconciliation,
  now: Date,
): Promise<void> {
  const month = soldFrom !== null && soldTo !== null && isLong(soldFrom, soldTo);
  const isLost = found.some(({ why }) => LOST.includes(why));
  const untold =
    isLost &&
    !connection.unappliedSince &&
    isUntold(connection, from.getTime(), now.getTime()) &&
    (await silenceSince(alerts, connection, from)) === null;
  const what = { until, month, untold };
  await connections.noteReconciled(merchantId, connectionId, what, now);
}
