import type { z } from 'zod';
import { isAnonymousContact } from '../../loyalty';
import type { CustomerContact, PostedSale } from '../../store';
import type { postedSaleSchema } from './posted-sale-schema';

/** A posted sale as the store takes it, and who bought; `contact` null: nobody that could be recognised. */
export interface SaleAndBuyer {
  sale: Omit<PostedSale, 'customerId' | 'silent'>;
  contact: CustomerContact | null;
}

/** The sale and the buyer in the body of a posted sale. */
export function readPostedSale(body: z.output<typeof postedSaleSchema>): SaleAndBuyer {
  const { customer, silent: _silent, status, soldAt, number, storeId, ...rest } = body;
  const { marketplaceNumber, invoiceNumber, ...amounts } = rest;
  return {
    sale: {
      ...amounts,
      number: number ?? null,
      marketplaceNumber: marketplaceNumber ?? null,
      invoiceNumber: invoiceNumber ?? null,
      storeId: storeId ?? null,
      soldAt: new Date(soldAt),
      sourceStatus: status,
    },
    contact: customer ? recognisable(buyerContact(customer)) : null,
  };
}

function buyerContact({
  name,
  document,
  phone,
  email,
}: NonNullable<z.output<typeof postedSaleSchema>['customer']>): CustomerContact {
  return {
    externalKey: null,
    name: name || null,
    document: document || null,
    phones: phone ? [phone] : [],
    emails: email ? [email] : [],
    birthDate: null,
  };
}

/** The contact, if it names somebody; null for "Consumidor Final" and the like. */
export function recognisable(contact: CustomerContact): CustomerContact | null {
  return isAnonymousContact(contact) ? null : contact;
}
