import { describe, expect, it } from '@jest/globals';
import { differenceOf, listedOrder } from '../../../src/bling';
import { orderSummarySchema } from '../../../src/bling/order';
import { newSale } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import { varied } from '../../loyalty/sale/varied';
import type { SaleVariation } from '../../loyalty/sale/varied';
import { orderJson } from '../samples';

const READ = Date.parse('2026-11-20T12:00:00Z');
const NONE = { completed: [], cancelled: [] };
const PARKED = { reason: 'forbidden', asked: 'order', connectionId: 'con_1', since: READ } as const;

const row = (changes: Record<string, unknown> = {}) =>
  listedOrder(orderSummarySchema.parse(orderJson(changes)), NONE);

/** The sale as the same order made it. */
function aSale(change: SaleVariation = {}): Sale {
  const about = { merchantId: 'mer_1', channel: 'bling' as const, externalId: '26737100001' };
  const fresh = newSale({ id: 'sal_1', ...about, connectionId: 'con_1', zone: 'America/Sao_Paulo' }, READ);
  const read = varied(fresh, {
    source: { status: 'completed', readAt: READ, contactId: '16693257776' },
    content: { totalCents: 23_000 },
  });
  return varied(read, change);
}

describe('a row of the list of orders', () => {
  it('is what the benefit of its sale depends on', () => {
    expect(row()).toEqual({
      ...{ orderId: '26737100001', outcome: 'completed', totalCents: 23_000, contactId: '16693257776' },
    });
  });

  it.each([
    ['an amount that is none', { total: 'abc' }, { totalCents: null }],
    ['more than two decimals', { total: 10.005 }, { totalCents: 1_001 }],
    ['no contact', { contato: { id: 0 } }, { contactId: null }],
    ['a cancelled order', { situacao: { id: 12, valor: 2 } }, { outcome: 'cancelled' }],
  ])('may have %s', (_what, changes, expected) => {
    expect(row(changes)).toMatchObject(expected);
  });

  it('follows the merchant’s own situations', () => {
    const summary = orderSummarySchema.parse(orderJson({ situacao: { id: 24, valor: 11 } }));
    expect(listedOrder(summary, { completed: [24], cancelled: [] }).outcome).toBe('completed');
  });
});

describe('a sale has to be read again', () => {
  it('where there is none', () => expect(differenceOf(row(), null)).toBe('missing'));

  it.each<[string, SaleVariation, Record<string, unknown>, string | null]>([
    ['not where all agrees', {}, {}, null],
    ['where it never was', { source: { readAt: null, status: 'open' } }, {}, 'unread'],
    ['for another situation', { source: { status: 'open' } }, {}, 'situation'],
    ['where it was taken for deleted', { source: { status: 'missing' } }, {}, 'situation'],
    ['for another total', {}, { total: 229.99 }, 'total'],
    ['for a total that cannot be read', {}, { total: 'abc' }, 'total'],
    ['for another contact', {}, { contato: { id: 7 } }, 'contact'],
    [
      'not for the amounts of a cancelled order',
      { source: { status: 'cancelled' } },
      { total: 1, situacao: { id: 12, valor: 2 } },
      null,
    ],
    ['not for the amounts of one that was refused', { source: { refusal: 'total' } }, { total: 1 }, null],
    [
      'for the cancellation of one that was refused',
      { source: { refusal: 'total' } },
      { situacao: { id: 12, valor: 2 } },
      'situation',
    ],
    ['not while it is parked', { source: { parked: PARKED } }, { total: 1 }, null],
  ])('%s', (_why, change, changes, difference) => {
    expect(differenceOf(row(changes), aSale(change))).toBe(difference);
  });
});
