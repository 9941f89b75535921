import type { CallPlaces } from '../../src/store/connection';
import { until } from './until';

/**
 * Waits until a company's calls are stopped by an answer that nobody is to ask, and has another call be answered, which ends that. A pause is of the
 * real clock: where time is skipped, nobody would wait for it.
 */
export async function endPause(callPlaces: CallPlaces, companyId: string): Promise<void> {
  await until('calls to be stopped, and another one to be answered', async () => {
    const moves = await callPlaces.report(companyId, { kind: 'answered' });
    return moves.some(({ of, to }) => of === 'company' && to === 'closed');
  });
}
