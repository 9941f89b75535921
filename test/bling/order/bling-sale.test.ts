import { describe, expect, it } from '@jest/globals';
import { InvalidOrderError, toSaleContent } from '../../../src/bling';
import type { BlingSale } from '../../../src/bling';
import { order } from '../samples';

const ZONE = 'America/Sao_Paulo';
const sale = (changes: Record<string, unknown> = {}, zone = ZONE): BlingSale =>
  toSaleContent(order(changes), zone);
const item = (quantidade: unknown, valor: unknown): object => ({ codigo: 'A', quantidade, valor });

describe('a Bling order as a sale', () => {
  it('has its identity, its money in cents and its lines', () => {
    expect(sale()).toEqual({
      channel: 'bling',
      externalId: '26737100001',
      number: '13726',
      marketplaceNumber: 'LOJA-10042',
      storeId: '205375013',
      contactId: '16693257776',
      situation: { id: 9, value: 1 },
      soldAt: Date.UTC(2026, 10, 20, 3),
      totalCents: 23000,
      freightCents: 2000,
      otherExpensesCents: 0,
      discountCents: 1530,
      goodsCents: 21000,
      items: [
        { sku: 'CAM-P-AZUL', totalCents: 17980 },
        { sku: 'BONE-01', totalCents: 4550 },
      ],
    });
  });

  it('has no store and no contact where Bling says 0, and no situation where it says none', () => {
    expect(sale({ loja: { id: 0 }, contato: { id: 0 }, numeroLoja: '', situacao: undefined })).toMatchObject({
      storeId: null,
      contactId: null,
      marketplaceNumber: null,
      situation: null,
    });
    expect(sale({ loja: null, contato: [], situacao: { id: 0, valor: 0 } })).toMatchObject({
      storeId: null,
      contactId: null,
      situation: null,
    });
  });

  it('costs nothing extra where Bling leaves freight, expenses, discount or lines out', () => {
    const bare = { transporte: undefined, outrasDespesas: null, desconto: '', itens: null, total: 10 };
    expect(sale(bare)).toMatchObject({
      totalCents: 1000,
      freightCents: 0,
      otherExpensesCents: 0,
      discountCents: 0,
      goodsCents: 1000,
      items: [],
    });
  });

  it('has a goods value that is never negative', () => {
    expect(sale({ total: 5, transporte: { frete: 4 }, outrasDespesas: 3 }).goodsCents).toBe(0);
  });

  it('counts as sold at the first instant of its day in the zone of the store', () => {
    expect(sale({}, 'America/Manaus').soldAt).toBe(Date.UTC(2026, 10, 20, 4));
    expect(sale({ data: '2018-11-04' }).soldAt).toBe(Date.UTC(2018, 10, 4, 3));
    expect(() => sale({}, 'America/Nowhere')).toThrow('America/Nowhere');
  });

  it.each(['0000-00-00', '', null, undefined, '2026-02-30'])('is refused when its date is %p', (data) => {
    expect(() => sale({ data })).toThrow(expect.objectContaining({ code: 'invalid_order', field: 'data' }));
  });
});

