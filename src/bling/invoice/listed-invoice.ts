import { consumerInvoiceKey } from '../../loyalty';
import type { ListedOrder } from '../order';
import type { BlingInvoiceSummary } from './invoice-schema';

/** What of a row of the list of NFC-e is compared with its sale. The list tells of no amount. */
export function listedInvoice({ id, outcome, contactId }: BlingInvoiceSummary): ListedOrder {
  return { orderId: consumerInvoiceKey(id), outcome, contactId };
}
