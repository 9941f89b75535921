import { choiceOf, InvalidOrderError, orderOutcome, toSaleContent } from '../../bling';
import type { BlingOrder, BlingOrderSummary } from '../../bling';
import { soldIn } from '../../store';
import type { ContactImportCounts, ContactImportStep, PastSale } from '../../store';
import { identityOf } from '../connection';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askDetail } from './ask-detail';
import { counting, freshRows, rowInstant } from './contact-cursor';
import { about } from './contact-page';
import type { ContactWork } from './contact-page';

/** Each sale starts a run with steps of its own: more at once would hold up the sales of the day. */
const SALES_PER_SECOND = 25;

/** How far it is then, and how long the sales of the day have the machine to themselves. */
export interface OrdersTaken {
  step: ContactImportStep;
  restMs: number;
}

type Outcome = 'kept' | 'known' | 'notCounted';

/**
 * Takes a page of past orders. Who bought, when and for how much stands in the row; freight and lines matter where the order earns, and
 * then each is read by itself.
 */
export async function takeOrderPage(
  deps: ActivityDeps,
  work: ContactWork,
  rows: readonly BlingOrderSummary[],
): Promise<OrdersTaken> {
  const { found, connection } = work;
  const begun = performance.now();
  const choice = choiceOf(connection);
  const fresh = freshRows(found, rows);
  const pending: NonNullable<ContactImportStep['pending']> = [];
  const tally = { kept: 0, known: 0, notCounted: 0 };
  for (const { row, one } of fresh) {
    reportProgress({ page: found.page, row });
    if (orderOutcome(one.situation, choice) !== 'completed') tally.notCounted += 1;
    else if (await isKnown(deps, work, one.id, row)) tally.known += 1;
    else if (found.history?.earn) pending.push({ id: one.id, row });
    else tally[await keepOrder(deps, work, { ...one, ...NO_DETAIL }, row)] += 1;
  }
  const done = fresh.length - pending.length;
  const counts = counting(found.counts, { ...tally, orders: done, calls: 1 });
  const step = {
    pending,
    counts,
    lastIds: rows.map(({ id }) => id),
    phaseDone: found.phaseDone + done,
  };
  return { step, restMs: restAfter(tally.kept, begun) };
}

/** Takes the next past order that has to be read by itself. */
export async function takeOrderDetail(deps: ActivityDeps, work: ContactWork): Promise<OrdersTaken> {
  const { found, connection } = work;
  const { history } = found;
  const [next, ...pending] = found.pending ?? [];
  if (!next || !history) return { step: {}, restMs: 0 };
  const { from: soldFrom, to: soldTo } = history;
  const account = { connectionId: connection.id, companyId: connection.companyId };
  const order = await askDetail(
    () => deps.bling.getOrder(account, next.id),
    () => deps.bling.listOrders(account, { soldFrom, soldTo, page: 1, limit: 1 }),
  );
  const isUntold = order === 'untold';
  const isLeftOut = order === null || order === 'untold';
  const outcome = isLeftOut ? 'notCounted' : await keepOrder(deps, work, order, next.row);
  if (isUntold) deps.log.warn(about(work, next.id), 'a past order is left out: Bling does not tell of it');
  const more: Partial<ContactImportCounts> = { orders: 1, calls: isUntold ? 2 : 1, [outcome]: 1 };
  const counts = counting(found.counts, more);
  return { step: { pending, counts, phaseDone: found.phaseDone + 1 }, restMs: 0 };
}

const NO_DETAIL = { freight: null, otherExpenses: null, discount: null, invoiceId: null, items: [] };

/** What this import has opened itself, before a crash, is not: it is seen through. */
async function isKnown(
  { store }: ActivityDeps,
  work: ContactWork,
  orderId: string,
  row: number,
): Promise<boolean> {
  const known = await store.sales.find(identityOf(work.found, orderId));
  return known !== null && known.createdAt !== rowInstant(work.found, row).getTime();
}

/** Opens the sale of a past order and has its run settle it. One that is there by now is left as it is. */
async function keepOrder(
  { store, runs }: ActivityDeps,
  work: ContactWork,
  order: BlingOrder,
  row: number,
): Promise<Outcome> {
  const { found, connection } = work;
  const at = rowInstant(found, row);
  const past = pastSale(work, order);
  if (past === null) return 'notCounted';
  const company = { merchantId: found.merchantId, connectionId: connection.id };
  const storeId = await soldIn(store.shops, company, past.storeId);
  const customerId = await knownCustomer(store, work, past.contactId);
  const identity = identityOf(found, order.id);
  const sale = await store.sales.keepPast(identity, connection.id, { ...past, storeId, customerId }, at);
  if (sale.createdAt !== at.getTime()) return 'known';
  await runs.pastSale(sale);
  return 'kept';
}

/** What the order says of itself; null: it cannot be right, and nothing of it is believed. */
function pastSale(
  { found, connection }: ContactWork,
  order: BlingOrder,
): Omit<PastSale, 'customerId'> | null {
  const earn = found.history?.earn ?? false;
  try {
    const zone = connection.zone ?? found.zone;
    const {
      channel: _channel,
      situation: _situation,
      goodsCents: _goods,
      ...sold
    } = toSaleContent(order, zone, false);
    return { ...sold, invoiceId: order.invoiceId, zone, earn };
  } catch (error) {
    if (error instanceof InvalidOrderError) return null;
    throw error;
  }
}

/** The customer that the contact was imported as; nobody is made by a past order. */
async function knownCustomer(
  store: ActivityDeps['store'],
  { found: { merchantId }, connection: { id, walkInContactId } }: ContactWork,
  contactId: string | null,
): Promise<string | null> {
  if (contactId === null || contactId === walkInContactId) return null;
  const contact = { name: null, document: null, phones: [], emails: [], birthDate: null };
  const externalKey = `bling:${id}:${contactId}`;
  return (await store.customers.foresee(merchantId, { ...contact, externalKey }, null)).customerId;
}

function restAfter(kept: number, begun: number): number {
  return Math.max(0, (kept * 1_000) / SALES_PER_SECOND - (performance.now() - begun));
}
