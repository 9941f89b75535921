import { ClockSkewError, reportSkew, requireRightClock } from '../../store';
import type { Caller } from '../../store';
import type { AppDeps } from './deps';

/**
 * Reads MongoDB's clock, by which the call is answered.
 * @throws ClockSkewError for a call that moves value, where this process's own clock is wrong; the merchant is told
 */
export async function checkClock(
  { store, log }: Pick<AppDeps, 'store' | 'log'>,
  { merchantId }: Caller,
  movesValue: boolean,
): Promise<void> {
  const reading = await store.clock.read();
  if (!movesValue) return;
  try {
    requireRightClock('process', reading);
  } catch (error) {
    if (error instanceof ClockSkewError) {
      log.error({ merchantId, clock: error.whose, skewMs: reading.skewMs }, 'a clock is wrong');
      await reportSkew(store.alerts, merchantId, error);
    }
    throw error;
  }
}
