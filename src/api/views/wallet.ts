import type { z } from 'zod';
import { balancesAt } from '../../loyalty';
import type { Balance, Instant, Wallet } from '../../loyalty';
import type { walletSchema } from '../schemas';

type WalletView = z.output<typeof walletSchema>;

/** A wallet as the clock has it at `now`, in the words of the contract (R38, R39). */
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
    vouchers: [],
  };
}

function mergedByDate(cashback: Balance, points: Balance): WalletView['expirations'] {
  const byDate = new Map<string, WalletView['expirations'][number]>();
  const at = (date: string): WalletView['expirations'][number] => {
    const line = byDate.get(date) ?? { date };
    byDate.set(date, line);
    return line;
  };
  for (const { date, amount } of cashback.expirations) at(date).cents = amount;
  for (const { date, amount } of points.expirations) at(date).points = amount;
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
