import { refuseOtherRequest } from '../../loyalty';
import type { Redemption, UseCall } from '../../loyalty';
import type { Customers } from '../customer';
import type { Redemptions } from './redemptions';

/**
 * What an earlier call with the same key has reserved; null: nothing. However long ago it was, and whosever it is by now.
 * @param customerId whom the call names
 * @throws Refusal `idempotency_key_reused` where that was another request
 */
export async function earlierReservation(
  {
    redemptions,
    customers,
  }: { redemptions: Pick<Redemptions, 'get'>; customers: Pick<Customers, 'current'> },
  merchantId: string,
  call: UseCall,
  customerId: string,
): Promise<Redemption | null> {
  const known = await redemptions.get(merchantId, call.id);
  if (!known) return null;
  const customer = await customers.current(merchantId, customerId);
  refuseOtherRequest(known, { ...call, said: { ...call.said, customerId: customer?.id ?? customerId } });
  return known;
}
