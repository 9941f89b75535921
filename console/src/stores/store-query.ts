import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Store = Schema<'Store'>;

/** The account's stores. */
export const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: async () => (await bodyOf(api.GET('/v1/stores'))).data,
});
