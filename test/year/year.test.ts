import { describe, expect, it } from '@jest/globals';
import { playHistory } from '../../src/loyalty';
import type { HistoryOutput } from '../../src/loyalty';
import { aYear, YEAR_PROGRAM } from './a-year';

const BEGIN = Date.parse('2026-01-02T12:00:00Z');
const names = { saleId: (index: number) => `s${index}`, customerId: (index: number) => `c${index}` };

function played(sales: number): { output: HistoryOutput; events: ReturnType<typeof aYear> } {
  const events = aYear({ sales, customers: 400, seed: 20_261_123, begin: BEGIN }, names);
  return { events, output: playHistory({ program: YEAR_PROGRAM, events }) };
}

/** Σ of what entries moved into each bucket, less what they moved out of it, over all lots of a benefit. */
function bucketsOf({ entries }: HistoryOutput, benefit: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { moves } of entries.filter((entry) => entry.benefit === benefit))
    for (const { from, to, amount } of moves) {
      sums[to] = (sums[to] ?? 0) + amount;
      sums[from] = (sums[from] ?? 0) - amount;
    }
  return sums;
}

describe('a year of one merchant through the pure core', () => {
  const { output, events } = played(6_000);
  const kinds = (type: string): number => output.entries.filter((entry) => entry.type === type).length;

  it('has sales, returns, cancellations, redemptions, undone ones, vouchers and expiries in it', () => {
    expect(events.filter((event) => event.do === 'complete').length).toBeGreaterThanOrEqual(6_000);
    for (const type of [
      'SPEND',
      'ROLLBACK',
      'EXPIRE',
      'CLAWBACK',
      'CANCEL_PENDING',
      'DEBT_OPEN',
      'DEBT_SETTLE',
    ])
      expect([type, kinds(type) > 0]).toEqual([type, true]);
    expect(
      output.entries.filter(({ type, benefit }) => type === 'SPEND' && benefit === 'voucher').length,
    ).toBeGreaterThan(50);
  });

  it('adds up: no problem is found, and wallets are what the moves left', () => {
    expect(output.problems).toEqual([]);
    const wallets = Object.values(output.wallets);
    const cashback = bucketsOf(output, 'cashback');
    expect(wallets.reduce((sum, wallet) => sum + wallet.cashback.activeCents, 0)).toBe(cashback['active']);
    expect(wallets.reduce((sum, wallet) => sum + wallet.cashback.pendingCents, 0)).toBe(cashback['pending']);
    const points = bucketsOf(output, 'points');
    expect(wallets.reduce((sum, wallet) => sum + wallet.points.activePoints, 0)).toBe(points['active']);
    expect(new Set(output.entries.map(({ key }) => key)).size).toBe(output.entries.length);
  });

  it('keeps the campaign within its budget, net of returns (R15)', () => {
    const rule = output.entries.filter(({ ruleId }) => ruleId === 'natal');
    const granted = rule.filter(({ type }) => type === 'EARN_PENDING').flatMap(({ moves }) => moves);
    const taken = rule
      .filter(({ type }) => ['CANCEL_PENDING', 'CLAWBACK', 'DEBT_OPEN'].includes(type))
      .reduce((sum, { moves, debt }) => sum + moves.reduce((part, { amount }) => part + amount, debt), 0);
    const net = granted.reduce((sum, { amount }) => sum + amount, 0) - taken;
    expect(net).toBeGreaterThan(20_000);
    expect(net).toBeLessThanOrEqual(30_000);
  });

  it('reads every sale again without an entry (R43), and leaves nothing when all are cancelled (R44)', () => {
    const last = new Map<string, (typeof events)[number]>();
    for (const event of events)
      if (event.do === 'complete') last.set((event['sale'] as { id: string }).id, event);
    const cancelled = new Set(
      events.filter((event) => event.do === 'cancel').map((event) => event['saleId']),
    );
    const end = '2027-03-01T12:00:00.000Z';
    const again = [...last].filter(([id]) => !cancelled.has(id)).map(([, event]) => ({ ...event, at: end }));
    const readAgain = playHistory({ program: YEAR_PROGRAM, events: [...events, ...again] });
    const ticked = playHistory({ program: YEAR_PROGRAM, events: [...events, { at: end, do: 'tick' }] });
    expect(readAgain.entries).toEqual(ticked.entries);

    const cancels = [...last.keys()].map((saleId) => ({ at: end, do: 'cancel', saleId }));
    const over = playHistory({
      program: YEAR_PROGRAM,
      events: [...events, ...cancels, { at: '2029-01-01T12:00:00.000Z', do: 'tick' }],
    });
    for (const { cashback, points } of Object.values(over.wallets)) {
      expect(cashback).toMatchObject({ activeCents: 0, pendingCents: 0, reservedCents: 0 });
      expect(points).toMatchObject({ activePoints: 0, pendingPoints: 0, reservedPoints: 0 });
    }
  });
});
