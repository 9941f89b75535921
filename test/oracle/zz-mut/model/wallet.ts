import { localDate } from './calendar';
import { activeOf, lotsOf } from './lots';
import { codeOf, stateOf, usesLeft } from './voucher';
import { debtOf } from './world';
import type { BalanceType } from './input';
import type { Lot, World } from './world';

/** A customer's wallet as design §6 and R38–R39 write it. */
export interface Wallet {
  cashback: { activeCents: number; pendingCents: number; reservedCents: number; debtCents: number };
  points: { activePoints: number; pendingPoints: number; reservedPoints: number; debtPoints: number };
  expirations: { date: string; cents?: number; points?: number }[];
  vouchers: { code: string; template: string; state: string; usesLeft: number; expiresOn: string | null }[];
}

/** The wallets of all known customers. */
export function walletsOf(world: World): Record<string, Wallet> {
  return Object.fromEntries([...world.customers].sort().map((id) => [id, walletOf(world, id)]));
}

function walletOf(world: World, customerId: string): Wallet {
  const sum = (type: BalanceType, bucket: 'pending' | 'reserved'): number =>
    lotsOf(world, customerId, type).reduce((total, lot) => total + lot[bucket], 0);
  return {
    cashback: {
      activeCents: activeOf(world, customerId, 'cashback'),
      pendingCents: sum('cashback', 'pending'),
      reservedCents: sum('cashback', 'reserved'),
      debtCents: debtOf(world, customerId, 'cashback'),
    },
    points: {
      activePoints: activeOf(world, customerId, 'points'),
      pendingPoints: sum('points', 'pending'),
      reservedPoints: sum('points', 'reserved'),
      debtPoints: debtOf(world, customerId, 'points'),
    },
    expirations: expirationsOf(world, customerId),
    vouchers: lotsOf(world, customerId, 'voucher').map((lot) => ({
      code: codeOf(lot),
      template: lot.template?.name ?? '',
      state: stateOf(lot),
      usesLeft: usesLeft(lot),
      expiresOn: lastDay(lot),
    })),
  };
}

const lastDay = (lot: Lot): string | null =>
  lot.expiresAt === null ? null : localDate(lot.expiresAt - 1, lot.zone);

/** Active amounts by last usable local date (R38). */
function expirationsOf(world: World, customerId: string): Wallet['expirations'] {
  const byDate = new Map<string, { date: string; cents?: number; points?: number }>();
  for (const type of ['cashback', 'points'] as const) {
    const unit = type === 'cashback' ? 'cents' : 'points';
    for (const lot of lotsOf(world, customerId, type)) {
      const date = lastDay(lot);
      if (date === null || lot.active === 0) continue;
      const line = byDate.get(date) ?? { date };
      byDate.set(date, { ...line, [unit]: (line[unit] ?? 0) + lot.active });
    }
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
