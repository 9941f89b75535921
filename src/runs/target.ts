import type { Client } from '@temporalio/client';
import { withDeadline } from './deadline';

/** Where calls go, and what every sale's run starts with. */
export interface Target {
  client: Client;
  /** The bare name of the installation's queues. */
  taskQueue: string;
  /** How long a sale's run waits for a burst of events to pass before it looks. */
  coalesceMs: number;
  /** How long the outcome of an update is waited for; ten seconds, if nothing is said. */
  waitMs?: number;
  /** Where the Temporal UI is reached by whoever uses a browser; absent or null: that is not known. */
  uiUrl?: string | null;
}

/**
 * Makes a call with a deadline. It goes along with the call, and is kept here as well: between its own tries the client
 * sleeps, and would notice the deadline only afterwards.
 */
export async function bounded<T>(
  client: Client,
  ms: number,
  late: () => Error,
  call: () => Promise<T>,
): Promise<T> {
  return withDeadline(ms, client.withDeadline(Date.now() + ms, call), late);
}
