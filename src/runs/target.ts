import type { Client } from '@temporalio/client';
import { within } from './within';

/** Where calls go. */
export interface Target {
  client: Client;
  taskQueue: string;
}

/**
 * The deadline goes along with the call, and is kept here as well: between its own tries the client sleeps, and would
 * notice the deadline only afterwards.
 */
export async function bounded<T>(
  client: Client,
  ms: number,
  late: () => Error,
  call: () => Promise<T>,
): Promise<T> {
  return within(ms, client.withDeadline(Date.now() + ms, call), late);
}
