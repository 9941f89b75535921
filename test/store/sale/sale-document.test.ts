import { describe, expect, it } from '@jest/globals';
import { flattened, toSale, toSaleDoc, saleModel } from '../../../src/store/sale';
import type { SaleDoc } from '../../../src/store/sale';
import { aSale, NOW } from '../../api/builders';

const RETURN = {
  ...{ id: 'ret_1', at: NOW, amountCents: 100, items: [] },
  ...{ operator: null, storeId: null, reason: 'Cor' },
};
const TELLING = {
  ...{ saleId: 'sal_2', channel: 'ecommerce' as const, externalId: 'e-1', number: null },
  ...{ refs: ['sal_2', 'e-1'], cancelled: false, at: NOW },
};
const FULL = aSale({
  source: { readAt: NOW, completedAt: NOW, invoiceId: '23456789012' },
  owner: { claimedAt: NOW, claimCall: 'clm_1' },
  purchase: { reviewId: 'rev_1', tellings: [TELLING], comparedAs: '{}', returns: [RETURN] },
  notices: { silent: true, given: ['repurchase'], postponed: [{ key: 'expired/x', at: NOW }] },
});
const PLAIN = aSale({ source: { invoiceId: null } });

/** What the first sales were stored without. */
const NEWER = [
  ...['marketplaceNumber', 'invoiceNumber', 'duplicateOf', 'heldFor', 'evidence', 'matchedAs'],
  ...['silent', 'lateness', 'invoiceId'],
];

describe('a sale and its document', () => {
  it('tell the same, there and back', () => {
    expect(toSale(toSaleDoc(FULL))).toEqual(FULL);
    expect(toSale(toSaleDoc(PLAIN))).toEqual(PLAIN);
  });

  it('are flat, with dates, under the names the database has always had', () => {
    expect(toSaleDoc(FULL)).toMatchObject({
      _id: FULL.id,
      sourceStatus: 'completed',
      heldFor: 'rev_1',
      evidence: [{ ...TELLING, at: new Date(NOW) }],
      matchedAs: '{}',
      told: ['repurchase'],
      postponed: [{ key: 'expired/x', at: new Date(NOW) }],
      returns: [{ ...RETURN, at: new Date(NOW) }],
      soldAt: new Date(NOW),
      claimedAt: new Date(NOW),
      timeline: [{ at: new Date(NOW - 2), event: 'received' }],
    });
  });

  it('have exactly the fields of the schema', () => {
    // Whose turn it is to claim a sale is no part of the sale, nor what is attested of it; that is of no sale when it is opened.
    const paths = Object.keys(saleModel.schema.paths)
      .filter((path) => !['claimTaken', 'attested', 'seal'].includes(path))
      .sort();
    expect(Object.keys(toSaleDoc(FULL)).sort()).toEqual(paths);
  });

  it('written before sources were compared, it was never compared', () => {
    const said = Object.entries(toSaleDoc(PLAIN)).filter(([field]) => !NEWER.includes(field));
    expect(toSale(Object.fromEntries(said) as unknown as SaleDoc)).toEqual(PLAIN);
  });
});

describe('a patch in the document', () => {
  it('sets what it says, under the stored names, and nothing else', () => {
    const patch = {
      source: { status: 'cancelled' as const, completedAt: NOW },
      purchase: { reviewId: null, tellings: [TELLING] },
      notices: { given: ['repurchase'] },
    };
    expect(flattened(patch)).toEqual({
      sourceStatus: 'cancelled',
      completedAt: new Date(NOW),
      heldFor: null,
      evidence: [{ ...TELLING, at: new Date(NOW) }],
      told: ['repurchase'],
    });
  });

  it('keeps the order of fields, by which changes are recognised', () => {
    const [stored] = flattened({ purchase: { returns: [RETURN] } }).returns!;
    expect(Object.keys(stored!)).toEqual(Object.keys(RETURN));
  });

  it('of a field that no sale has is refused', () => {
    expect(() => flattened({ source: { told: [] } as object })).toThrow(TypeError);
  });
});
