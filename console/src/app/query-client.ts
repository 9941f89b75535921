import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../api';

const TRIES = 2;
const FRESH_MS = 5_000;

/** What pages have read, and when it is read again. A refusal is an answer: asking once more would not change it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < TRIES && !(error instanceof Refused && error.status < 500),
    },
  },
});
