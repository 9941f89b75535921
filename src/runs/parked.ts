import type { Runs } from './runs';

/** A connection whose sales may be read again since then. */
interface AnsweringConnection {
  merchantId: string;
  connectionId: string;
  since: Date;
  /** Only what is parked since after then; absent: all. */
  parkedAfter?: Date | undefined;
}

/**
 * Has the sales that were parked for a connection looked at again, if there are any. Asked again with the same `since`, it begins
 * nothing anew.
 * @throws EngineUnavailableError when Temporal did not take the call: what is parked is found by the sweep for lost runs
 */
export async function wakeParked(
  sales: { list(merchantId: string, which: { parkedFor: string; limit: number }): Promise<unknown[]> },
  runs: Pick<Runs, 'wakeParked'>,
  { merchantId, connectionId, since, parkedAfter }: AnsweringConnection,
): Promise<void> {
  const [parked] = await sales.list(merchantId, { parkedFor: connectionId, limit: 1 });
  if (parked === undefined) return;
  const only = parkedAfter ? { parkedAfter: parkedAfter.toISOString() } : {};
  await runs.wakeParked({ merchantId, connectionId, since: since.toISOString(), ...only });
}
