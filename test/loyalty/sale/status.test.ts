import { describe, expect, it } from '@jest/globals';
import { patched, SALE_STATUSES, saleStatus } from '../../../src/loyalty/sale';
import type { SalePatch, SaleStatus } from '../../../src/loyalty/sale';
import type { Lot } from '../../../src/loyalty/ledger';
import { aLot, aSale, aTelling } from './sales';

type Buckets = Partial<Lot['buckets']>;

/** A fact, and the status it leads to where no fact above it holds. */
const FACTS: [SaleStatus, string, SalePatch][] = [
  ['refused', 'the source’s content cannot be right', { source: { status: 'refused' } }],
  ['cancelled', 'the source has cancelled it', { source: { status: 'cancelled' } }],
  ['cancelled', 'the source no longer knows it', { source: { status: 'missing' } }],
  ['waiting', 'the source has not completed it', { source: { status: 'open' } }],
  ['duplicate', 'another sale counts for the purchase', { purchase: { duplicateOf: 'sal_2' } }],
  ['in_review', 'a review decides whether it counts', { purchase: { reviewId: 'rev_1' } }],
  [
    'cancelled',
    'another source has cancelled the purchase',
    { purchase: { tellings: [aTelling(), aTelling({ saleId: 'sal_3', cancelled: true })] } },
  ],
  ['unidentified', 'nobody owns it', { owner: { customerId: null } }],
];

/** What an owner's lots hold, and the status it leads to where nothing above it is held. */
const LOTS: [SaleStatus, string, Buckets][] = [
  ['active', 'something can be used', { active: 1 }],
  ['active', 'something is reserved', { reserved: 1 }],
  ['pending', 'something is held back', { pending: 1 }],
  ['used', 'something was used', { spent: 1 }],
  ['expired', 'something expired unused', { expired: 1 }],
  ['used', 'all was taken back', { reversed: 1 }],
];

const inEveryBucket = (buckets: Buckets): Lot[] =>
  Object.entries(buckets).map(([bucket, amount]) => aLot({ id: bucket, buckets: { [bucket]: amount } }));

describe('the status of a sale', () => {
  it.each(FACTS)('is %s where %s, whatever the lots hold', (status, _, patch) => {
    expect(saleStatus(aSale(patch), [])).toBe(status);
    expect(saleStatus(aSale(patch), [aLot({ buckets: { active: 5 } })])).toBe(status);
  });

  it.each(FACTS.map(([status, fact], index) => [status, fact, index] as const))(
    'is %s where %s, whatever comes after that in the table',
    (status, _, index) => {
      const all = FACTS.slice(index).toReversed();
      const sale = all.reduce((before, [, , patch]) => patched(before, patch), aSale());
      expect(saleStatus(sale, [])).toBe(status);
    },
  );

  it.each(LOTS)('of a completed sale with an owner is %s where %s', (status, _, buckets) => {
    expect(saleStatus(aSale(), [aLot({ buckets })])).toBe(status);
  });

  it.each(LOTS.map(([status, what], index) => [status, what, index] as const))(
    'is %s where %s, whatever else below it in the table is held, in one lot or in several',
    (status, _, index) => {
      const held = Object.assign({}, ...LOTS.slice(index).map(([, , buckets]) => buckets)) as Buckets;
      expect(saleStatus(aSale(), [aLot({ buckets: held })])).toBe(status);
      expect(saleStatus(aSale(), inEveryBucket(held).toReversed())).toBe(status);
    },
  );

  it('is no_benefit where there has never been a lot', () => {
    expect(saleStatus(aSale(), [])).toBe('no_benefit');
  });

  it('is not changed by another source that tells of the purchase and has not cancelled it', () => {
    const sale = aSale({ purchase: { tellings: [aTelling()] } });
    expect(saleStatus(sale, [aLot({ buckets: { active: 5 } })])).toBe('active');
  });

  it('has every value that a sale can have in these tables', () => {
    const reached = new Set<SaleStatus>([...FACTS, ...LOTS].map(([status]) => status).concat('no_benefit'));
    expect([...reached].sort()).toEqual([...SALE_STATUSES].sort());
  });
});
