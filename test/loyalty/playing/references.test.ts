import { describe, expect, it } from '@jest/globals';
import { playHistory } from '../../../src/loyalty';

/*
 * References that are not unique, played: a number names a sale only together with whose it is, where and when it was sold (R46).
 */

const program = { name: 'C', earning: { rules: [{ id: 'cb', grant: { type: 'cashback', rateBps: 500 } }] } };

type Event = Record<string, unknown>;

const at = (day: number, hour = 13): string => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
const credit = (day: number, customerId = 'ana', amount = 3000): Event => ({
  ...{ at: at(day, 12), do: 'adjust', customerId, type: 'cashback', amount, reason: 'saldo' },
});
const use = (day: number, saleRef: string, change: Event = {}): Event => ({
  ...{ at: at(day), do: 'reserve', id: 'r1', customerId: 'ana', type: 'cashback', amount: 3000 },
  ...{ saleTotalCents: 10_000, saleRef, confirm: true },
  ...change,
});
const sold = (id: string, day: number, customerId: string | null, change: Event = {}): Event => ({
  ...{ at: at(day), do: 'complete' },
  sale: { id, number: '57', customerId, channel: 'pos', soldAt: at(day), totalCents: 10_000, ...change },
});
const cancel = (saleId: string, day: number): Event => ({ at: at(day), do: 'cancel', saleId });
const rollback = (day: number, id = 'r1'): Event => ({ at: at(day), do: 'rollback', id });

function played(...events: Event[]) {
  const { results, wallets, problems, entries } = playHistory({ program, events });
  expect(problems).toEqual([]);
  const deserved = results.map((result) =>
    'deserved' in result
      ? (result.deserved as { amount: number }[]).reduce((sum, one) => sum + one.amount, 0)
      : null,
  );
  const active = (customerId: string): number | undefined => wallets[customerId]?.cashback.activeCents;
  return { results, deserved, active, entries };
}

describe('a reference that is not unique (R46)', () => {
  it('is not a stranger’s sale of the same number, whose cancellation pays nobody', () => {
    const { deserved, active, results } = played(
      credit(1),
      use(1, '57'),
      sold('pdv1-57', 2, 'bia'),
      cancel('pdv1-57', 3),
      rollback(4),
    );
    expect(deserved[2]).toBe(500);
    expect(results[4]).toMatchObject({ ok: true, state: 'rolled_back' });
    expect(active('ana')).toBe(3000);
    const beforeRollback = played(credit(1), use(1, '57'), sold('pdv1-57', 2, 'bia'), cancel('pdv1-57', 3));
    expect(beforeRollback.active('ana')).toBe(0);
  });

  it('tells two shops of one merchant apart that count the same numbers', () => {
    const { deserved } = played(
      credit(1),
      sold('c-57', 1, 'ana', { storeId: 'centro' }),
      sold('p-57', 1, 'ana', { storeId: 'praia' }),
      use(1, '57', { storeId: 'praia' }),
      sold('c-57', 1, 'ana', { storeId: 'centro' }),
      sold('p-57', 1, 'ana', { storeId: 'praia' }),
    );
    expect(deserved.slice(4)).toEqual([500, 350]);
  });

  it('tells numbers apart that begin anew each day, and each year', () => {
    const { deserved } = played(
      credit(1),
      sold('d1', 1, 'ana', { soldAt: '2025-03-08T13:00:00Z' }),
      sold('d2', 6, 'ana'),
      sold('d3', 8, 'ana'),
      use(8, '#0057'),
      sold('d4', 9, 'ana'),
      ...['d1', 'd2', 'd3'].map((id, index) =>
        sold(id, 10, 'ana', { soldAt: [`2025-03-08T13:00:00Z`, at(6), at(8)][index] }),
      ),
    );
    expect(deserved.slice(5)).toEqual([500, 500, 500, 350]);
  });

  it('is found when such a sale is first completed, and kept: nothing that comes later moves it', () => {
    const { deserved } = played(
      credit(1),
      use(3, '57'),
      sold('far', 6, 'ana'),
      sold('near', 7, 'ana', { soldAt: at(3) }),
      sold('far', 6, 'ana'),
    );
    expect(deserved.slice(2)).toEqual([350, 500, 350]);
  });

  it('goes from a sale that somebody else claims to one that can be meant', () => {
    const { deserved } = played(
      credit(1),
      use(2, '57'),
      sold('nobodys', 2, null),
      sold('anas', 3, 'ana'),
      { at: at(4), do: 'claim', saleId: 'nobodys', customerId: 'bia' },
      sold('anas', 5, 'ana', { soldAt: at(3) }),
    );
    expect(deserved.slice(3)).toEqual([500, 500, 350]);
  });

  it('goes with an edit of that very sale: another number, another day', () => {
    const { deserved } = played(
      credit(1),
      use(2, '57'),
      sold('s', 2, 'ana'),
      sold('s', 3, 'ana', { number: '58', soldAt: at(2) }),
      sold('s', 3, 'ana', { soldAt: at(2) }),
      sold('s', 3, 'ana', { soldAt: at(20) }),
    );
    expect(deserved.slice(2)).toEqual([350, 500, 350, 500]);
  });

  it('lets an open reservation go with the sale it would name, and not with another', () => {
    const held = (ref: string): Event => use(2, ref, { id: 'r2', confirm: false });
    const confirm: Event = { at: at(2), do: 'confirm', id: 'r2' };
    const own = played(credit(1), sold('s', 2, 'ana'), held('57'), cancel('s', 2), confirm);
    expect(own.results[4]).toMatchObject({ code: 'reservation_expired' });
    const strangers = played(credit(1), sold('s', 2, 'bia'), held('57'), cancel('s', 2), confirm);
    expect(strangers.results[4]).toMatchObject({ ok: true, state: 'confirmed' });
  });

  it('adds nothing when sales are read again (R43)', () => {
    const events = [credit(1), use(2, '57'), sold('a', 2, null), sold('b', 3, 'ana'), sold('c', 3, 'bia')];
    const again = [sold('a', 2, null), sold('b', 3, 'ana'), sold('c', 3, 'bia')];
    expect(played(...events, ...again, ...again).entries).toEqual(played(...events).entries);
  });
});

