import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { FOLLOW_MS } from './sale-query';

export type SaleRun = Schema<'SaleRun'>;

/** What is being tried for a sale at this moment, asked again and again while it is looked at. */
export function runQuery(id: string): UnusedSkipTokenOptions<SaleRun, Error, SaleRun, readonly unknown[]> {
  return queryOptions({
    queryKey: ['sale', id, 'run'] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/sales/{id}/run', { params: { path: { id } } })),
    refetchInterval: FOLLOW_MS,
    retry: false,
  });
}
