import { describe, expect, it } from '@jest/globals';
import { arrivedBefore, openedBefore, markText, saleMark } from '../../../src/loyalty/purchase';
import type { SaleMark } from '../../../src/loyalty/purchase';
import type { Sale } from '../../../src/loyalty/sale';
import { DAY, erpSale, NOON, shopSale, tillSale } from './sales';

const KEY = '35261111222333000181550010000012341000012345';

describe('the marks of a sale', () => {
  it('of an ERP are its own number and the shop’s, each in its series', () => {
    expect(saleMark(erpSale({ source: { invoiceNumber: '55', accessKey: `NFe ${KEY}` } }))).toEqual({
      ...{
        saleId: 'sal_erp',
        source: 'bling/con_1',
        totalCents: 18_990,
        date: '2026-11-03',
        customerId: 'ana',
      },
      numbers: { shop: ['W-100'], invoice: [KEY], erp: ['10231'] },
    });
  });

  it.each<[string, Sale, string, Partial<SaleMark['numbers']>]>([
    ['a shop', shopSale({ source: { number: '9' } }), 'ecommerce/', { shop: ['W-100', '9'] }],
    ['a till, whose own number is no evidence', tillSale({ source: { number: '5703' } }), 'pos/', {}],
    [
      'a till that knows the shop’s order and the ERP’s',
      tillSale({ source: { marketplaceNumber: 'W-1', erpNumber: '5703' } }),
      'pos/',
      { shop: ['W-1'], erp: ['5703'] },
    ],
    [
      'a till whose invoice is named by its key',
      tillSale({ source: { invoiceNumber: KEY } }),
      'pos/',
      { invoice: [KEY] },
    ],
    ['a till whose invoice has a number only', tillSale({ source: { invoiceNumber: '123' } }), 'pos/', {}],
  ])('of %s', (_what, sale, source, numbers) => {
    const none = { shop: [], invoice: [], erp: [] };
    expect(saleMark(sale)).toMatchObject({ source, numbers: { ...none, ...numbers } });
  });

  it.each<[string, Sale, string]>([
    [
      'in the zone of the sale',
      shopSale({ content: { soldAt: Date.UTC(2026, 10, 4, 2, 59) } }),
      '2026-11-03',
    ],
    [
      'by when it was opened, where its source was never read',
      shopSale({ content: { soldAt: null }, createdAt: NOON + DAY }),
      '2026-11-04',
    ],
  ])('are of a day %s', (_what, sale, date) => {
    expect(saleMark(sale).date).toBe(date);
  });

  it('are stored as one text, which is compared with what databases hold', () => {
    expect(markText(shopSale())).toBe(
      '{"saleId":"sal_shop","source":"ecommerce/","totalCents":18990,"date":"2026-11-03","numbers":{"shop":["W-100"],"invoice":[],"erp":[]},"customerId":"ana"}',
    );
  });
});

describe('which of two sales was there before', () => {
  it('is told by when they were opened, and by their ids where that is the same instant', () => {
    expect(openedBefore(shopSale(), erpSale())).toBe(true);
    expect(openedBefore(erpSale(), shopSale())).toBe(false);
    const [a, b] = [shopSale({}, 'sal_a'), shopSale({}, 'sal_b')];
    expect([openedBefore(a, b), openedBefore(b, a)]).toEqual([true, false]);
  });

  const NUMBER = 'n|W-100|2026-11-03';
  const CUSTOMER = 'c|ana|18990|2026-11-03';
  const waits = { purchase: { reviewId: 'some review' } };
  const aDayOff = { content: { soldAt: NOON + DAY } };
  const compared = { purchase: { comparedAs: 'compared' } };

  type Row = [string, Sale, Sale, Record<string, string[]>, boolean];
  it.each<Row>([
    [
      'the one that arrived first under what both carry',
      erpSale(),
      shopSale(),
      { [CUSTOMER]: ['sal_erp', 'sal_shop'] },
      true,
    ],
    ['not the one that arrived after', erpSale(), shopSale(), { [CUSTOMER]: ['sal_shop', 'sal_erp'] }, false],
    ['not one that never arrived there', erpSale(), shopSale(), { [CUSTOMER]: ['sal_shop'] }, false],
    [
      'whatever came later under another mark',
      ...([erpSale(), shopSale()] as const),
      { [CUSTOMER]: ['sal_erp', 'sal_shop'], [NUMBER]: ['sal_shop', 'sal_erp'] },
      true,
    ],
    [
      'the one that counts, though it arrived later',
      erpSale(),
      shopSale(waits),
      { [CUSTOMER]: ['sal_shop', 'sal_erp'] },
      true,
    ],
    [
      'not the one that waits for a person',
      erpSale(waits),
      shopSale(),
      { [CUSTOMER]: ['sal_erp', 'sal_shop'] },
      false,
    ],
    [
      'of two that wait, the one that arrived first',
      erpSale(waits),
      shopSale(waits),
      { [CUSTOMER]: ['sal_erp', 'sal_shop'] },
      true,
    ],
    ['a day off, the one that has been compared', erpSale({ ...aDayOff, ...compared }), shopSale(), {}, true],
    ['a day off, where none has, not the younger', erpSale(aDayOff), shopSale(), {}, false],
    ['a day off, where none has, the elder', shopSale(), erpSale(aDayOff), {}, true],
  ])('is %s', (_which, other, sale, arrivals, expected) => {
    expect(arrivedBefore(new Map(Object.entries(arrivals)), other, sale)).toBe(expected);
  });
});
