import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Alert = Schema<'Alert'>;

/** A page of alerts. */
interface AlertList {
  data: Alert[];
  next: string | null;
}

/** Which alerts, as the address has it. */
export interface AlertSearch {
  /** Left out: those that are open. */
  situacao?: 'todos' | undefined;
  antes?: string | undefined;
}

const PAGE = 20;

/** A page of alerts, newest first. */
export function alertsQuery({
  situacao,
  antes,
}: AlertSearch): UnusedSkipTokenOptions<AlertList, Error, AlertList, readonly unknown[]> {
  const query = {
    state: situacao === undefined ? ('open' as const) : ('all' as const),
    before: antes,
    limit: PAGE,
  };
  return queryOptions({
    queryKey: ['alerts', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/alerts', { params: { query } })),
  });
}
