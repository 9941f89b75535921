import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Store = Schema<'Store'>;

/** The account's stores. */
export const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: async () => (await bodyOf(api.GET('/v1/stores'))).data,
});

/** What stores are called, by their ids; one that is not known goes by its id. */
export function storeNames(stores: readonly Store[] | undefined, ids: readonly string[]): string {
  return ids.map((id) => stores?.find((store) => store.id === id)?.name ?? id).join(', ');
}
