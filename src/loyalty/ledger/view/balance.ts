import { lastUsableDate } from '../../calendar';
import type { Instant, LocalDate } from '../../basis';
import { bookAt, walletTotals } from '..';
import type { BenefitType, Book, Lot, Wallet } from '..';

/** Balances of one type, in its own unit (cents or points). `active` excludes what is reserved (R38). */
export interface Balance {
  active: number;
  pending: number;
  reserved: number;
  debt: number;
  /** Active amounts by last usable local date, soonest first; what never expires is left out (R38). */
  expirations: { date: LocalDate; amount: number }[];
}

/** The wallet as the clock has it at `now`, whether or not the timers have run (R1); the wallet given is not changed. */
export function balancesAt(wallet: Wallet, now: Instant): Record<BenefitType, Balance> {
  const book = bookAt(wallet, now);
  return { cashback: typeBalance(book, 'cashback'), points: typeBalance(book, 'points') };
}

function typeBalance(book: Book, type: BenefitType): Balance {
  return { ...walletTotals(book.wallet, type), expirations: datedExpirations(book.lotsByUse(type)) };
}

function datedExpirations(lots: readonly Lot[]): { date: LocalDate; amount: number }[] {
  const byDate = new Map<LocalDate, number>();
  for (const lot of lots) {
    if (lot.expiresAt === null || lot.buckets.active === 0) continue;
    const date = lastUsableDate(lot.expiresAt, lot.zone);
    byDate.set(date, (byDate.get(date) ?? 0) + lot.buckets.active);
  }
  return [...byDate].map(([date, amount]) => ({ date, amount })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
