import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Customer = Schema<'Customer'>;

/** Who is found by a document, phone, e-mail or name; nobody for nothing. */
export async function foundCustomers(query: string): Promise<Customer[]> {
  if (query === '') return [];
  return (await bodyOf(api.GET('/v1/customers', { params: { query: { query } } }))).data;
}
