import type { Deed, History, HistoryEvent, ProgramInput, Rule, SaleInput } from './model/input';

/** 5 % cashback, at once, without end, in São Paulo (UTC−3 all year). */
export const fivePercent: Rule = { id: 'cb', grant: { type: 'cashback', rateBps: 500 } };

/** A program of the given rules, with R40's defaults for everything not named. */
export function program(rules: Rule[], more: Partial<ProgramInput> = {}): ProgramInput {
  return { name: 'Clube', timezone: 'America/Sao_Paulo', ...more, earning: { rules, ...more.earning } };
}

/** A sale of ana for R$ 100, sold on 10 March 2026 at 10:00 local time. */
export function sale(more: Partial<SaleInput> = {}): SaleInput {
  const standard = { id: 's1', customerId: 'ana', channel: 'pos', soldAt: '2026-03-10T13:00:00Z' };
  return { ...standard, totalCents: 10_000, ...more };
}

/** `10` is 10 March 2026 at 10:00 in São Paulo, `10T20:30` that day at 20:30 UTC; anything longer is itself. */
function instant(at: string): string {
  if (at.length > 10) return at;
  const [day, time] = at.split('T');
  return `2026-03-${day}T${time ?? '13:00'}:00Z`;
}

/** A history of deeds by day of March 2026. */
export function history(rules: ProgramInput, ...deeds: [at: string, deed: Deed][]): History {
  const events = deeds.map(([at, deed]): HistoryEvent => ({ at: instant(at), ...deed }));
  return { program: rules, events };
}

/** A sale is completed. */
export const complete = (more: Partial<SaleInput> = {}, segments?: string[]): Deed => ({
  do: 'complete',
  sale: sale(more),
  segments,
});

/** Balance is reserved; `confirm: true` spends it at once. */
export const reserve = (
  id: string,
  amount: number,
  more: Partial<Extract<Deed, { do: 'reserve' }>> = {},
): Deed => ({
  do: 'reserve',
  id,
  customerId: 'ana',
  type: 'cashback',
  amount,
  saleTotalCents: 100_000,
  ...more,
});

/** Balance is spent at once. */
export const spend = (id: string, amount: number, saleRef?: string): Deed =>
  reserve(id, amount, { saleRef, confirm: true });

/** Staff credit or debit balance. */
export const adjust = (amount: number, more: Partial<Extract<Deed, { do: 'adjust' }>> = {}): Deed => ({
  do: 'adjust',
  customerId: 'ana',
  type: 'cashback',
  amount,
  reason: 'Acerto',
  ...more,
});

/** Nothing but time passes. */
export const tick: Deed = { do: 'tick' };
