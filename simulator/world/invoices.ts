import { localDate } from './brasilia';
import { bareDocument } from './documents';
import { accessKeyOf, invoiceSituations } from './invoice';
import type { Invoice, InvoiceDraft } from './invoice';
import type { Order } from './order';
import type { CompanyProfile } from './profile';

/** What an NFC-e takes from its company. */
export interface InvoiceOrigin {
  profile: CompanyProfile;
  id: number;
  number: number;
  itemId: number;
  /** Used when the draft names no contact. */
  contactId: number;
  now: number;
}

/** An NFC-e issued at the counter, with one line for all that was sold. */
export function invoiceAtCounter(draft: InvoiceDraft, origin: InvoiceOrigin): Invoice {
  const { totalCents = 3_999, discountCents = 0, consumer } = draft;
  const line = { id: origin.itemId, productId: 0, code: '', description: 'Produto balcão' };
  return {
    ...common(origin),
    situationId: draft.situationId ?? invoiceSituations.authorised,
    contactId: draft.contactId ?? origin.contactId,
    channelId: 0,
    storeNumber: draft.storeNumber ?? '',
    items: [{ ...line, quantity: 1, unitCents: totalCents + discountCents }],
    freightCents: 0,
    totalCents,
    ...(consumer && { consumer }),
  };
}

/** The NFC-e of an order: its buyer, its lines, its total. */
export function invoiceOfOrder(order: Order, situationId: number, origin: InvoiceOrigin): Invoice {
  const { contactId, channelId, storeNumber, items, freightCents, totalCents } = order;
  return {
    ...common(origin),
    ...{ situationId, contactId, channelId, storeNumber, items, freightCents, totalCents },
  };
}

function common({
  profile,
  id,
  number,
  now,
}: InvoiceOrigin): Pick<Invoice, 'id' | 'number' | 'sellerId' | 'accessKey' | 'issuedAt'> {
  const accessKey = accessKeyOf(bareDocument(profile.cnpj), number, localDate(now));
  return { id, number, sellerId: profile.sellerId, accessKey, issuedAt: now };
}
