import type { Sale } from './sale';

type Told = Pick<Sale, 'source'>;

const FORM = /^nfce-([1-9]\d*)$/;

/** What the sale of an NFC-e is called in its channel: no order of Bling's is called so, for those have digits only. */
export function consumerInvoiceKey(invoiceId: string): string {
  return `nfce-${invoiceId}`;
}

/** The id in Bling of the NFC-e that tells of the sale; null: an order does, or another channel. */
export function consumerInvoiceOf({
  channel,
  externalId,
}: Pick<Sale['source'], 'channel' | 'externalId'>): string | null {
  return channel === 'bling' ? (FORM.exec(externalId)?.[1] ?? null) : null;
}

/** Whether it is an order of Bling's that earns and names no invoice so far. */
export function awaitsInvoice({ source }: Told): boolean {
  const { channel, connectionId, status, invoiceId, lateness } = source;
  const isOrder = channel === 'bling' && connectionId !== null && consumerInvoiceOf(source) === null;
  return isOrder && status === 'completed' && !invoiceId && lateness !== 'held';
}

/** By what its source says who bought: its contact, or the NFC-e itself where it has none; null: by nothing. */
export function buyerToldBy(
  source: Pick<Sale['source'], 'channel' | 'externalId' | 'contactId'>,
): string | null {
  return source.contactId ?? (consumerInvoiceOf(source) === null ? null : source.externalId);
}

/** Whether `order` is one of Bling's that names the NFC-e as its own, whatever has become of either. */
export function namesInvoice(order: Told, invoice: Told): boolean {
  const id = consumerInvoiceOf(invoice.source);
  return id !== null && isOrderBeside(order, invoice) && order.source.invoiceId === id;
}

/** Whether `order` is an order of the company that issued the NFC-e. */
export function isOrderBeside({ source }: Told, invoice: Told): boolean {
  return (
    source.channel === 'bling' &&
    consumerInvoiceOf(source) === null &&
    source.connectionId === invoice.source.connectionId
  );
}
