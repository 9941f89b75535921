import { wakeMergedSales } from '../../runs';
import { recogniseCustomer } from '../../store';
import type { CustomerContact } from '../../store';
import type { ActivityDeps } from '../runtime';

/**
 * The customer a contact is. Where that has merged two records, the live sales that changed hands look again; a repetition
 * of the step wakes those that a crash has left out.
 */
export async function recognise(
  { store, runs }: Pick<ActivityDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  const { customerId, merges } = await recogniseCustomer(store, merchantId, contact, now);
  await wakeMergedSales(runs, store, merges, now.getTime());
  return customerId;
}
