import { activityInfo } from '@temporalio/activity';
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
 * looked at again of which it says something else, or which it does not have any more. Another attempt goes on where the one before was.
 * @returns how many they are
 */
export async function askLongOpen(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  sales: readonly Sale[],
): Promise<number> {
  const { merchantId, id } = report;
  const before = (activityInfo().heartbeatDetails ?? {}) as { asked?: number; found?: number };
  let { asked = 0, found = 0 } = before;
  for (const sale of sales.slice(asked)) {
    reportProgress({ asked, found });
    const looked = await lookAt(deps, connection, sale);
    if (looked) await deps.store.reconciliations.look(merchantId, id, [looked], new Date(currentInstant()));
    if (looked?.why !== null) {
      found += looked ? 1 : 0;
      const kind = looked?.why === 'unlisted' ? 'deleted' : 'updated';
      await wakeOrders(deps, report, [{ orderId: sale.source.externalId }], kind);
    }
    asked += 1;
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
