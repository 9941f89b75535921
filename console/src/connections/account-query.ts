import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Account = Schema<'BlingAccount'>;

/** What a company has to choose from at Bling, asked of Bling itself. */
export function accountQuery(
  id: string,
): UnusedSkipTokenOptions<Account, Error, Account, readonly unknown[]> {
  return queryOptions({
    queryKey: ['account', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/connections/{id}/account', { params: { path: { id } } })),
    staleTime: 60_000,
  });
}
