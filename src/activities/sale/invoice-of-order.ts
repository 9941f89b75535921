import { consumerInvoiceKey } from '../../loyalty';
import type { Sale } from '../../loyalty';
import type { Store } from '../../store';
import type { ActivityDeps } from '../runtime';

/** The NFC-e that an order names, and that does not count by the order, or where the order counts, yet; null: there is none. */
export async function invoiceAlone(store: Store, order: Sale): Promise<Sale | null> {
  if (order.source.status === 'missing' || isToldOfBy(order)) return null;
  const invoice = await invoiceNamed(store, order);
  if (invoice?.source.status !== 'completed') return null;
  const { duplicateOf } = invoice.purchase;
  const isJoined =
    duplicateOf !== null && (duplicateOf === order.id || duplicateOf === order.purchase.duplicateOf);
  return isJoined ? null : invoice;
}

/** Whether its NFC-e counts by the order already. */
function isToldOfBy({ source: { invoiceId = null }, purchase }: Sale): boolean {
  return (
    invoiceId !== null &&
    purchase.tellings.some(
      ({ channel, externalId }) => channel === 'bling' && externalId === consumerInvoiceKey(invoiceId),
    )
  );
}

/** Has the NFC-e that an order named until now look where it counts: nothing of it may be the order's any more. */
export async function wakeFormerInvoice({ store, runs }: ActivityDeps, order: Sale): Promise<void> {
  const invoice = await invoiceNamed(store, order);
  if (invoice) await runs.benefitMoved(invoice, order.id);
}

async function invoiceNamed(store: Store, { merchantId, source }: Sale): Promise<Sale | null> {
  const { invoiceId = null, connectionId } = source;
  if (invoiceId === null) return null;
  const externalId = consumerInvoiceKey(invoiceId);
  const invoice = await store.sales.find({ merchantId, channel: 'bling', externalId });
  return invoice?.source.connectionId === connectionId ? invoice : null;
}
