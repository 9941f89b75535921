import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type Sale = Schema<'Sale'>;

/** A page that is looked at follows what happens. */
export const FOLLOW_MS = 4_000;

/** A sale in full, read again and again while it is looked at. */
export function saleQuery(id: string): UnusedSkipTokenOptions<Sale, Error, Sale, readonly unknown[]> {
  return queryOptions({
    queryKey: ['sale', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/sales/{id}', { params: { path: { id } } })),
    refetchInterval: FOLLOW_MS,
  });
}
