import type { Grant, Lot, Redemption } from '../../../src/loyalty/ledger';
import { redemptionTerms } from '../../../src/loyalty/ledger';
import { programSchema } from '../../../src/loyalty/program';
import { patched } from '../../../src/loyalty/sale';
import type { Sale, SalePatch, SaleTelling } from '../../../src/loyalty/sale';

export const ZONE = 'America/Sao_Paulo';
export const SOLD_AT = Date.parse('2026-11-03T15:00:00.000Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const SOURCE: Sale['source'] = {
  channel: 'pos',
  externalId: 'venda-1',
  connectionId: null,
  number: '10231',
  marketplaceNumber: null,
  invoiceNumber: null,
  accessKey: null,
  erpNumber: null,
  refs: ['sal_1', 'venda-1', '10231'],
  status: 'completed',
  refusal: null,
  contactId: null,
  completedAt: SOLD_AT,
  readAt: null,
};

const CONTENT: Sale['content'] = {
  storeId: null,
  zone: ZONE,
  soldAt: SOLD_AT,
  totalCents: 20_000,
  freightCents: 0,
  otherExpensesCents: 0,
  discountCents: 0,
  items: [],
};

const PURCHASE: Sale['purchase'] = {
  duplicateOf: null,
  reviewId: null,
  tellings: [],
  comparedAs: null,
  returns: [],
  returnedCents: 0,
};

const BENEFIT: Sale['benefit'] = {
  programVersion: 1,
  pinned: null,
  formerPins: [],
  usesFoundBy: null,
  evaluated: null,
  explanation: [],
  status: 'waiting',
  earnedCents: 0,
  earnedPoints: 0,
  earnedVouchers: 0,
  activatesAt: null,
  expiresAt: null,
  refundedCents: 0,
  nextAt: null,
  turnsAt: null,
  turnsTo: null,
  voided: false,
};

/** A sale of R$ 200,00 at the till, completed, of the customer `cus_1`, about which nothing has been said. */
export function aSale(patch: SalePatch = {}): Sale {
  return patched(
    {
      id: 'sal_1',
      merchantId: 'mer_1',
      source: SOURCE,
      content: CONTENT,
      owner: {
        customerId: 'cus_1',
        identifiedBy: null,
        claimedAt: null,
        claimCall: null,
        claimRequest: null,
      },
      purchase: PURCHASE,
      benefit: BENEFIT,
      notices: { silent: false, given: [], postponed: [] },
      timeline: [{ at: SOLD_AT, event: 'completed', text: 'Venda concluída' }],
      createdAt: SOLD_AT,
      version: 1,
    },
    patch,
  );
}

/** How an order in the shop tells of the same purchase. */
export function aTelling(parts: Partial<SaleTelling> = {}): SaleTelling {
  const names = { saleId: 'sal_2', channel: 'ecommerce' as const, externalId: 'ped-1', number: null };
  return { ...names, refs: ['sal_2', 'ped-1'], cancelled: false, at: SOLD_AT, ...parts };
}

type LotParts = Partial<Omit<Lot, 'buckets'>> & { buckets?: Partial<Lot['buckets']> };

/** A lot of cashback of the sale; its amount is what its buckets hold. */
export function aLot({ buckets, ...parts }: LotParts = {}): Lot {
  const held = { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0, ...buckets };
  return {
    id: 'sal_1/r/cus_1/1',
    customerId: 'cus_1',
    type: 'cashback',
    saleId: 'sal_1',
    ruleId: 'r',
    programVersion: 1,
    revision: 1,
    zone: ZONE,
    createdAt: SOLD_AT,
    activatesAt: SOLD_AT,
    expiresAt: null,
    voucher: null,
    amount: Object.values(held).reduce((sum, amount) => sum + amount, 0),
    buckets: held,
    ...parts,
  };
}

/** The lot of one voucher of R$ 20,00. */
export function aVoucherLot(code: string, parts: LotParts = {}): Lot {
  const discount = { type: 'amount' as const, cents: 2_000 };
  const voucher = { code, template: 'volta', discount, minSaleCents: 0, stores: null };
  return aLot({ id: `sal_1/v/cus_1/${code}`, ruleId: 'v', type: 'voucher', voucher, ...parts });
}

/** What the sale gave its customer by the rule `r`. */
export function aGrant(parts: Partial<Grant> = {}): Grant {
  return {
    saleId: 'sal_1',
    customerId: 'cus_1',
    ruleId: 'r',
    type: 'cashback',
    programVersion: 1,
    month: '2026-11',
    lots: 1,
    clawbacks: 0,
    granted: 0,
    taken: 0,
    letOff: 0,
    lapsed: 0,
    collectsLater: false,
    ...parts,
  };
}

/** A use of one voucher, reserved. */
export function aReservation(code: string, parts: Partial<Redemption> = {}): Redemption {
  return {
    id: `red_${code}`,
    customerId: 'cus_1',
    type: 'voucher',
    amount: 1,
    discountCents: 2_000,
    state: 'reserved',
    draws: [{ lotId: aVoucherLot(code).id, amount: 1 }],
    reservedAt: SOLD_AT,
    reservedUntil: SOLD_AT + 15 * MINUTE,
    confirmedAt: null,
    closedAt: null,
    zone: ZONE,
    terms: redemptionTerms(programSchema.parse({ name: 'Clube', earning: { rules: [] } })),
    saleTotalCents: 20_000,
    freightCents: 0,
    saleRef: null,
    saleId: null,
    useNumber: null,
    operator: null,
    storeId: null,
    lastCall: null,
    ...parts,
  };
}
