import { queryOptions } from '@tanstack/react-query';
import { loadSession } from '../session';

const FRESH_MS = 60_000;

/** Who is signed in, as every page asks for it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: loadSession,
  staleTime: FRESH_MS,
});
