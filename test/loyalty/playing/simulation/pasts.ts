import type { PastAdjustment, PastSale, PastUse, Program, SimulationResult } from '../../../../src/loyalty';
import { PastHistory, Simulation } from '../../../../src/loyalty';
import { published } from '../../program/programs';

export const ZONE = 'America/Sao_Paulo';
export const at = (text: string): number => Date.parse(text);
/** Noon of a day in São Paulo. */
export const on = (date: string): number => at(`${date}T15:00:00Z`);

/** Cashback of so many basis points, at once, for thirty days. */
export function paying(rateBps: number, change: object = {}): Program {
  return published({
    name: 'Clube',
    earning: { rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps } }] },
    expiry: { after: 'P30D' },
    ...change,
  });
}

export function aPastSale(
  id: string,
  date: string,
  totalCents: number,
  change: Partial<PastSale> = {},
): PastSale {
  const soldAt = on(date);
  return {
    id,
    content: {
      channel: 'bling',
      storeId: null,
      soldAt,
      totalCents,
      freightCents: 0,
      otherExpensesCents: 0,
      discountCents: 0,
      items: [],
    },
    zone: ZONE,
    refs: [id],
    customerId: 'ana',
    completedAt: soldAt,
    claimedAt: null,
    changes: [],
    ...change,
  };
}

export function aPastUse(id: string, date: string, amount: number, change: Partial<PastUse> = {}): PastUse {
  return {
    id,
    customerId: 'ana',
    type: 'cashback',
    amount,
    draws: [],
    state: 'confirmed',
    reservedAt: on(date),
    closedAt: null,
    saleTotalCents: 100_000,
    freightCents: 0,
    saleRef: null,
    saleId: null,
    storeId: null,
    undoneAs: change.state === 'rolled_back' ? 0 : null,
    ...change,
  };
}

/** The past to be played; the period is the first quarter of 2026. */
export interface APast {
  sales?: PastSale[];
  uses?: PastUse[];
  adjustments?: PastAdjustment[];
  segments?: Record<string, string[]>;
  buyers?: string[];
}

export const FROM = at('2026-01-01T03:00:00Z');
export const END = at('2026-04-01T03:00:00Z');

export function aSimulation(past: APast, current: Program | null, draft: Program): Simulation {
  const history = new PastHistory({
    uses: past.uses ?? [],
    adjustments: past.adjustments ?? [],
    segments: new Map(Object.entries(past.segments ?? {})),
  });
  for (const sale of past.sales ?? []) history.add(sale);
  const events = history.inOrder(END);
  return new Simulation({ current, draft, from: FROM, end: END, events, buyers: new Set(past.buyers) });
}

/** Plays it to the end in one go. */
export function simulate(past: APast, current: Program | null, draft: Program): SimulationResult {
  const result = aSimulation(past, current, draft).advance(Number.MAX_SAFE_INTEGER);
  if (!result) throw new Error('There was more to play.');
  return result;
}
