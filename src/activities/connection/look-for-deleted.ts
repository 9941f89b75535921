import { BLING_ZONE } from '../../bling';
import { consumerInvoiceOf, localDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Sale, SourceStatus } from '../../loyalty';
import { mayNotReadInvoices } from '../../store';
import type { Reconciliation, SaleFilter, StoreConnection } from '../../store';
import type { ReconcilePlace } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { ASKED_AT_ONCE, askLongOpen } from './ask-long-open';
import { wakeOrders } from './wake-orders';

const PAGE = 100;
const ONE_DAY = parseDuration('P1D');
/** A reconciliation of the connection's own over more days than this begins to ask for orders that have been open for longer than it goes back. */
const LONG_DAYS = parseDuration('P7D');

/** So many steps of them belong to one comparison: the next ones go on, so that none is held up by thousands of them. */
const MOST_ASKED_STEPS = 5;

/** What is over already cannot have been deleted unnoticed. */
const MAY_BE_GONE: readonly SourceStatus[] = ['open', 'completed', 'refused'];

/**
 * Looks at a page of our sales of the days whose orders were listed: one that no page had is read again, which finds that its order was
 * deleted; or at those that have been open for longer, which are asked for.
 */
export async function lookForDeleted(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  place: ReconcilePlace,
): Promise<{ next: ReconcilePlace | null; found: number }> {
  const { soldFrom, soldTo } = report;
  if (soldFrom === null || soldTo === null) return { next: null, found: 0 };
  const isOpen = place.list === 'open';
  const { after } = place;
  // The store's day may begin before Brasília's, and end after it.
  const begin = new Date(startOfDate(moveDate(soldFrom, ONE_DAY, -1), BLING_ZONE));
  const end = new Date(startOfDate(moveDate(moveDate(soldTo, ONE_DAY), ONE_DAY), BLING_ZONE));
  const which: SaleFilter = isOpen
    ? { statuses: ['waiting'], soldBefore: begin }
    : { soldFrom: begin, soldBefore: end };
  const some = await deps.store.sales.list(report.merchantId, {
    ...{ channel: 'bling', connectionId: report.connectionId, limit: isOpen ? ASKED_AT_ONCE : PAGE },
    ...which,
    ...(after ? { before: new Date(after.at), beforeId: after.id } : {}),
  });
  const days = isOpen ? null : { soldFrom, soldTo };
  const mayBeGone = some.filter((sale) => isListed(sale, connection) && isCandidate(sale, report, days));
  if (isOpen) {
    const found = await askLongOpen(deps, report, connection, mayBeGone);
    const next = nextPage('open', some, ASKED_AT_ONCE);
    if (next && place.page < MOST_ASKED_STEPS) return { next: { ...next, page: place.page + 1 }, found };
    await deps.store.connections.noteOpenAsked(report.merchantId, report.connectionId, next?.after ?? null);
    return { next: null, found };
  }
  const orders = mayBeGone.map(({ source: { externalId: orderId } }) => ({ orderId }));
  const found = await wakeUnlisted(deps, report, orders);
  return { found, next: placeAfter(report, connection, some) };
}

async function wakeUnlisted(
  deps: ActivityDeps,
  report: Reconciliation,
  orders: readonly { orderId: string }[],
): Promise<number> {
  const { reconciliations } = deps.store;
  const { merchantId, id } = report;
  const ids = orders.map(({ orderId }) => orderId);
  const listed = await reconciliations.listed(merchantId, id, ids);
  const unlisted = orders.filter(({ orderId }) => !listed.has(orderId));
  const looked = unlisted.map(({ orderId }) => ({ orderId, why: 'unlisted' as const, listed: null }));
  await reconciliations.look(merchantId, id, looked, new Date(currentInstant()));
  await wakeOrders(deps, report, unlisted, 'deleted');
  return unlisted.length;
}

/** NFC-e from before they ever counted, or that count no more or may not be read, stand in no list that was answered. */
function isListed({ source, content }: Sale, connection: StoreConnection): boolean {
  if (consumerInvoiceOf(source) === null) return true;
  if (mayNotReadInvoices(connection)) return false;
  const { consumerInvoicesSince, invoicesCountedFrom } = connection;
  if (!consumerInvoicesSince) return false;
  return (content.soldAt ?? 0) >= (invoicesCountedFrom ?? consumerInvoicesSince).getTime();
}

/** @param days sold on these, by the store's own clock; null: whenever */
function isCandidate(
  { source, content, createdAt }: Sale,
  { beganAt }: Reconciliation,
  days: { soldFrom: string; soldTo: string } | null,
): boolean {
  if (source.parked || !MAY_BE_GONE.includes(source.status)) return false;
  // One that came since may be younger than the list.
  if (createdAt >= beganAt.getTime() || content.soldAt === null) return false;
  const day = localDate(content.soldAt, content.zone);
  return days === null || (day >= days.soldFrom && day <= days.soldTo);
}

function placeAfter(
  { trigger, soldFrom, soldTo }: Reconciliation,
  { openAskedAfter }: StoreConnection,
  some: readonly Sale[],
): ReconcilePlace | null {
  const next = nextPage('unlisted', some, PAGE);
  if (next) return next;
  if (trigger !== 'scheduled' || !(openAskedAfter || isLong(soldFrom!, soldTo!))) return null;
  return { list: 'open', page: 1, pass: 1, fresh: 0, ...(openAskedAfter ? { after: openAskedAfter } : {}) };
}

/** After a full page; null: it was the last. */
function nextPage(list: 'unlisted' | 'open', some: readonly Sale[], full: number): ReconcilePlace | null {
  const last = some.at(-1);
  if (!last || some.length < full) return null;
  const after = { at: new Date(last.content.soldAt ?? last.createdAt).toISOString(), id: last.id };
  return { list, page: 1, pass: 1, fresh: 0, after };
}

/** Whether a comparison goes over the sales of many days, as one a day does. */
export function isLong(soldFrom: string, soldTo: string): boolean {
  return moveDate(soldFrom, LONG_DAYS) <= soldTo;
}
