import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';

/** What the owners of the account have set. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => bodyOf(api.GET('/v1/settings')),
});
