import { ApplicationFailure } from '@temporalio/common';
import { BLING_ZONE, choiceOf, differenceOf, listedInvoice, listedOrder } from '../../bling';
import type { ListedOrder, OrderDifference } from '../../bling';
import { awaitsInvoice, isBuyerUnasked, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import { unreadBefore } from '../../store';
import type { LookedAt, Reconciliation, StoreConnection } from '../../store';
import type { ReconcilePlace, ReconciliationInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { isFromBefore } from '../sale';
import { askOrders } from './ask-orders';
import { lookForDeleted } from './look-for-deleted';
import { readRecent, recentFrom } from './read-recent';
import type { RecentRow } from './read-recent';
import { reconciliationDetails } from './reconciliation-details';
import { identityOf, wakeOrders } from './wake-orders';

/** What a step of a reconciliation has come to. Counts only. */
export interface ReconciledPage {
  /** Where the next step goes on; null: everything was looked at. */
  next: ReconcilePlace | null;
  /** How many orders of the page were not as they should be. */
  found: number;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** What came of one page. `fresh`: how many orders of it were not known, or had to be read by themselves; `rows`: how many it has. */
interface Page {
  fresh: number;
  found: number;
  more: boolean;
  rows: number;
}

/**
 * A list moves while it is read page by page: an order that leaves it draws one of the next page up, and past us. So one of several
 * pages is gone through again until nothing new stands in it, so often at most.
 */
const MOST_PASSES = 3;

const ONE_DAY = parseDuration('P1D');
const DAY_MS = 86_400_000;
/** Bling refuses periods over a year. */
const LONGEST_MS = 364 * 86_400_000;

/**
 * Looks at a page of the company's orders, and has every sale that differs from its row looked at again, as a webhook does; then, page by
 * page, at the sales of those days that no list has. Done again, it finds and wakes the same.
 */
export function createReconcilePage(
  deps: ActivityDeps,
): (input: ReconciliationInput, place: ReconcilePlace) => Promise<ReconciledPage> {
  const { store } = deps;
  return async ({ merchantId, reconciliationId: id }, place) => {
    const report = await store.reconciliations.get(merchantId, id);
    if (!report)
      throw new MissingRecordError(`Reconciliation ${id} of merchant ${merchantId} does not exist.`);
    if (report.state !== 'running') return { next: null, found: 0, details: reconciliationDetails(report) };
    const connection = await store.connections.get(merchantId, report.connectionId);
    if (!connection) throw new MissingRecordError(`Connection ${report.connectionId} does not exist.`);
    if (connection.held)
      throw ApplicationFailure.nonRetryable(
        `Connection ${connection.id} is ${connection.held.as}.`,
        'ConnectionStopped',
      );
    const step =
      place.list === 'unlisted' || place.list === 'open'
        ? await lookForDeleted(deps, report, connection, place)
        : await lookAtPage(deps, report, connection, place);
    const now = (await store.reconciliations.get(merchantId, id)) ?? report;
    return { ...step, details: reconciliationDetails(now) };
  };
}

async function lookAtPage(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  place: ReconcilePlace,
): Promise<Pick<ReconciledPage, 'next' | 'found'>> {
  const { rows, more, fromBefore } = await rowsOf(deps, report, connection, place);
  const once = [...new Map(rows.map((row) => [row.orderId, row])).values()];
  const { store } = deps;
  const sales = await Promise.all(once.map(({ orderId }) => store.sales.find(identityOf(report, orderId))));
  if (place.list === 'recent') {
    const recent = once.map((row, index) => ({ row, sale: sales[index]! }));
    return lookAtRecent(deps, report, connection, place, { recent, more });
  }
  const looked = once.map((row, index): LookedAt => {
    const { orderId, ...listed } = row;
    return { orderId, listed, why: whyAgain(place, row, sales[index]!, fromBefore) };
  });
  const now = new Date(currentInstant());
  const fresh = await store.reconciliations.look(report.merchantId, report.id, looked, now);
  const before = unreadSince(connection, report);
  const again = looked.filter(({ why }, index) => {
    const sale = sales[index]!;
    if (why !== null || isDoubtful(place, sale, before)) return true;
    return isUnidentified(place, sale, connection) || mayNameInvoice(place, sale, report, connection);
  });
  await wakeOrders(deps, report, again, 'updated');
  const found = looked.filter(({ why }) => why !== null).length;
  const page = { fresh, found, more, rows: once.length };
  return { found, next: placeAfter(report, connection, place, page) };
}

/** Some orders of a page are read by themselves, from after those on that the step before has read. */
async function lookAtRecent(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  place: ReconcilePlace,
  { recent, more }: { recent: readonly RecentRow[]; more: boolean },
): Promise<Pick<ReconciledPage, 'next' | 'found'>> {
  // Where the list has moved, and that order is not there any more, those before it were read all the same.
  const begin = recent.findIndex(({ row }) => row.orderId === place.after?.id) + 1;
  const { fresh, found, after } = await readRecent(deps, report, connection, recent.slice(begin));
  if (after === null) {
    const page = { fresh, found, more, rows: recent.length };
    return { found, next: placeAfter(report, connection, place, page) };
  }
  const goOn = { at: report.until.toISOString(), id: after };
  return { found, next: { ...place, fresh: place.fresh + fresh, after: goOn } };
}

/** A page of a list. `fromBefore`: the NFC-e of it that were issued before they counted. */
interface Rows {
  rows: ListedOrder[];
  more: boolean;
  fromBefore?: ReadonlySet<string>;
}

/** A page of the list that is gone through. */
async function rowsOf(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  place: ReconcilePlace,
): Promise<Rows> {
  const { bling } = deps;
  const account = { connectionId: connection.id, companyId: connection.companyId };
  const { page } = place;
  if (place.list === 'invoices') {
    const issued = issuedIn(report, connection);
    if (!issued) return { rows: [], more: false };
    const ask = () => bling.listInvoices(account, { ...issued, page });
    const { rows, more } = await unlessForbidden(askOrders(deps, connection, ask, 'invoice'));
    const early = rows.filter((row) => isFromBefore(row, connection)).map(listedInvoice);
    const fromBefore = new Set(early.map(({ orderId }) => orderId));
    return { rows: rows.map(listedInvoice), more, fromBefore };
  }
  const query = { ...periodOf(report, connection, place), page };
  const { rows, more } = await askOrders(deps, connection, () => bling.listOrders(account, query));
  const choice = choiceOf(connection);
  return { rows: rows.map((row) => listedOrder(row, choice)), more };
}

/** What may not be read is told of by then, and keeps nothing else from being compared. */
async function unlessForbidden<Row>(
  asked: Promise<{ rows: Row[]; more: boolean }>,
): Promise<{ rows: Row[]; more: boolean }> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApplicationFailure && error.type === 'Bling.forbidden')
      return { rows: [], more: false };
    throw error;
  }
}

