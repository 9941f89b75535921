import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Customer = Schema<'Customer'>;

/** Who was found, whether there are others, and where the next page begins; null: there is none, or none to read on. */
export interface Found {
  data: Customer[];
  more: boolean;
  next: string | null;
}

/** Who is found by a document, phone, e-mail or name; nobody for nothing. @param before where the page begins */
export async function foundCustomers(query: string, before?: string): Promise<Found> {
  if (query === '') return { data: [], more: false, next: null };
  return bodyOf(
    api.GET('/v1/customers', { params: { query: { query, ...(before === undefined ? {} : { before }) } } }),
  );
}
