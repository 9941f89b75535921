import { describe, expect, it } from '@jest/globals';
import type { Sale } from '../../../src/loyalty/sale';
import { counts, Records } from './records';
import { changed, DAY, erpSale, goodsBack, NOON, shopSale, tillSale } from './sales';

const status = (value: Sale['source']['status']): { source: { status: typeof value } } => ({
  source: { status: value },
});

/** The shop's order counts, and the ERP's copy by it. */
function told(): Records {
  const records = new Records(shopSale(), erpSale());
  records.lookAgain('sal_shop');
  records.lookAgain('sal_erp');
  return records;
}

/** The till's sale waits for a person, who has to say whether it is the ERP's. */
function held(): Records {
  const records = new Records(erpSale({ source: { marketplaceNumber: null } }), tillSale());
  records.lookAgain('sal_erp');
  records.lookAgain('sal_till');
  return records;
}

const countingIn = (records: Records): string[] =>
  records
    .all()
    .filter(counts)
    .map(({ id }) => id);

describe('one purchase that the shop and the ERP both tell', () => {
  it('counts by whichever came first', () => {
    expect(countingIn(told())).toEqual(['sal_shop']);
    const records = new Records(shopSale(), erpSale());
    records.lookAgain('sal_erp');
    records.lookAgain('sal_shop');
    expect(countingIn(records)).toEqual(['sal_erp']);
  });

  it('is over when the copy is cancelled, and counts again when it is completed again', () => {
    const records = told();
    records.tell('sal_erp', status('cancelled'));
    expect(countingIn(records)).toEqual([]);
    expect(records.sale('sal_erp').purchase.duplicateOf).toBe('sal_shop');
    records.tell('sal_erp', status('completed'));
    expect(countingIn(records)).toEqual(['sal_shop']);
  });

  it('is over when the one that counts is cancelled, and counts again when it is completed again', () => {
    const records = told();
    records.tell('sal_shop', status('cancelled'));
    expect(countingIn(records)).toEqual([]);
    records.tell('sal_shop', status('completed'));
    expect(countingIn(records)).toEqual(['sal_shop']);
  });

  it('counts by the copy when the one that counted is deleted, and only once when that comes back', () => {
    const records = told();
    records.tell('sal_shop', status('missing'));
    expect(countingIn(records)).toEqual(['sal_erp']);
    expect(records.sale('sal_shop').purchase).toMatchObject({ duplicateOf: 'sal_erp', tellings: [] });
    records.tell('sal_shop', status('completed'));
    expect(countingIn(records)).toEqual(['sal_erp']);
  });

  it('counts as before when the copy is deleted', () => {
    const records = told();
    records.tell('sal_erp', status('missing'));
    expect(countingIn(records)).toEqual(['sal_shop']);
  });

  it('counts by the copy where the first was cancelled before the copy came', () => {
    const records = new Records(shopSale(), erpSale());
    records.lookAgain('sal_shop');
    records.tell('sal_shop', status('cancelled'));
    records.lookAgain('sal_erp');
    expect(countingIn(records)).toEqual(['sal_erp']);
    records.tell('sal_shop', status('completed'));
    expect(countingIn(records)).toHaveLength(1);
  });

  it('has had its goods back once, whichever was told', () => {
    const records = new Records(shopSale(), erpSale({ source: { marketplaceNumber: 'W-900' } }));
    records.lookAgain('sal_shop');
    records.tell('sal_erp', { purchase: { returns: [goodsBack('r1', 9_000)], returnedCents: 9_000 } });
    records.tell('sal_erp', { source: { marketplaceNumber: 'W-100' } });
    records.lookAgain('sal_erp');
    expect(records.sale('sal_shop').purchase).toMatchObject({
      returns: [{ id: 'r1' }],
      returnedCents: 9_000,
    });
    records.tell('sal_erp', { content: { totalCents: 30_000 } });
    expect(records.sale('sal_shop').purchase).toMatchObject({ tellings: [], returns: [], returnedCents: 0 });
  });

  it('is asked about where the copy changes so that it no longer fits, and counts once where it fits again', () => {
    const records = told();
    records.tell('sal_erp', { content: { totalCents: 26_000 } });
    expect(records.sale('sal_erp').purchase).toMatchObject({
      duplicateOf: null,
      reviewId: records.review('sal_shop', 'sal_erp').id,
    });
    expect(records.sale('sal_shop').purchase.tellings).toEqual([]);
    records.tell('sal_shop', { content: { totalCents: 26_000 } });
    expect(records.sale('sal_erp').purchase).toMatchObject({ duplicateOf: 'sal_shop', reviewId: null });
    expect(countingIn(records)).toEqual(['sal_shop']);
  });

  it('is asked about where the one that counts changes so that the copy no longer fits (R43)', () => {
    const records = told();
    records.tell('sal_shop', { content: { totalCents: 26_000 } });
    expect(records.sale('sal_erp').purchase).toMatchObject({
      duplicateOf: null,
      reviewId: records.review('sal_shop', 'sal_erp').id,
    });
    records.tell('sal_erp', status('cancelled'));
    expect(countingIn(records)).toEqual(['sal_shop']);
  });

  it('is wholly theirs who claim it: a copy that names nobody goes on telling of it, and ends it', () => {
    const nobody = { owner: { customerId: null } };
    const records = new Records(shopSale(nobody), erpSale(nobody));
    records.lookAgain('sal_shop');
    records.lookAgain('sal_erp');
    records.tell('sal_shop', { owner: { customerId: 'ana', claimCall: 'call_1' } });
    records.lookAgain('sal_erp');
    expect(records.sale('sal_erp').purchase).toMatchObject({ duplicateOf: 'sal_shop', reviewId: null });
    expect(countingIn(records)).toEqual(['sal_shop']);
    records.tell('sal_erp', status('cancelled'));
    expect(countingIn(records)).toEqual([]);
  });

  it('is asked about where the copy comes to name somebody else than who claimed it', () => {
    const nobody = { owner: { customerId: null } };
    const records = new Records(shopSale(nobody), erpSale(nobody));
    records.lookAgain('sal_shop');
    records.lookAgain('sal_erp');
    records.tell('sal_shop', { owner: { customerId: 'ana', claimCall: 'call_1' } });
    records.tell('sal_erp', { owner: { customerId: 'bia' } });
    expect(records.sale('sal_erp').purchase.reviewId).toBe(records.review('sal_shop', 'sal_erp').id);
  });

  it('counts by a third where two that had counted turn out to be it', () => {
    const file = tillSale(
      { source: { channel: 'import', externalId: 'F-1', erpNumber: '10231' } },
      'sal_file',
    );
    const records = new Records(file, shopSale(), erpSale({ source: { marketplaceNumber: null } }));
    records.lookAgain('sal_file');
    records.lookAgain('sal_shop');
    records.lookAgain('sal_erp');
    expect(records.sale('sal_erp').purchase.duplicateOf).toBe('sal_file');
    records.tell('sal_erp', { source: { marketplaceNumber: 'W-100' } });
    expect(records.sale('sal_file').purchase.duplicateOf).toBeNull();
  });
});

