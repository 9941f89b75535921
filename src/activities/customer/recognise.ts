import { recogniseCustomer } from '../../store';
import type { CustomerContact } from '../../store';
import { followUpRecognition } from '../../runs';
import type { ActivityDeps } from '../runtime';

/** The customer a contact is. That two records are one person is left to a run of its own, and not waited for. */
export async function recognise(
  { store, runs }: Pick<ActivityDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  const recognised = await recogniseCustomer(store, merchantId, contact, now);
  await followUpRecognition(runs, recognised);
  return recognised.customerId;
}