describe('the money of a Bling order', () => {
  it('may come as numbers or as text, with the noise of floats', () => {
    expect(sale({ total: '230.00' }).totalCents).toBe(23000);
    expect(sale({ total: 230.00000000000003 }).totalCents).toBe(23000);
    expect(sale({ total: 0.1 + 0.2 }).totalCents).toBe(30);
    expect(sale({ total: 4.35 * 100 }).totalCents).toBe(43500);
    expect(sale({ total: 0, transporte: { frete: 0 } }).totalCents).toBe(0);
    expect(sale({ total: 10_000_000 }).totalCents).toBe(1_000_000_000);
  });

  it.each([
    ['total', 'is missing', { total: undefined }],
    ['total', 'is missing', { total: '' }],
    ['total', 'is not a number', { total: 'abc' }],
    ['total', 'is not a number', { total: '1.234,56' }],
    ['total', 'is too large', { total: 10_000_000.01 }],
    ['total', 'is too large', { total: 1e25 }],
    ['total', 'is too large', { total: -10_000_000.01 }],
    ['total', 'is not a number', { total: true }],
    ['transporte.frete', 'is not a number', { transporte: { frete: 'grátis' } }],
    ['transporte.frete', 'is not a number', { transporte: 'grátis' }],
    ['outrasDespesas', 'is not a number', { outrasDespesas: 'R$ 5' }],
    ['itens[0].valor', 'is not a number', { itens: [item(1, 'dez')] }],
    ['itens[1]', 'is too large', { itens: [item(1, 1), item(9_000_000, 9_000_000)] }],
  ])('is refused when %s %s', (field, reason, changes) => {
    expect(() => sale(changes)).toThrow(InvalidOrderError);
    expect(() => sale(changes)).toThrow(expect.objectContaining({ orderId: '26737100001', field, reason }));
  });

  it('has more than two decimals taken exactly, and rounded half up to the cent once (R52)', () => {
    const odd = { total: 71.91, desconto: { valor: 7.995, unidade: 'REAL' }, transporte: undefined };
    expect(sale({ ...odd, itens: [item(1, 79.9)] })).toMatchObject({
      totalCents: 7191,
      goodsCents: 7191,
      discountCents: 800,
    });
    expect(sale({ transporte: { frete: 15.905 } }).freightCents).toBe(1591);
    expect(sale({ total: 10.005 }).totalCents).toBe(1001);
    expect(sale({ total: 10.00499 }).totalCents).toBe(1000);
    expect(sale({ desconto: { valor: 10.0004, unidade: 'PERCENTUAL' } }).discountCents).toBe(2253);
  });

  it('may be below zero: expenses that lower the total, and goods taken back in exchange (R53)', () => {
    expect(sale({ total: 90, outrasDespesas: -10, transporte: undefined })).toMatchObject({
      otherExpensesCents: -1000,
      goodsCents: 10_000,
    });
    expect(sale({ total: -20, transporte: undefined, itens: [item(1, 80), item(-1, 100)] })).toMatchObject({
      totalCents: -2000,
      goodsCents: 0,
      items: [{ totalCents: 8000 }, { totalCents: -10_000 }],
    });
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['desconto', { desconto: { valor: 'abc' } }, { discountCents: 0 }],
    ['desconto', { desconto: { valor: -1, unidade: 'REAL' } }, { discountCents: 0 }],
    ['desconto', { desconto: 5 }, { discountCents: 0 }],
    ['desconto', { desconto: { valor: 100.5, unidade: 'PERCENTUAL' } }, { discountCents: 22_530 }],
    ['numero', { numero: {} }, { number: null }],
    ['numeroLoja', { numeroLoja: false }, { marketplaceNumber: null }],
    ['loja', { loja: 'centro' }, { storeId: null }],
    ['contato', { contato: 7 }, { contactId: null }],
    [
      'itens[0].codigo',
      { itens: [{ codigo: [], quantidade: 1, valor: 2 }] },
      { items: [{ sku: '', totalCents: 200 }] },
    ],
  ])('is not refused by %s, on which the result does not depend (R52): %j', (_field, changes, expected) => {
    expect(sale(changes)).toMatchObject({ totalCents: 23_000, ...expected });
  });

  it.each<[string, unknown]>([
    ['a line without a number', [item(1, 'dez')]],
    ['a line that is none', [null]],
    ['no list', 'nada'],
  ])('is refused by %s only where a rule asks for products', (_what, itens) => {
    expect(() => sale({ itens })).toThrow(InvalidOrderError);
    expect(toSaleContent(order({ itens }), ZONE, false)).toMatchObject({ totalCents: 23_000, items: [] });
  });

  it('does not repeat the offending value in the error', () => {
    expect(() => sale({ total: 'CPF 52998224725' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('529') }),
    );
  });

  it('multiplies a line out exactly and rounds it half up, also for things sold by weight', () => {
    const cents = (quantity: unknown, price: unknown): number | undefined =>
      sale({ itens: [item(quantity, price)] }).items[0]?.totalCents;
    expect(cents(3, 0.1)).toBe(30);
    expect(cents(0.35, 19.9)).toBe(697);
    expect(cents(1.5, 3.33)).toBe(500);
    expect(cents(3, 3.3333)).toBe(1000);
    expect(cents(1, 1.005)).toBe(101);
    expect(cents('2', '7.25')).toBe(1450);
    expect(cents(0, 10)).toBe(0);
    expect(cents(null, 10)).toBe(0);
  });

  it('takes a discount in per cent of the lines, freight excluded', () => {
    const percent = (valor: number): number =>
      sale({ desconto: { valor, unidade: 'PERCENTUAL' } }).discountCents;
    expect(percent(10)).toBe(2253);
    expect(percent(2.5)).toBe(563);
    expect(percent(100)).toBe(22530);
    expect(percent(0)).toBe(0);
    expect(sale({ desconto: { unidade: 'PERCENTUAL' } }).discountCents).toBe(0);
  });

  it('takes a line without a code as it is', () => {
    expect(sale({ itens: [{ codigo: '', quantidade: 1, valor: 2 }] }).items).toEqual([
      { sku: '', totalCents: 200 },
    ]);
  });
});
