import { randomUUID } from 'node:crypto';
import { settleSale } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { aContact, aSettlement } from './builders';

/** Somebody new with so much cashback, as a sale would have given it. @returns the customer's id */
export async function aCustomerWith(
  { customers, wallets }: Pick<Store, 'customers' | 'wallets'>,
  merchantId: string,
  cents: number,
  at = Date.now(),
): Promise<string> {
  const { customerId } = await customers.identify(merchantId, aContact(), new Date(at));
  const saleId = `sal_${randomUUID()}`;
  await wallets.change(merchantId, customerId, { saleId }, at, (book, now) => {
    settleSale(book, aSettlement(saleId, cents, now), now);
    return { result: undefined };
  });
  return customerId;
}
