import { describe, expect, it } from '@jest/globals';
import { compareSales, markText, saleMark } from '../../../src/loyalty/purchase';
import { consumerInvoiceOf } from '../../../src/loyalty/sale';
import type { Sale, SourceStatus } from '../../../src/loyalty/sale';
import { counts, Records } from './records';
import { erpSale, invoiceSale, NOON, shopSale, tillSale } from './sales';
import type { SaleChange } from './sales';

const NAMES = { source: { invoiceId: '234', marketplaceNumber: null } };
const NAMES_NOT = { source: { invoiceId: null, marketplaceNumber: null } };
/** Nothing agrees but the order's word. */
const OTHERWISE = {
  content: { totalCents: 5_000, soldAt: NOON - 5 * 86_400_000 },
  owner: { customerId: 'bia' },
};

const order = (change: SaleChange = NAMES): Sale => erpSale({ ...OTHERWISE, ...change });
const lookAll = (records: Records): void => records.all().forEach(({ id }) => void records.lookAgain(id));
const countedBy = (records: Records, id: string): string | null => records.sale(id).purchase.duplicateOf;

/** The sales that count by themselves. */
const countingIn = (records: Records): string[] =>
  records
    .all()
    .filter(counts)
    .map(({ id }) => id);

describe('an NFC-e that an order names', () => {
  it.each<SourceStatus>(['open', 'completed', 'refused', 'cancelled'])(
    'counts by the order, be that %s, and whatever else does not agree',
    (status) => {
      const records = new Records(invoiceSale(), order({ source: { ...NAMES.source, status } }));
      lookAll(records);
      expect(countedBy(records, 'sal_nfce')).toBe('sal_erp');
      expect(countedBy(records, 'sal_erp')).toBeNull();
    },
  );

  it('counts by it also where the order names it later, or has counted by the NFC-e until then', () => {
    const alike = { source: { marketplaceNumber: 'W-100' } };
    const records = new Records(invoiceSale(alike), erpSale());
    records.lookAgain('sal_nfce');
    records.lookAgain('sal_erp');
    expect(countedBy(records, 'sal_erp')).toBe('sal_nfce');
    records.tell('sal_erp', { source: { invoiceId: '234' } });
    lookAll(records);
    expect(countedBy(records, 'sal_nfce')).toBe('sal_erp');
    expect(countedBy(records, 'sal_erp')).toBeNull();
  });

  it('moves along where another order names it', () => {
    const other = erpSale({ ...NAMES_NOT, ...OTHERWISE }, 'sal_other');
    const records = new Records(invoiceSale(), order(), other);
    lookAll(records);
    records.tell('sal_erp', NAMES_NOT);
    records.tell('sal_other', NAMES);
    lookAll(records);
    expect(countedBy(records, 'sal_nfce')).toBe('sal_other');
    expect(records.sale('sal_erp').purchase.tellings).toEqual([]);
  });

  it('does not cancel the order’s purchase when it is cancelled', () => {
    const records = new Records(invoiceSale(), order());
    lookAll(records);
    records.tell('sal_nfce', { source: { status: 'cancelled' } });
    expect(records.sale('sal_erp').purchase.tellings).toMatchObject([
      { saleId: 'sal_nfce', cancelled: false },
    ]);
  });

  it('counts when the order is deleted', () => {
    const records = new Records(invoiceSale(), order());
    lookAll(records);
    records.tell('sal_erp', { source: { status: 'missing' } });
    expect(countedBy(records, 'sal_nfce')).toBeNull();
    expect(countedBy(records, 'sal_erp')).toBe('sal_nfce');
  });

  describe('and that counts by the till’s sale', () => {
    function byTheTill(): Records {
      const source = { accessKey: '3526'.padEnd(44, '1') };
      const records = new Records(tillSale({ source }), invoiceSale({ source }), order(NAMES_NOT));
      lookAll(records);
      expect(countedBy(records, 'sal_nfce')).toBe('sal_till');
      return records;
    }

    it('has the order count by that too', () => {
      const records = byTheTill();
      records.tell('sal_erp', NAMES);
      lookAll(records);
      expect(countedBy(records, 'sal_erp')).toBe('sal_till');
    });

    it('leaves an order alone that a person has told from the till’s sale', () => {
      const records = byTheTill();
      records.tell('sal_erp', NAMES);
      lookAll(records);
      records.decide('sal_erp', 'sal_till', 'distinct');
      records.once('sal_nfce');
      expect(countedBy(records, 'sal_erp')).toBeNull();
      expect(countedBy(records, 'sal_nfce')).toBe('sal_till');
    });

    it('leaves an order alone that waits for a person', () => {
      const held = order({ ...NAMES, purchase: { reviewId: 'a review' } });
      const records = new Records(tillSale(), invoiceSale({ purchase: { duplicateOf: 'sal_till' } }), held);
      records.once('sal_nfce');
      expect(records.sale('sal_erp').purchase).toMatchObject({ duplicateOf: null, reviewId: 'a review' });
    });
  });

  describe('and whose order counts by a shop’s sale', () => {
    const told = { source: { invoiceId: '234' } };

    it.each<[string, SaleChange]>([
      ['its total', { content: { totalCents: 5_000 } }],
      ['its shop number', { source: { marketplaceNumber: 'W-200' } }],
      ['its total and its customer', { content: { totalCents: 5_000 }, owner: { customerId: 'bia' } }],
    ])('does not vouch for that once %s is another: a person is asked', (_what, change) => {
      const invoice = invoiceSale({ source: { marketplaceNumber: 'W-100' } });
      const records = new Records(shopSale(), erpSale(told), invoice);
      lookAll(records);
      expect(countedBy(records, 'sal_erp')).toBe('sal_shop');
      expect(countedBy(records, 'sal_nfce')).toBe('sal_shop');
      records.tell('sal_erp', change);
      lookAll(records);
      expect(records.sale('sal_erp').purchase).toMatchObject({
        duplicateOf: null,
        reviewId: 'review of sal_erp and sal_shop',
      });
      expect(countingIn(records)).toEqual(['sal_shop']);
    });

    it('goes along where it is the shop’s by nothing but its order', () => {
      const records = new Records(shopSale(), erpSale(told), invoiceSale({ owner: { customerId: 'bia' } }));
      lookAll(records);
      expect(countedBy(records, 'sal_nfce')).toBe('sal_shop');
      records.tell('sal_erp', { content: { totalCents: 5_000 } });
      lookAll(records);
      expect(countedBy(records, 'sal_erp')).toBeNull();
      expect(countedBy(records, 'sal_nfce')).toBe('sal_erp');
      expect(countingIn(records)).toEqual(['sal_shop']);
    });
  });

  it('leaves nothing to be compared again of an order that comes to name it', () => {
    expect(markText(erpSale({ source: { invoiceId: '234' } }))).toBe(markText(erpSale()));
  });

  it('waits for a person where the order names it no more, and goes by what a person has said', () => {
    const records = new Records(invoiceSale(), order());
    lookAll(records);
    records.tell('sal_erp', NAMES_NOT);
    lookAll(records);
    expect(records.sale('sal_nfce').purchase).toMatchObject({
      duplicateOf: null,
      reviewId: 'review of sal_erp and sal_nfce',
    });
    records.decide('sal_erp', 'sal_nfce', 'distinct');
    records.tell('sal_erp', NAMES);
    lookAll(records);
    expect(countedBy(records, 'sal_nfce')).toBeNull();
  });

  it('is nobody else’s: of another company it is another NFC-e', () => {
    const elsewhere = { source: { ...NAMES.source, connectionId: 'con_2' } };
    const records = new Records(invoiceSale(), order(elsewhere));
    lookAll(records);
    expect(countedBy(records, 'sal_nfce')).toBeNull();
    expect(compareSales(saleMark(invoiceSale()), saleMark(order(elsewhere))).verdict).toBe('distinct');
    expect(compareSales(saleMark(invoiceSale()), saleMark(order())).verdict).toBe('same');
  });
});

it('an NFC-e is told from an order by what it is called, and from what other channels call alike', () => {
  const of = (channel: 'bling' | 'pos', externalId: string) => consumerInvoiceOf({ channel, externalId });
  expect(of('bling', 'nfce-234')).toBe('234');
  expect([of('bling', '234'), of('bling', 'nfce-0'), of('bling', 'nfce-2x'), of('pos', 'nfce-234')]).toEqual([
    ...[null, null, null, null],
  ]);
});
