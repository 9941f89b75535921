import { describe, expect, it } from '@jest/globals';
import { fingerprints, neighbouringFingerprints, compareSales } from '../../../src/loyalty/purchase';
import type { SaleMark } from '../../../src/loyalty/purchase';

const NONE = { shop: [], invoice: [], erp: [] };
const shop = (...numbers: string[]): SaleMark['numbers'] => ({ ...NONE, shop: numbers });
const erp = (...numbers: string[]): SaleMark['numbers'] => ({ ...NONE, erp: numbers });

/** An order as the web shop tells it. */
const SHOP: SaleMark = {
  saleId: 'sal_shop',
  source: 'ecommerce/',
  totalCents: 18_990,
  date: '2026-11-03',
  numbers: shop('W-100'),
  customerId: 'ana',
};

/** The same order as the ERP tells it, which knows it by the shop's number. */
const ERP: SaleMark = {
  ...SHOP,
  saleId: 'sal_erp',
  source: 'bling/con_1',
  numbers: { ...shop('W-100'), erp: ['10231'] },
};

const TILL: SaleMark = { ...SHOP, saleId: 'sal_till', source: 'pos/', numbers: NONE };

describe('two tellings of sales', () => {
  it.each<[string, Partial<SaleMark>, Partial<SaleMark>, 'same' | 'doubtful' | 'distinct']>([
    ['a number, total and day in common', {}, {}, 'same'],
    ['the same with the number spelled otherwise', { numbers: shop('#w-100 ') }, {}, 'same'],
    [
      'the same where one of them knows no customer, which is no agreement',
      { customerId: null },
      {},
      'doubtful',
    ],
    ['the same where none knows a customer', { customerId: null }, { customerId: null }, 'same'],
    ['a number in common, but different customers', { customerId: 'bia' }, {}, 'doubtful'],
    ['a number and customer in common, another total', { totalCents: 18_000 }, {}, 'doubtful'],
    ['a number and customer in common, a day apart', { date: '2026-11-04' }, {}, 'doubtful'],
    [
      'a number and total in common, a day apart, nobody known',
      { date: '2026-11-04', customerId: null },
      {},
      'doubtful',
    ],
    ['a number in common, two days apart', { date: '2026-11-05' }, {}, 'distinct'],
    [
      'a number in common by chance: another total, nobody known',
      { totalCents: 1, customerId: null },
      {},
      'distinct',
    ],
    ['orders of the shop that are known and differ', { numbers: shop('W-200') }, {}, 'distinct'],
    [
      'orders of the shop that differ, of which one is by chance the number that the ERP counts by',
      { numbers: shop('10231') },
      {},
      'distinct',
    ],
    [
      'one number in common, and in another series they differ',
      { numbers: { ...shop('W-100'), erp: ['9'] } },
      {},
      'doubtful',
    ],
    [
      'everything in common, and one source: the shop’s order told twice',
      { source: 'bling/con_1' },
      {},
      'doubtful',
    ],
    [
      'the shop’s order twice in one source, of nobody known',
      { source: 'bling/con_1', customerId: null },
      { customerId: null },
      'distinct',
    ],
    [
      'the shop’s order twice in one source, another total',
      { source: 'bling/con_1', totalCents: 1 },
      {},
      'distinct',
    ],
    [
      'the shop’s order twice in one source, another day',
      { source: 'bling/con_1', date: '2026-11-04' },
      {},
      'distinct',
    ],
    [
      'no order of a shop, and one source',
      { source: 'bling/con_1', numbers: erp('10231') },
      { numbers: erp('10231') },
      'distinct',
    ],
    [
      'the numbers of two companies in the ERP',
      { source: 'bling/con_2', numbers: erp('10231'), customerId: 'bia' },
      {},
      'distinct',
    ],
  ])('of a shop and an ERP: %s', (_case, one, other, verdict) => {
    const [a, b] = [
      { ...SHOP, ...one },
      { ...ERP, ...other },
    ];
    expect(compareSales(a, b).verdict).toBe(verdict);
    expect(compareSales(b, a).verdict).toBe(verdict);
  });

  it.each<[string, Partial<SaleMark>, 'same' | 'doubtful' | 'distinct']>([
    ['customer, total and day in common, no number', {}, 'doubtful'],
    ['nobody known and no number', { customerId: null }, 'distinct'],
    ['another day', { date: '2026-11-04' }, 'distinct'],
    ['another total', { totalCents: 18_991 }, 'distinct'],
    ['another customer', { customerId: 'bia' }, 'distinct'],
    ['the ERP’s number, given as such', { numbers: erp('10231') }, 'same'],
    [
      'the ERP’s number, given as such, of nobody known',
      { numbers: erp('10231'), customerId: null },
      'doubtful',
    ],
    ['another number of the ERP', { numbers: erp('10232') }, 'distinct'],
    ['the ERP’s number in the series of a shop', { numbers: shop('10231') }, 'doubtful'],
  ])('of a till and an ERP: %s', (_case, till, verdict) => {
    expect(compareSales({ ...TILL, ...till }, { ...ERP, numbers: erp('10231') }).verdict).toBe(verdict);
  });

  it('says in words what speaks for and against it', () => {
    expect(
      compareSales({ ...SHOP, customerId: 'bia', totalCents: 100 }, { ...ERP, totalCents: 100 }),
    ).toEqual({
      verdict: 'doubtful',
      reasons: ['Número em comum: W-100', 'Mesmo total: R$ 1,00', 'Mesmo dia', 'Clientes diferentes'],
    });
  });
});

describe('fingerprints', () => {
  it('find a sale by each number on its day, and by customer, total and day; in sorted order', () => {
    expect(fingerprints({ ...SHOP, numbers: { ...shop('W-100', '#w-100'), erp: ['9'] } })).toEqual([
      'c|ana|18990|2026-11-03',
      'n|9|2026-11-03',
      'n|W-100|2026-11-03',
    ]);
    expect(fingerprints({ ...SHOP, customerId: null })).toEqual(['n|W-100|2026-11-03']);
  });

  it('are looked for a day off as well, also across a month', () => {
    expect(neighbouringFingerprints({ ...SHOP, date: '2026-12-01' })).toEqual([
      'n|W-100|2026-11-30',
      'n|W-100|2026-12-02',
    ]);
  });
});
