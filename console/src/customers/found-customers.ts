import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Customer = Schema<'Customer'>;

/** Who was found, and whether there are others. */
export interface Found {
  data: Customer[];
  more: boolean;
}

/** Who is found by a document, phone, e-mail or name; nobody for nothing. */
export async function foundCustomers(query: string): Promise<Found> {
  if (query === '') return { data: [], more: false };
  return bodyOf(api.GET('/v1/customers', { params: { query: { query } } }));
}