describe('a pair that a person has to decide about', () => {
  it('waits', () => {
    expect(countingIn(held())).toEqual(['sal_erp']);
    expect(held().sale('sal_till').purchase.reviewId).toBe(held().review('sal_erp', 'sal_till').id);
  });

  it('counts twice once they are distinct, also where the data come to agree', () => {
    const records = held();
    records.decide('sal_erp', 'sal_till', 'distinct');
    expect(countingIn(records)).toEqual(['sal_erp', 'sal_till']);
    records.tell('sal_till', { source: { number: '10231' } });
    expect(countingIn(records)).toEqual(['sal_erp', 'sal_till']);
  });

  it('counts once when they are the same, also where the data come to differ', () => {
    const records = held();
    records.decide('sal_erp', 'sal_till', 'same');
    expect(countingIn(records)).toEqual(['sal_erp']);
    records.tell('sal_till', { content: { totalCents: 1, soldAt: NOON + 9 * DAY } });
    expect(countingIn(records)).toEqual(['sal_erp']);
  });

  it('is no question any more where the other is deleted', () => {
    const records = held();
    records.tell('sal_erp', status('missing'));
    records.lookAgain('sal_till');
    expect(countingIn(records)).toEqual(['sal_till']);
  });

  it.each([
    ['distinct' as const, ['sal_shop', 'sal_till']],
    ['same' as const, ['sal_shop']],
  ])('counts with the copy that the ERP tells of what waits, once it is %s', (decision, counting) => {
    const till = tillSale({ source: { erpNumber: '10231' } });
    const records = new Records(shopSale(), till, erpSale({ source: { marketplaceNumber: null } }));
    for (const id of ['sal_shop', 'sal_till', 'sal_erp']) records.lookAgain(id);
    expect(countingIn(records)).toEqual(['sal_shop']);
    expect(records.sale('sal_erp').purchase.duplicateOf).toBe('sal_till');
    records.decide('sal_till', 'sal_shop', decision);
    for (const id of ['sal_erp', 'sal_till']) records.lookAgain(id);
    expect(countingIn(records)).toEqual(counting);
    expect(records.sale('sal_erp').purchase.duplicateOf).toBe(counting.at(-1));
  });

  it('is asked about where the elder is completed later, a day off', () => {
    const erp = changed(erpSale({ createdAt: NOON - 1, content: { soldAt: NOON - DAY } }), status('open'));
    const records = new Records(erp, shopSale());
    records.lookAgain('sal_erp');
    records.lookAgain('sal_shop');
    records.tell('sal_erp', status('completed'));
    expect(countingIn(records)).toEqual(['sal_shop']);
    expect(records.sale('sal_erp').purchase.reviewId).not.toBeNull();
  });

  it('goes on counting twice where both were paid before', () => {
    const records = new Records(
      erpSale({ source: { marketplaceNumber: null } }),
      tillSale({ owner: { customerId: 'bia' } }),
    );
    records.lookAgain('sal_erp');
    records.lookAgain('sal_till');
    records.tell('sal_till', { owner: { customerId: 'ana' } });
    expect(countingIn(records)).toEqual(['sal_erp', 'sal_till']);
    expect(records.review('sal_erp', 'sal_till').state).toBe('open');
  });
});

describe('two sales that count by each other', () => {
  it('become one purchase again, whichever looks first', () => {
    for (const first of ['sal_shop', 'sal_erp']) {
      const records = new Records(
        shopSale({ purchase: { duplicateOf: 'sal_erp' } }),
        erpSale({ purchase: { duplicateOf: 'sal_shop' } }),
      );
      records.lookAgain(first);
      records.lookAgain('sal_shop');
      expect(countingIn(records)).toEqual(['sal_shop']);
      expect(records.sale('sal_shop').purchase.duplicateOf).toBeNull();
    }
  });
});
