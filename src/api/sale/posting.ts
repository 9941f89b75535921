import type { z } from 'zod';
import { isAnonymousContact } from '../../loyalty';
import type { CustomerContact, PostedSale } from '../../store';
import type { postedSaleSchema } from './posted-sale-schema';

/** A posted sale as the store takes it, and who bought; `contact` null: nobody that could be recognised. */
export interface Posting {
  sale: Omit<PostedSale, 'customerId' | 'silent'>;
  contact: CustomerContact | null;
}

/** What a posting says, in the store's words. */
export function postingOf(body: z.output<typeof postedSaleSchema>): Posting {
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
    contact: customer ? recognisable(contactOf(customer)) : null,
  };
}

function contactOf({
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
