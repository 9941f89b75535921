import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type Key = Schema<'Key'>;

/** The keys that were not revoked. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async () => (await bodyOf(api.GET('/v1/keys'))).data,
});
