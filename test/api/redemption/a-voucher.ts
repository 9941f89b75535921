import type { Redemption } from '../../../src/loyalty';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aRedemption, aVoucherLot, aWallet, CODE } from '../builders';

/** An API whose customer has this voucher, and these uses of it. */
export function withVoucher(lot: Parameters<typeof aVoucherLot>[0] = {}, ...uses: Redemption[]): AnApi {
  return voucherApi(lot, uses);
}

/** The same with settings that differ. */
export function voucherApi(
  lot: Parameters<typeof aVoucherLot>[0],
  uses: Redemption[],
  env: Record<string, string> = {},
): AnApi {
  const wallet = { ...aWallet(aVoucherLot(lot)), redemptions: uses };
  return anApi({ wallets: new Map([['cus_1', wallet]]) }, env);
}

/** An open reservation of it by sale 10231, unless the test says otherwise. */
export function aUse(change: Partial<Redemption> = {}): Redemption {
  const { merchantId: _merchant, ...use } = aRedemption({
    id: 'red_use',
    type: 'voucher',
    amount: 1,
    discountCents: 2_000,
    draws: [{ lotId: 'sal_1/vale-volta/cus_1/1', amount: 1 }],
    ...change,
  });
  return use;
}

/** The way to a voucher. */
export const path = (action = '', code = CODE): string => `/v1/vouchers/${code}${action && `/${action}`}`;
/** The body of a use on a sale that is large enough. */
export const sale = (change: object = {}): object => ({
  saleTotalCents: 12_900,
  saleRef: '10231',
  ...change,
});