/**
 * When the NFC-e that are compared were issued: Bling tells of no date of change, so those of the days that are looked at for what was
 * deleted, else of the period; none from before they ever counted. Null: none.
 */
function issuedIn(
  { from, until, soldFrom, soldTo }: Reconciliation,
  { consumerInvoicesSince, invoicesCountedFrom }: StoreConnection,
): { issuedFrom: Instant; issuedTo: Instant } | null {
  if (!consumerInvoicesSince) return null;
  const first = invoicesCountedFrom ?? consumerInvoicesSince;
  const begin =
    soldFrom === null ? from.getTime() : Math.min(from.getTime(), startOfDate(soldFrom, BLING_ZONE));
  const end = soldTo === null ? 0 : startOfDate(moveDate(soldTo, ONE_DAY), BLING_ZONE) - 1;
  const issuedTo = Math.max(end, until.getTime());
  const issuedFrom = Math.max(begin, first.getTime(), issuedTo - LONGEST_MS);
  return issuedFrom < issuedTo ? { issuedFrom, issuedTo } : null;
}

/** What was only sold on those days may be older than the connection: it is missing where it was changed since. So are NFC-e from before. */
function whyAgain(
  { list }: ReconcilePlace,
  row: ListedOrder,
  sale: Sale | null,
  fromBefore?: ReadonlySet<string>,
): OrderDifference | null {
  const mayBeUnknown = list === 'sold' || fromBefore?.has(row.orderId);
  return mayBeUnknown && sale === null ? null : differenceOf(row, sale);
}

