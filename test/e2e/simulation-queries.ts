import { programSchema } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { EVENTFUL_PROGRAM } from './eventful-shop';

/** Everything that is asked of the database for a simulation that comes to nothing. */
export async function aFailedSimulation(
  { simulations }: Store,
  merchantId: string,
  now: Date,
): Promise<void> {
  const draft = programSchema.parse(EVENTFUL_PROGRAM);
  const { id } = (await simulations.open({ merchantId, draft, against: null, from: now, end: now }, 5, now))!;
  await simulations.get(merchantId, id);
  await simulations.fail(merchantId, id, 'cancelled', now);
  await simulations.discard(merchantId, id);
}
