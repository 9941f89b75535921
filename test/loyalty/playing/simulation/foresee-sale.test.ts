import { describe, expect, it } from '@jest/globals';
import { foreseeSale } from '../../../../src/loyalty';
import type { ForeseenSale, Program, SaleRecord } from '../../../../src/loyalty';
import { published } from '../../program/programs';
import { at, on, paying, ZONE } from './pasts';

const NOW = on('2026-03-10');

function aRecord(change: Partial<SaleRecord> = {}): SaleRecord {
  return {
    id: 's1',
    ids: ['s1'],
    refs: ['s1'],
    usesFoundBy: null,
    channel: 'bling',
    storeId: null,
    soldAt: at('2026-03-10T03:00:00Z'),
    totalCents: 12_000,
    freightCents: 2_000,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [],
    zone: ZONE,
    standing: 'open',
    customerId: 'ana',
    completedAt: null,
    claimedAt: null,
    returnedCents: 0,
    refundedCents: 0,
    voided: false,
    programVersion: null,
    pinned: null,
    formerPins: [],
    evaluated: null,
    ...change,
  };
}

function foresee(
  program: Program,
  sale: SaleRecord = aRecord(),
  usage: { month?: Record<string, number>; budget?: Record<string, number> } = {},
): ForeseenSale {
  const facts = { firstPurchase: true, segments: [] };
  return foreseeSale(
    program,
    sale,
    { redemptions: [], facts, usage: { month: {}, budget: {}, ...usage } },
    NOW,
  );
}

describe('a sale foreseen', () => {
  it('gives what it would give if it were completed now, with its dates', () => {
    const program = published({
      name: 'Clube',
      earning: {
        rules: [
          { id: 'cashback', grant: { type: 'cashback', rateBps: 500 } },
          { id: 'vale', grant: { type: 'voucher', template: 'dez' } },
        ],
      },
      holding: { after: 'P8D' },
      expiry: { after: 'P30D' },
      vouchers: { dez: { discount: { type: 'amount', cents: 1_000 }, validity: 'P10D', uses: 2 } },
    });
    const { benefits, explanation } = foresee(program);
    // Eight days from 10 March: the 18th; 30 days from then: through 17 April; 10 days: through 28 March.
    expect(benefits).toEqual([
      {
        ruleId: 'cashback',
        type: 'cashback',
        amount: 500,
        activatesAt: at('2026-03-18T03:00:00Z'),
        expiresAt: at('2026-04-18T03:00:00Z'),
        validThrough: '2026-04-17',
        voucher: null,
      },
      {
        ruleId: 'vale',
        type: 'voucher',
        amount: 2,
        activatesAt: at('2026-03-18T03:00:00Z'),
        expiresAt: at('2026-03-29T03:00:00Z'),
        validThrough: '2026-03-28',
        voucher: {
          template: 'dez',
          discount: { type: 'amount', cents: 1_000 },
          minSaleCents: 0,
          stores: null,
        },
      },
    ]);
    expect(explanation.map(({ outcome }) => outcome)).toEqual(['paid', 'paid']);
  });

  it('is cut by what other sales have used of caps and budget', () => {
    const rule = { id: 'cashback', grant: { type: 'cashback', rateBps: 500 } };
    const capped = paying(500, {
      earning: { rules: [{ ...rule, capPerCustomerPerMonthCents: 600, budgetCents: 10_000 }] },
    });
    expect(foresee(capped, aRecord(), { month: { cashback: 400 } }).benefits[0]?.amount).toBe(200);
    expect(foresee(capped, aRecord(), { budget: { cashback: 9_900 } }).benefits[0]?.amount).toBe(100);
  });

  it('has its returns taken off, and says so', () => {
    const { benefits, explanation } = foresee(paying(500), aRecord({ returnedCents: 5_000 }));
    expect(benefits[0]?.amount).toBe(250);
    expect(explanation[0]?.lines.join(' ')).toContain('ficam R$ 2,50');
  });

  it('explains itself to nobody’s benefit when nobody is known', () => {
    const { benefits, messages, explanation } = foresee(paying(500), aRecord({ customerId: null }));
    expect([benefits, messages]).toEqual([[], []]);
    expect(explanation[0]).toMatchObject({ outcome: 'paid', amount: 500 });
  });

  it('tells what the customer would be told, and when', () => {
    const messages = {
      earned: { channels: ['whatsapp'] },
      expiring: { before: ['P7D', 'P90D'] },
      expired: {},
      repurchase: { after: 'P45D' },
    };
    expect(foresee(paying(500, { messages })).messages).toEqual([
      { kind: 'earned', at: NOW, channels: ['whatsapp'] },
      // Thirty days from 10 March: 9 April; seven days before it at ten in the morning.
      { kind: 'expiring', at: at('2026-04-02T13:00:00Z'), channels: ['whatsapp', 'email'] },
      { kind: 'expired', at: at('2026-04-10T03:00:00Z'), channels: ['whatsapp', 'email'] },
      { kind: 'repurchase', at: at('2026-04-24T13:00:00Z'), channels: ['whatsapp', 'email'] },
    ]);
  });
});
