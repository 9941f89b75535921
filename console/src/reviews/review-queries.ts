import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Review = Schema<'Review'>;
/** With both sides as they are now. */
export type ReviewWithSides = Schema<'ReviewWithSides'>;
export type Customer = ReviewWithSides['customers'][number];
export type Sale = ReviewWithSides['sales'][number];

/** Which reviews are looked at, as the address has it. */
export interface ReviewSearch {
  /** Left out: those that are open. */
  situacao?: 'resolved' | undefined;
  tipo?: Review['kind'] | undefined;
  /** Where the page begins. */
  antes?: string | undefined;
}

const PAGE = 20;

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

/** One review, with both sides. */
export function reviewQuery(id: string): Query<ReviewWithSides> {
  return queryOptions({
    queryKey: ['review', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reviews/{id}', { params: { path: { id } } })),
  });
}

/** What was found for and against it. */
export function reasonsOf({ facts }: Review): string[] {
  const { reasons } = facts;
  return Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : [];
}
