import { wakeMergedSales } from '../../runs';
import { recogniseCustomer } from '../../store';
import type { CustomerContact } from '../../store';
import type { AppDeps } from '../http';

/**
 * The customer a contact is. Where that has made two records one, the live sales that changed hands look again before the
 * caller goes on; a repetition of the call heals what broke off.
 */
export async function recognise(
  { store, runs }: Pick<AppDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  const { customerId, merges } = await recogniseCustomer(store, merchantId, contact, now);
  await wakeMergedSales(runs, store, merges, now.getTime());
  return customerId;
}