describe('the largest share of a sale (R31, R46)', () => {
  const half = {
    ...program,
    redemption: { maxShareBps: 5_000 },
  };
  const paid = (...events: Event[]): unknown[] =>
    playHistory({ program: half, events: [credit(1, 'ana', 20_000), ...events] }).results.slice(1);
  const pay = (id: string, day: number, saleRef: string, change: Event = {}): Event =>
    use(day, saleRef, { id, amount: 4_000, ...change });

  it('is shared however the sale is called', () => {
    const results = paid(
      sold('s', 2, 'ana', { externalId: 'x' }),
      pay('a', 2, 's'),
      pay('b', 2, '0057'),
      pay('c', 2, 'x'),
    );
    expect(results.slice(2)).toEqual([
      { code: 'above_max_share', maxCents: 1_000, requestedCents: 4_000 },
      { code: 'above_max_share', maxCents: 1_000, requestedCents: 4_000 },
    ]);
  });

  it('is each sale’s own where two are called the same', () => {
    const results = paid(sold('s', 2, 'ana'), pay('a', 2, '57'), sold('t', 4, 'ana'), pay('b', 4, '57'));
    expect(results[3]).toMatchObject({ ok: true });
  });

  it('is shared by the same reference within three days while no sale is known, and not after', () => {
    const results = paid(pay('a', 2, '57'), pay('b', 5, '#57'), pay('c', 6, '57'));
    expect(results).toMatchObject([{ ok: true }, { code: 'above_max_share' }, { ok: true }]);
  });
});

describe('two facts that belong to a sale and a customer', () => {
  it('are pinned for each customer, also while the order is another’s (R17)', () => {
    const firstOnly = {
      ...program,
      earning: { rules: [{ ...program.earning.rules[0], when: { firstPurchase: true } }] },
    };
    const events = [
      sold('s', 1, 'ana'),
      sold('s', 2, 'bia'),
      sold('t', 2, 'ana', { number: '1' }),
      sold('s', 3, 'ana'),
    ];
    const { results } = playHistory({ program: firstOnly, events });
    expect(results[3]).toMatchObject({ deserved: [{ amount: 500 }] });
  });

  it('count in the month the sale was sold in, also for a former customer (R14)', () => {
    const capped = {
      ...program,
      earning: { rules: [{ ...program.earning.rules[0], capPerCustomerPerMonthCents: 500 }] },
      returns: { clawback: 'to_zero' },
    };
    const april = '2026-04-02T13:00:00Z';
    const events = [
      sold('s', 1, 'ana'),
      {
        at: at(2),
        do: 'reserve',
        id: 'r',
        customerId: 'ana',
        type: 'cashback',
        amount: 500,
        saleTotalCents: 10_000,
        confirm: true,
      },
      // Ana has spent what is taken back: it is let off, and still counts against her cap of the month.
      sold('s', 3, 'bia', { soldAt: at(1) }),
      sold('s', 4, 'bia', { soldAt: april }),
      sold('march', 5, 'ana', { number: '1' }),
      sold('april', 6, 'ana', { number: '2', soldAt: april }),
    ];
    const { results } = playHistory({ program: capped, events });
    expect(results[4]).toMatchObject({ deserved: [{ amount: 500 }] });
    expect(results[5]).toMatchObject({ deserved: [] });
  });

  it('answers a second release like the first, beside a use of the same millisecond (R33)', () => {
    const vouchers = {
      name: 'V',
      earning: { rules: [{ id: 'v', grant: { type: 'voucher', template: 'vale' } }] },
      vouchers: { vale: { discount: { type: 'amount', cents: 100 }, uses: 3 } },
    };
    const voucher = (what: string): Event => ({
      ...{ at: at(2), do: `voucher.${what}`, code: 's/v/ana' },
      ...(what === 'release' ? {} : { saleTotalCents: 1_000 }),
    });
    const events = [sold('s', 1, 'ana'), ...['redeem', 'reserve', 'release', 'release'].map(voucher)];
    const { results } = playHistory({ program: vouchers, events });
    expect(results.slice(3)).toMatchObject([
      { ok: true, state: 'released' },
      { ok: true, state: 'released' },
    ]);
  });
});
