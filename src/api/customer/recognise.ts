import { recogniseCustomer } from '../../store';
import type { CustomerContact } from '../../store';
import { followUpRecognition } from '../../runs';
import { begunAct, noteDone } from '../http';
import type { AppDeps, Call } from '../http';

/** The customer a contact is. That two records are one person is left to a run of its own, and not waited for. */
export async function recognise(
  { store, runs }: Pick<AppDeps, 'store' | 'runs'>,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<string> {
  const found = await recogniseCustomer(store, merchantId, contact, now);
  await followUpRecognition(runs, found);
  return found.customerId;
}

type CounterCall = Pick<
  Call<unknown, unknown>,
  'merchantId' | 'caller' | 'address' | 'requestId' | 'now' | 'log'
>;

/**
 * The same of somebody who stands at a counter, and whether it is somebody new. What is told there of a known customer is written
 * down by the names of its fields, as messages may go by it.
 */
export async function recogniseAtCounter(
  { store, runs }: Pick<AppDeps, 'store' | 'runs'>,
  call: CounterCall,
  contact: CustomerContact,
): Promise<{ customerId: string; created: boolean }> {
  const { merchantId, now, log } = call;
  const found = await recogniseCustomer(store, merchantId, contact, new Date(now), 'counter');
  const { customerId: id, changed } = found;
  if (changed.length > 0) {
    const change = { subject: { kind: 'customer', id }, after: { fields: changed } };
    await noteDone({ store, log }, begunAct('customer.contact', call), change);
  }
  await followUpRecognition(runs, found);
  return found;
}