/**
 * The connection's own comparison makes up for events that were let go meanwhile. One of a longer time that somebody has asked for would read
 * everything again that was changed in it.
 */
function unreadSince(connection: StoreConnection, { trigger, from }: Reconciliation): Instant {
  return trigger === 'scheduled' ? unreadBefore(connection, from.getTime()) : from.getTime();
}

/**
 * A row does not tell of all that a benefit depends on: what was changed, and not read since, is read again although its row agrees. What is
 * refused has no content to be compared at all; of what is cancelled none matters.
 */
function isDoubtful({ list }: ReconcilePlace, sale: Sale | null, before: Instant): boolean {
  if (list !== 'changed' || sale === null || sale.source.parked) return false;
  if (sale.source.refusal !== null) return true;
  return sale.source.status !== 'cancelled' && (sale.source.readAt ?? 0) < before;
}

/** A sale whose buyer was still to be looked up when its connection was paused, or its access ended: nobody has asked since. */
function isUnidentified({ list }: ReconcilePlace, sale: Sale | null, connection: StoreConnection): boolean {
  if (list !== 'sold' || !sale || sale.source.parked || sale.source.status !== 'completed') return false;
  return isBuyerUnasked(sale) && (sale.source.readAt ?? 0) < unreadBefore(connection, 0);
}

/**
 * No list says which NFC-e an order names, and Bling need not tell of it: where they count, an order that is known to name none is read again
 * a day after it was completed, beside those that were changed just now.
 */
function mayNameInvoice(
  { list }: ReconcilePlace,
  sale: Sale | null,
  { beganAt }: Reconciliation,
  { consumerInvoicesSince }: StoreConnection,
): boolean {
  if (!consumerInvoicesSince || !sale || sale.source.parked || !awaitsInvoice(sale)) return false;
  const { readAt, completedAt } = sale.source;
  if (readAt === null || completedAt === null) return false;
  const [settledAt, since] = [completedAt + DAY_MS, consumerInvoicesSince.getTime()];
  return list === 'sold' && completedAt >= since && settledAt <= beganAt.getTime() && readAt < settledAt;
}

function periodOf(
  report: Reconciliation,
  connection: StoreConnection,
  { list }: ReconcilePlace,
): { soldFrom: string; soldTo: string } | { changedFrom: number; changedTo: number } {
  const { from, until, soldFrom, soldTo } = report;
  if (list === 'sold' && soldFrom !== null && soldTo !== null) return { soldFrom, soldTo };
  const since = list === 'recent' ? recentFrom(report, connection) : null;
  return { changedFrom: since ?? from.getTime(), changedTo: until.getTime() };
}

/** NFC-e are compared before our own sales of the days are, of which they may be. */
function placeAfter(
  report: Reconciliation,
  connection: StoreConnection,
  place: ReconcilePlace,
  page: Page,
): ReconcilePlace | null {
  const { list, pass } = place;
  const fresh = place.fresh + page.fresh;
  if (page.more) return { list, pass, fresh, page: place.page + 1 };
  if (place.page > 1 && fresh > 0 && pass < MOST_PASSES) return { list, pass: pass + 1, page: 1, fresh: 0 };
  const first = { page: 1, pass: 1, fresh: 0 };
  const isAny = page.rows > 0 || place.page > 1;
  if (list === 'changed' && isAny && recentFrom(report, connection) !== null)
    return { list: 'recent', ...first };
  const wasChanged = list === 'changed' || list === 'recent';
  if (wasChanged && connection.consumerInvoicesSince) return { list: 'invoices', ...first };
  if (report.soldFrom === null) return null;
  return { list: list === 'sold' ? 'unlisted' : 'sold', ...first };
}
