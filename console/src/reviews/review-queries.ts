import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Review = Schema<'Review'>;
export type Customer = Schema<'Customer'>;
export type Sale = Schema<'Sale'>;

/** Which reviews are looked at, as the address has it. */
export interface ReviewSearch {
  /** Left out: those that are open. */
  situacao?: 'resolved' | undefined;
  tipo?: Review['kind'] | undefined;
  /** Where the page begins. */
  antes?: string | undefined;
}

const PAGE = 20;
/** Chains of merges are short; a circle cannot be made, and would not be followed for ever. */
const MOST_MERGES = 10;

type Query<T> = UnusedSkipTokenOptions<T, Error, T, readonly unknown[]>;

/** A page of the reviews that are looked for. */
export function reviewsQuery({
  situacao,
  tipo,
  antes,
}: ReviewSearch): Query<{ data: Review[]; next: string | null }> {
  const query = { state: situacao ?? ('open' as const), kind: tipo, before: antes, limit: PAGE };
  return queryOptions({
    queryKey: ['reviews', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reviews', { params: { query } })),
  });
}

/** One review. */
export function reviewQuery(id: string): Query<Review> {
  return queryOptions({
    queryKey: ['review', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reviews/{id}', { params: { path: { id } } })),
  });
}

/** Both sales of a pair. */
export function pairOfSales({ id, subjects }: Review): Query<Sale[]> {
  return queryOptions({
    queryKey: ['review', id, 'sales'] as readonly unknown[],
    queryFn: () =>
      Promise.all(
        subjects.map((one) => bodyOf(api.GET('/v1/sales/{id}', { params: { path: { id: one } } }))),
      ),
  });
}

/** Both records of a pair as they are now, who would remain first; one alone where they are the same by now. */
export function pairOfCustomers({ id, subjects }: Review): Query<Customer[]> {
  return queryOptions({
    queryKey: ['review', id, 'customers'] as readonly unknown[],
    queryFn: async () => {
      const found = await Promise.all(subjects.map(currentCustomer));
      return [...new Map(found.map((one) => [one.id, one])).values()].sort(whoRemains);
    },
  });
}

/** Who has a document, else the elder: as the API decides it. */
function whoRemains(one: Customer, other: Customer): number {
  return (
    Number(other.document !== null) - Number(one.document !== null) ||
    Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Who answers for a customer by now. */
async function currentCustomer(id: string): Promise<Customer> {
  let customer = await customerBy(id);
  for (let merges = 0; customer.mergedInto !== null && merges < MOST_MERGES; merges += 1)
    customer = await customerBy(customer.mergedInto);
  return customer;
}

function customerBy(id: string): Promise<Customer> {
  return bodyOf(api.GET('/v1/customers/{id}', { params: { path: { id } } }));
}

/** What was found for and against it. */
export function reasonsOf({ facts }: Review): string[] {
  const { reasons } = facts;
  return Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : [];
}
