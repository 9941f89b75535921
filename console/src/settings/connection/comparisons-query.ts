import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type ComparisonSummary = Schema<'ReconciliationSummary'>;
export type Comparison = Schema<'Reconciliation'>;

interface ComparisonList {
  data: ComparisonSummary[];
  next: string | null;
}

type Query<T> = UnusedSkipTokenOptions<T, Error, T, readonly unknown[]>;

const PAGE = 5;
/** One that goes on is read again so often, while it is looked at; else its run makes another by itself. */
const FOLLOW_MS = 2_000;
const AGAIN_MS = 60_000;

/** A page of a company's comparisons, newest first; it follows one that goes on. */
export function comparisonsQuery(id: string, before: string | undefined): Query<ComparisonList> {
  return queryOptions({
    queryKey: ['comparisons', id, before] as readonly unknown[],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/connections/{id}/reconciliations', {
          params: { path: { id }, query: { limit: PAGE, before } },
        }),
      ),
    refetchInterval: ({ state: { data } }) => (data?.data.some(goesOn) ? FOLLOW_MS : AGAIN_MS),
  });
}

/** One, with the orders that were found; it is followed until it is over. */
export function comparisonQuery(id: string): Query<Comparison> {
  return queryOptions({
    queryKey: ['comparison', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reconciliations/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => data !== undefined && goesOn(data) && FOLLOW_MS,
  });
}

function goesOn({ state }: Pick<ComparisonSummary, 'state'>): boolean {
  return state === 'running';
}
