import { activityInfo } from '@temporalio/activity';
import { isRefusedByItself } from '../../bling';
import type { BlingInvoice } from '../../bling';
import { consumerInvoiceKey, consumerInvoiceOf } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import type { CustomerContact, StoreConnection } from '../../store';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { isFromBefore } from './told-by-bling';

const DAY_MS = 86_400_000;
/** An NFC-e is issued at most so long before or after the day of its order; what is farther off is found by comparisons. */
const AROUND_MS = 7 * DAY_MS;
/** Orders of a customer in that time: more are no one person's. */
const LOOKED_AT = 50;
/** Read for one NFC-e, those nearest in time. */
const MOST_READ = 10;

/** An authorised NFC-e as it has just been read, and the sale it is. */
export interface ReadInvoice {
  sale: Sale;
  invoice: BlingInvoice;
  connection: StoreConnection;
}

/**
 * Looks for the order that an NFC-e is of where none is known to name it: Bling need not have told of that, and both would earn. Before the
 * NFC-e is believed, the customer's orders of about that time are read again that name no valid one; the order that names this one is known
 * to from then on, and is looked at again. Done again, it finds the same.
 * @throws ConcurrentChangeError where that order was changed meanwhile
 */
export async function lookForItsOrder(deps: ActivityDeps, read: ReadInvoice): Promise<void> {
  const { store, runs } = deps;
  const { sale, invoice, connection } = read;
  if (invoice.issuedAt === null || isHeld(read)) return;
  const { merchantId } = sale;
  const issued = { merchantId, connectionId: connection.id, invoiceId: invoice.id };
  if (await store.sales.namingInvoice(issued)) return;
  // Another attempt, as where the company's calls are used up, goes on with the others.
  const known = new Set((activityInfo().heartbeatDetails as string[] | undefined) ?? []);
  for (const order of await ordersAround(deps, read, invoice.issuedAt)) {
    if (known.has(order.id)) continue;
    if (await isNamedBy(deps, read, order)) {
      // First: once the order names it here, another attempt would not come so far.
      await runs.saleChanged(order, { eventId: `invoice/${sale.id}`, kind: 'updated' });
      await store.sales.change({ sale: order, patch: { source: { invoiceId: invoice.id } } });
      return;
    }
    reportProgress([...known.add(order.id)]);
  }
}

/** One that is held, or will be, earns nothing beside its order. */
function isHeld({ sale: { source }, invoice, connection }: ReadInvoice): boolean {
  const { lateness, completedAt } = source;
  if (lateness === 'held') return true;
  return isFromBefore(invoice, connection) && lateness !== 'earns' && completedAt === null;
}

/** What an order says that may not be read by itself, or is not there any more, is for its own reading to find. */
async function isNamedBy(
  { bling }: ActivityDeps,
  { invoice, connection: { id: connectionId, companyId } }: ReadInvoice,
  { source }: Sale,
): Promise<boolean> {
  try {
    const order = await bling.getOrder({ connectionId, companyId }, source.externalId);
    return order?.invoiceId === invoice.id;
  } catch (error) {
    if (isRefusedByItself(error)) return false;
    throw error;
  }
}

async function ordersAround(deps: ActivityDeps, read: ReadInvoice, issuedAt: Instant): Promise<Sale[]> {
  const { sales } = deps.store;
  const { merchantId } = read.sale;
  const days = {
    soldFrom: new Date(issuedAt - AROUND_MS - DAY_MS),
    soldBefore: new Date(issuedAt + AROUND_MS),
  };
  const of = { channel: 'bling' as const, connectionId: read.connection.id, limit: LOOKED_AT, ...days };
  const theirs = await Promise.all(
    (await buyers(deps, read)).map((customerId) => sales.list(merchantId, { customerId, ...of })),
  );
  const near = theirs
    .flat()
    .filter(mayName)
    .sort((a, b) => apart(a, issuedAt) - apart(b, issuedAt));
  const naming = await Promise.all(near.slice(0, LOOKED_AT).map((order) => namesValid(deps, order)));
  return near.filter((_order, index) => naming[index] === false).slice(0, MOST_READ);
}

/** An order that earns, or may. */
function mayName({ source }: Sale): boolean {
  const { status, parked, readAt } = source;
  const isOrder = consumerInvoiceOf(source) === null;
  return isOrder && !parked && readAt !== null && (status === 'completed' || status === 'open');
}

function apart({ content: { soldAt } }: Sale, issuedAt: Instant): number {
  return Math.abs((soldAt ?? 0) - issuedAt);
}

/** Whether the order is known to name an NFC-e that stands; one that was cancelled is replaced by another as a rule. */
async function namesValid({ store }: ActivityDeps, { merchantId, source }: Sale): Promise<boolean> {
  const { invoiceId = null } = source;
  if (invoiceId === null) return false;
  const externalId = consumerInvoiceKey(invoiceId);
  const invoice = await store.sales.find({ merchantId, channel: 'bling', externalId });
  return invoice?.source.status === 'completed' || invoice?.source.status === 'open';
}

/** Whose the NFC-e may be: whom it is known to be of, its contact's and its document's. Nobody is made by it. */
async function buyers(
  { store }: ActivityDeps,
  { sale, invoice: { contactId, consumer }, connection }: ReadInvoice,
): Promise<string[]> {
  const nobody = { externalKey: null, name: null, document: null, phones: [], emails: [], birthDate: null };
  const told: CustomerContact[] = [];
  if (contactId !== null && contactId !== connection.walkInContactId)
    told.push({ ...nobody, externalKey: `bling:${connection.id}:${contactId}` });
  if (consumer) told.push({ ...nobody, document: consumer.document });
  const known = await Promise.all(
    told.map((contact) => store.customers.foresee(sale.merchantId, contact, null)),
  );
  const ids = [sale.owner.customerId, ...known.map(({ customerId }) => customerId)];
  return [...new Set(ids.filter((id) => id !== null))];
}
