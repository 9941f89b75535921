import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';

/** The companies of Bling that the account is connected to. */
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: async () => (await bodyOf(api.GET('/v1/connections'))).data,
});
