import { choiceOf, differenceOf, isRefusedByItself, listedInvoice, listedOrder } from '../../bling';
import type { ListedOrder } from '../../bling';
import { consumerInvoiceOf } from '../../loyalty';
import type { Sale } from '../../loyalty';
import type { LookedAt, Reconciliation, StoreConnection } from '../../store';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askOrders } from './ask-orders';
import { wakeOrders } from './wake-orders';

/** Asked for by one step, one after the other. */
export const ASKED_AT_ONCE = 20;

/**
 * Asks Bling for the orders of sales that have been open for longer than its lists are gone through, after all others who ask it, and has those
 * looked at again of which it says something else, or which it does not have any more. Another attempt, or another step, goes on where the
 * one before was: what this comparison has looked at is not asked for again.
 * @returns how many there are to be looked at again
 */
export async function askLongOpen(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  sales: readonly Sale[],
): Promise<number> {
  const { merchantId, id } = report;
  const { reconciliations } = deps.store;
  const ids = sales.map(({ source }) => source.externalId);
  const seen = await reconciliations.seen(merchantId, id, ids);
  let found = [...seen.values()].filter((why) => why !== null).length;
  for (const [asked, sale] of sales.entries()) {
    const { externalId: orderId } = sale.source;
    if (seen.has(orderId)) continue;
    reportProgress({ asked });
    const looked = await lookAt(deps, connection, sale);
    if (looked?.why !== null) {
      found += looked ? 1 : 0;
      await wakeOrders(deps, report, [{ orderId }], looked?.why === 'unlisted' ? 'deleted' : 'updated');
    }
    // Once it is awake: who dies in between asks again.
    const told = looked ?? { orderId, why: null, listed: null };
    await reconciliations.look(merchantId, id, [told], new Date(currentInstant()));
  }
  return found;
}

/** What became of one; null: Bling does not tell of it, which its own run finds out what to do about. */
async function lookAt(deps: ActivityDeps, connection: StoreConnection, sale: Sale): Promise<LookedAt | null> {
  const { externalId: orderId } = sale.source;
  const asked = consumerInvoiceOf(sale.source) === null ? 'order' : 'invoice';
  const row = await askOrders(deps, connection, () => unlessRefused(rowOf(deps, connection, sale)), asked);
  if (row === 'refused') return null;
  if (row === null) return { orderId, why: 'unlisted', listed: null };
  const { orderId: _, ...listed } = row;
  return { orderId, listed, why: differenceOf(row, sale) };
}

/** As a list would have it; null: there is none. */
async function rowOf(
  { bling }: ActivityDeps,
  connection: StoreConnection,
  { source }: Sale,
): Promise<ListedOrder | null> {
  const account = { connectionId: connection.id, companyId: connection.companyId };
  const invoiceId = consumerInvoiceOf(source);
  if (invoiceId !== null) {
    const invoice = await bling.getInvoice(account, invoiceId);
    return invoice && listedInvoice(invoice);
  }
  const order = await bling.getOrder(account, source.externalId);
  return order && listedOrder(order, choiceOf(connection));
}

/** One order may be refused by itself: that says nothing of the others. */
async function unlessRefused<Row>(row: Promise<Row>): Promise<Row | 'refused'> {
  try {
    return await row;
  } catch (error) {
    if (isRefusedByItself(error)) return 'refused';
    throw error;
  }
}
