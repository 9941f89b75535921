import { describe, expect, it } from '@jest/globals';
import { playHistory } from '../../../src/loyalty';
import { aPastSale, paying, simulate } from './simulation/pasts';

/*
 * One purchase told twice (R47), played: what a history says of it. The amounts are worked out in test/oracle/twice.test.ts.
 */

type Event = Record<string, unknown>;

const program = { name: 'C', earning: { rules: [{ id: 'cb', grant: { type: 'cashback', rateBps: 1000 } }] } };
const at = (hour: number): string => new Date(Date.UTC(2026, 10, 10, hour)).toISOString();

function sold(id: string, hour: number, change: Event): Event {
  const content = { customerId: 'ana', soldAt: at(13), totalCents: 10_000 };
  return { at: at(hour), do: 'complete', sale: { id, ...content, ...change } };
}

function played(...events: Event[]) {
  const { results, wallets, problems } = playHistory({ program, events });
  expect(problems).toEqual([]);
  return { results, active: (customerId: string) => wallets[customerId]?.cashback.activeCents };
}

describe('one purchase told twice (R47), played', () => {
  const order = (id: string, hour: number): Event =>
    sold(id, hour, { channel: 'bling', connectionId: 'con_1', number: id, marketplaceNumber: 'LOJA-555' });

  it('is held where one shop’s order is twice in the ERP, says for which sale, and earns when a person says so (C8)', () => {
    const twice = [order('1', 13), order('2', 14)];
    const { results, active } = played(...twice);
    expect(results).toEqual([
      expect.objectContaining({ duplicateOf: null, heldFor: null }),
      expect.objectContaining({ duplicateOf: null, heldFor: '1', deserved: [] }),
    ]);
    expect(active('ana')).toBe(1_000);
    const decided = played(...twice, { at: at(15), do: 'resolve', sales: ['1', '2'], decision: 'distinct' });
    expect(decided.results[2]).toMatchObject({ saleId: '2', heldFor: null, deserved: [{ amount: 1_000 }] });
    expect(decided.active('ana')).toBe(2_000);
  });

  it('is not where two series of numbers meet: the till’s sale is claimed, and earns (C9)', () => {
    const { results, active } = played(
      sold('erp', 13, { channel: 'bling', number: '5703', customerId: 'fabio', totalCents: 1_000 }),
      sold('till', 14, { channel: 'pos', number: '5703', customerId: null, totalCents: 1_000 }),
      { at: at(15), do: 'claim', saleId: 'till', customerId: 'gina' },
    );
    expect(results[1]).toMatchObject({ duplicateOf: null, heldFor: null });
    expect(results[2]).toMatchObject({ ok: true, deserved: [{ amount: 100 }] });
    expect(active('gina')).toBe(100);
  });

  it('counts by the first of two sources, which goods that come back and uses go to', () => {
    const { results } = played(
      sold('shop', 13, { channel: 'ecommerce', externalId: 'LOJA-555' }),
      order('1', 14),
      { at: at(15), do: 'return', saleId: '1', amountCents: 5_000 },
    );
    expect(results[1]).toMatchObject({ saleId: '1', duplicateOf: 'shop', deserved: [] });
    expect(results[2]).toMatchObject({ saleId: 'shop', deserved: [{ amount: 500 }] });
  });

  it('is decided by a person once, and only where one was asked', () => {
    const resolve = (hour: number, other: string, decision: string): Event => ({
      ...{ at: at(hour), do: 'resolve', sales: ['1', other], decision },
    });
    const { results } = played(
      order('1', 13),
      order('2', 14),
      sold('3', 14, { channel: 'pos', totalCents: 1 }),
      resolve(15, '3', 'same'),
      resolve(15, '4', 'same'),
      resolve(16, '2', 'same'),
      resolve(17, '2', 'same'),
      resolve(18, '2', 'distinct'),
    );
    expect(results.slice(3)).toEqual([
      { code: 'invalid_request', state: 'unasked' },
      { code: 'sale_not_found' },
      expect.objectContaining({ duplicateOf: '1' }),
      expect.objectContaining({ duplicateOf: '1' }),
      { code: 'review_resolved' },
    ]);
  });

  it('is not looked for in a simulation, where the past says which sales count', () => {
    const [first, second] = [aPastSale('s1', '2026-01-10', 10_000), aPastSale('s2', '2026-01-10', 10_000)];
    const twice = [first, { ...second, content: { ...second.content, channel: 'ecommerce' as const } }];
    const { current } = simulate({ sales: twice, uses: [] }, paying(1000), paying(1000));
    expect(current.cashback.grantedCents).toBe(2_000);
  });
});
