import { catchUp } from '../../loyalty';
import type { Instant, Redemption } from '../../loyalty';
import type { Store } from '../../store';

/**
 * Writes down that a reservation is over. The run of a sale does so for its own customer: what somebody has reserved of a voucher whose
 * sale is another's by now no run looks after (R44).
 */
export async function letGo(
  { wallets }: Pick<Store, 'wallets'>,
  merchantId: string,
  { id: redemptionId, customerId }: Pick<Redemption, 'id' | 'customerId'>,
  now: Instant,
): Promise<boolean> {
  await wallets.change(merchantId, customerId, { redemptionId }, now, (book, at) => ({
    result: catchUp(book, at),
  }));
  return true;
}
