import type { z } from 'zod';
import type { CustomerContact, PostedSale } from '../../store';
import type { postedSaleSchema } from './posted-sale-schema';

/** A posted sale as the store takes it, and who bought, as typed; `contact` null: nobody is named. */
export interface SaleAndBuyer {
  sale: Omit<PostedSale, 'customerId' | 'silent' | 'earnLate' | 'whyNobody' | 'by'>;
  contact: CustomerContact | null;
}

/** The sale and the buyer in the body of a posted sale. */
export function readPostedSale(body: z.output<typeof postedSaleSchema>): SaleAndBuyer {
  const { customer, silent: _silent, earnLate: _earnLate, status, soldAt, number, storeId, ...rest } = body;
  const { marketplaceNumber, invoiceNumber, accessKey, erpNumber, ...amounts } = rest;
  return {
    sale: {
      ...amounts,
      number: number ?? null,
      marketplaceNumber: marketplaceNumber ?? null,
      invoiceNumber: invoiceNumber ?? null,
      accessKey: accessKey ?? null,
      erpNumber: erpNumber ?? null,
      storeId: storeId ?? null,
      soldAt: new Date(soldAt),
      sourceStatus: status,
    },
    contact: customer ? buyerContact(customer) : null,
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
