import { recogniseCustomer } from '../../store';
import type { CustomerContact } from '../../store';
import { followUpRecognition } from '../../runs';
import type { AppDeps } from '../http';

/** The customer a contact is. That two records are one person is left to a run of its own, and not waited for. */
export async function recognise(
  deps: Pick<AppDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  return (await recognised(deps, merchantId, contact, now)).customerId;
}

/** The same, and whether it is somebody new. */
export async function recognised(
  { store, runs }: Pick<AppDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<{ customerId: string; created: boolean }> {
  const found = await recogniseCustomer(store, merchantId, contact, now);
  await followUpRecognition(runs, found);
  return found;
}
