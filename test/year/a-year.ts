import type { ProgramInput } from '../../src/loyalty';

/** A year's program: everything the rules know, side by side. */
export const YEAR_PROGRAM: ProgramInput = {
  name: 'Clube do Ano',
  timezone: 'America/Sao_Paulo',
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 }, capPerSaleCents: 4_000 },
      {
        id: 'natal',
        grant: { type: 'cashback', rateBps: 333 },
        when: { from: '2026-11-20', until: '2026-12-31', minSaleCents: 5_000 },
        multiplierMilli: 1_500,
        budgetCents: 30_000,
      },
      {
        id: 'pontos',
        grant: { type: 'points', points: 1, perCents: 100 },
        capPerCustomerPerMonthPoints: 900,
      },
      {
        id: 'boas-vindas',
        grant: { type: 'cashback', rateBps: 100 },
        when: { firstPurchase: true },
        bonusCents: 300,
      },
      { id: 'volta', grant: { type: 'voucher', template: 'volta-20' }, when: { minSaleCents: 25_000 } },
    ],
  },
  holding: { after: 'P7D' },
  expiry: { after: 'P90D', roundUpTo: 'month' },
  redemption: { maxShareBps: 5_000, reservation: 'PT15M', rollbackWindow: 'P30D', graceAfterRollback: 'P7D' },
  returns: { clawback: 'allow_debt' },
  vouchers: {
    'volta-20': { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 8_000, validity: 'P60D' },
  },
  messages: {},
};

/** Names of what a year is made of, as its engine or the history gives them. */
export interface Names {
  saleId(index: number): string;
  customerId(index: number): string;
}

type HistoryEvent = Record<string, unknown> & { at: string; do: string };

/** Numbers that look random and are the same for a seed (Park and Miller's generator). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const DAY = 86_400_000;

/**
 * A year of one merchant from `begin` on: sales spread over all days between nine and six, by customers of whom some come
 * often; returns, cancellations, uses of balance and of vouchers, undone uses. The same seed gives the same year.
 */
export function aYear(
  shape: { sales: number; customers: number; seed: number; begin: number },
  names: Names,
): HistoryEvent[] {
  const random = randomNumbers(shape.seed);
  const events: { at: number; event: Omit<HistoryEvent, 'at'> }[] = [];
  const add = (at: number, event: Omit<HistoryEvent, 'at'>): void => void events.push({ at, event });
  for (let index = 0; index < shape.sales; index += 1) {
    const at = shape.begin + random(360) * DAY + random(9 * 3_600) * 1_000;
    const customer = names.customerId(Math.min(random(shape.customers), random(shape.customers)));
    const totalCents = 500 + random(40_000);
    const saleId = names.saleId(index);
    add(at, { do: 'complete', sale: saleOf(saleId, customer, at, totalCents) });
    whatFollows(random, add, { saleId, customer, at, totalCents, index });
  }
  return events
    .sort((a, b) => a.at - b.at)
    .map(({ at, event }) => ({ ...event, at: new Date(at).toISOString() }) as HistoryEvent);
}

interface Bought {
  saleId: string;
  customer: string;
  at: number;
  totalCents: number;
  index: number;
}

function saleOf(id: string, customerId: string, at: number, totalCents: number): Record<string, unknown> {
  return { id, customerId, channel: 'pos', soldAt: new Date(at).toISOString(), totalCents, items: [] };
}

/** One sale in five is returned in part, cancelled or changed; one in two is followed by a use of balance or voucher. */
function whatFollows(
  random: (below: number) => number,
  add: (at: number, event: Omit<HistoryEvent, 'at'>) => void,
  { saleId, customer, at, totalCents, index }: Bought,
): void {
  const later = (days: number): number => at + (1 + random(days)) * DAY + random(600) * 1_000;
  switch (random(20)) {
    case 0:
      return add(later(20), { do: 'cancel', saleId });
    case 1:
    case 2:
      return add(later(40), { do: 'return', saleId, amountCents: 1 + random(totalCents) });
    case 3:
      return add(later(10), { do: 'complete', sale: saleOf(saleId, customer, at, 500 + random(40_000)) });
    case 4:
    case 5:
    case 6:
    case 7:
      useBalance(random, add, later(60), `r${index}`, customer);
      if (random(4) === 0) add(later(90), { do: 'cancel', saleId });
      return;
    case 8:
    case 9:
      return add(later(70), {
        do: 'voucher.redeem',
        code: `${saleId}/volta/${customer}`,
        saleTotalCents: 9_000,
      });
  }
}

function useBalance(
  random: (below: number) => number,
  add: (at: number, event: Omit<HistoryEvent, 'at'>) => void,
  at: number,
  id: string,
  customerId: string,
): void {
  const type = random(4) === 0 ? 'points' : 'cashback';
  const amount = 1 + random(1_500);
  add(at, { do: 'reserve', id, customerId, type, amount, saleTotalCents: 60_000, confirm: true });
  if (random(6) === 0) add(at + (1 + random(25)) * DAY, { do: 'rollback', id });
}
