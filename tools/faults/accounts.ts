import { waitUntil } from '../processes';
import type { Cast } from './plan';
import { sell } from './sales';
import type { Seller } from './sales';
import type { Account } from './uses';
import type { House } from './house';

/** Nobody else has these numbers. */
const FIRST_BUYER = 1_000_000;
const SALE_CENTS = 100_000;
const SETTLED_WITHIN_MS = 180_000;

/** Customers with balance and a voucher each, who bought before anything is killed; spread over the shops. */
export async function openAccounts(
  seller: Seller & { readonly house: House },
  { customers, shops }: Cast,
): Promise<Account[]> {
  const { house } = seller;
  for (let number = 0; number < customers; number += 1)
    await sell(seller, {
      ...{ kind: 'sale', how: 'posted', number: FIRST_BUYER + number, shop: number % shops },
      ...{ buyer: FIRST_BUYER + number, totalCents: SALE_CENTS },
    });
  const sales = house.db.collection<{ merchantId: string; status: string; customerId: string }>('sales');
  const found = await waitUntil(
    async () => {
      const active = await sales.find({ status: 'active' }).toArray();
      return active.length === customers ? active : undefined;
    },
    { what: 'Every account has its balance', timeoutMs: SETTLED_WITHIN_MS, signal: house.signal },
  );
  return Promise.all(
    found.map(async ({ merchantId, customerId }) => {
      const shop = house.shops.find((one) => one.merchantId === merchantId)!;
      const { vouchers } = await house.api.json<{ vouchers: { code: string }[] }>(200, {
        ...{ method: 'GET', path: `/v1/customers/${customerId}/wallet` },
        headers: { authorization: `Bearer ${shop.apiKey}` },
      });
      return { shop, customerId, voucherCode: vouchers[0]!.code };
    }),
  );
}
