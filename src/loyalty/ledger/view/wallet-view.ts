import type { Instant, LocalDate } from '../../basis';
import type { VoucherState, Wallet } from '..';
import { balancesAt } from './balance';
import type { Balance } from './balance';
import { vouchersAt } from './voucher-view';

/** A wallet in the words of the contract (R38, R39). `active` excludes what is reserved. */
export interface WalletView {
  cashback: { activeCents: number; pendingCents: number; reservedCents: number; debtCents: number };
  points: { activePoints: number; pendingPoints: number; reservedPoints: number; debtPoints: number };
  /** Active amounts by last usable local date, soonest first; what never expires is left out. */
  expirations: { date: LocalDate; cents?: number; points?: number }[];
  vouchers: {
    code: string;
    template: string;
    state: VoucherState;
    usesLeft: number;
    expiresOn: LocalDate | null;
  }[];
}

/** A wallet as the clock has it at `now`, whether or not the timers have run (R1). */
export function walletView(wallet: Wallet, now: Instant): WalletView {
  const { cashback, points } = balancesAt(wallet, now);
  return {
    cashback: {
      activeCents: cashback.active,
      pendingCents: cashback.pending,
      reservedCents: cashback.reserved,
      debtCents: cashback.debt,
    },
    points: {
      activePoints: points.active,
      pendingPoints: points.pending,
      reservedPoints: points.reserved,
      debtPoints: points.debt,
    },
    expirations: mergedByDate(cashback, points),
    vouchers: vouchersAt(wallet, now).map(({ code, template, state, usesLeft, expiresOn }) => ({
      code,
      template,
      state,
      usesLeft,
      expiresOn,
    })),
  };
}

function mergedByDate(cashback: Balance, points: Balance): WalletView['expirations'] {
  const byDate = new Map<LocalDate, WalletView['expirations'][number]>();
  const at = (date: LocalDate): WalletView['expirations'][number] => {
    const line = byDate.get(date) ?? { date };
    byDate.set(date, line);
    return line;
  };
  for (const { date, amount } of cashback.expirations) at(date).cents = amount;
  for (const { date, amount } of points.expirations) at(date).points = amount;
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
