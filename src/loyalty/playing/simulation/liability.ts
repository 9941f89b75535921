import { localMonth, startOfDate } from '../../calendar';
import type { Instant, Zone } from '../../basis';
import type { Entry, LotType } from '../../ledger';

/** What customers hold, used up by nobody: pending, active and reserved. Cents, points, uses of vouchers. */
export type Outstanding = Record<'cashbackCents' | 'points' | 'voucherUses', number>;

/** A calendar month, `YYYY-MM`, and its exclusive end. */
export interface Month {
  month: string;
  endsAt: Instant;
}

const UNIT: Record<LotType, keyof Outstanding> = {
  cashback: 'cashbackCents',
  points: 'points',
  voucher: 'voucherUses',
};
const HELD: ReadonlySet<string> = new Set(['pending', 'active', 'reserved']);

/** The months that a period touches, in order; the last one ends with the period. */
export function monthsBetween(from: Instant, end: Instant, zone: Zone): Month[] {
  const months: Month[] = [];
  for (let month = localMonth(from, zone); ; month = nextMonth(month)) {
    const endsAt = startOfDate(`${nextMonth(month)}-01`, zone);
    months.push({ month, endsAt: Math.min(endsAt, end) });
    if (endsAt >= end) return months;
  }
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/**
 * What is outstanding at the end of each month. It is summed from the instants in the entries, which are those at which
 * things were due (R42), so that nobody need look at every wallet at the end of every month.
 */
export class Liability {
  private readonly changes: Outstanding[];

  constructor(private readonly months: readonly Month[]) {
    this.changes = months.map(() => ({ cashbackCents: 0, points: 0, voucherUses: 0 }));
  }

  add({ benefit, at, moves }: Entry): void {
    const index = this.months.findIndex(({ endsAt }) => at < endsAt);
    const change = this.changes[index === -1 ? this.months.length - 1 : index]!;
    for (const { from, to, amount } of moves)
      change[UNIT[benefit]] += (HELD.has(to) ? amount : 0) - (HELD.has(from) ? amount : 0);
  }

  /** In the order of the months. */
  atMonthEnds(): Outstanding[] {
    const held: Outstanding = { cashbackCents: 0, points: 0, voucherUses: 0 };
    return this.changes.map((change) => {
      for (const unit of Object.values(UNIT)) held[unit] += change[unit];
      return { ...held };
    });
  }
}
