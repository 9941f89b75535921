import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type Wallet = Schema<'Wallet'>;
export type Lot = Schema<'Lot'>;

/** What a customer has, as the clock has it. */
export function walletQuery(id: string): UnusedSkipTokenOptions<Wallet, Error, Wallet, readonly unknown[]> {
  return queryOptions({
    queryKey: ['customer', id, 'wallet'] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/customers/{id}/wallet', { params: { path: { id } } })),
  });
}

/** The grants that a customer's balances are made of. */
export function lotsQuery(id: string): UnusedSkipTokenOptions<Lot[], Error, Lot[], readonly unknown[]> {
  return queryOptions({
    queryKey: ['customer', id, 'lots'] as readonly unknown[],
    queryFn: async () =>
      (await bodyOf(api.GET('/v1/customers/{id}/lots', { params: { path: { id } } }))).data,
  });
}
