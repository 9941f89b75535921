import type { ConnectionDoc, ConnectionRefusal } from './connection-model';

/** Where a connection keeps what it is refused. */
type RefusalPlace = 'refused' | 'invoicesRefused';

type Refusals = Pick<ConnectionDoc, RefusalPlace | 'consumerInvoicesSince'>;

/** Where a refusal is kept: that NFC-e alone are forbidden says nothing of the orders, which are read all the same. */
export function refusalPlace({ reason, asked }: Pick<ConnectionRefusal, 'reason' | 'asked'>): RefusalPlace {
  return reason === 'forbidden' && asked === 'invoice' ? 'invoicesRefused' : 'refused';
}

/** The refusal that an answer ends; null: none. A permission for the one is none for the other; tokens that are taken are taken for all. */
export function refusalEnded(
  { refused, invoicesRefused }: Refusals,
  asked: ConnectionRefusal['asked'],
): { place: RefusalPlace; since: Date } | null {
  if (refused && (refused.reason === 'unauthorized' || refused.asked === asked))
    return { place: 'refused', since: refused.since };
  return invoicesRefused && asked === 'invoice'
    ? { place: 'invoicesRefused', since: invoicesRefused.since }
    : null;
}

/** Whether NFC-e are asked for and forbidden. */
export function mayNotReadInvoices({ invoicesRefused, consumerInvoicesSince }: Refusals): boolean {
  return !!invoicesRefused && !!consumerInvoicesSince;
}
