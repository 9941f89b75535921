import { expect } from '@jest/globals';
import {
  redeemVoucher,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  verifyCustomer,
  vouchersAt,
} from '../../../src/loyalty';
import type { Redemption, VoucherFace, VoucherUse } from '../../../src/loyalty';
import { aSale, at, NOON, TERMS, ZONE } from '../ledger/builders';
import { CustomerLedger } from '../ledger/customer-ledger';

export const CODE = 'K7QM-3XRT-9WHP';
/** Exclusive end of the voucher. */
export const END = at('2026-05-10T00:00');
const FACE: VoucherFace = {
  code: CODE,
  template: 'volta',
  discount: { type: 'amount', cents: 2_000 },
  minSaleCents: 5_000,
  stores: null,
};
const STAFF = { kind: 'redemption' as const, operator: 'caixa-2' };

let ledger = new CustomerLedger();

/** Begins with an empty ledger, or goes on with this one. */
export function begin(from = new CustomerLedger()): void {
  ledger = from;
}

/** The ledger of the story so far. */
export const told = (): CustomerLedger => ledger;

/** Earns the voucher; `uses` 0: its sale is gone. */
export function earn(uses = 1, face: Partial<VoucherFace> = {}, activatesAt = NOON, now = NOON): void {
  const deserved = [{ ruleId: 'v', type: 'voucher' as const, amount: uses, face: { ...FACE, ...face } }];
  ledger.settle(aSale('s', uses === 0 ? [] : deserved, { activatesAt, expiresAt: END }), now);
}

export function use(id: string, change: Partial<VoucherUse> = {}): VoucherUse {
  return {
    id,
    code: CODE,
    saleTotalCents: 10_000,
    saleRef: null,
    operator: 'caixa-1',
    storeId: null,
    terms: TERMS,
    zone: ZONE,
    sales: [],
    ...change,
  };
}

export const reserve = (id: string, now: number, change: Partial<VoucherUse> = {}): Redemption =>
  ledger.voucher(CODE, now, (book, when) => ({ ...reserveVoucher(book, use(id, change), when) }));
export const redeem = (id: string, now: number, change: Partial<VoucherUse> = {}): Redemption =>
  ledger.voucher(CODE, now, (book, when) => ({ ...redeemVoucher(book, use(id, change), when) }));
export const release = (now: number, ref: string | null = null): Redemption =>
  ledger.voucher(CODE, now, (book, when) => ({ ...releaseVoucher(book, CODE, STAFF, when, ref) }));
export const rollback = (now: number, saleRef: string | null = null): Redemption =>
  ledger.voucher(CODE, now, (book, when) => ({ ...rollbackVoucher(book, CODE, saleRef, STAFF, when) }));

export function stateAt(now: number): string {
  const [voucher] = vouchersAt(ledger.wallet(), now);
  return `${voucher!.state} ${voucher!.usesLeft}/${voucher!.uses}`;
}

export function expectProof(): void {
  expect(verifyCustomer(ledger.proof())).toEqual([]);
}
