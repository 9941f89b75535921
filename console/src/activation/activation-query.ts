import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Activation = Schema<'Activation'>;

const KEY = ['activation'];

/** Bling takes its word back by itself: whoever looks sees so. */
const AGAIN_MS = 15_000;

/** How far the account has come. */
export const activationQuery = queryOptions({
  queryKey: KEY,
  queryFn: () => bodyOf(api.GET('/v1/activation')),
  refetchInterval: AGAIN_MS,
});

/** Shows what a step has made of it. */
export function useShowActivation(): (now: Activation) => void {
  const client = useQueryClient();
  return (now) => client.setQueryData(KEY, now);
}
