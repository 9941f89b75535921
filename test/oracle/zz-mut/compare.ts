import { consultOracle } from './model';
import { replay } from './ledger';
import { playProduct } from './product';
import type { History } from './model/input';
import type { Lot } from './model/world';
import type { Wallet } from './model/wallet';
import type { ReplayedLot } from './ledger';
import type { Entry, ProductVerdict } from './product';

/** Everything product and oracle must agree on, in one comparable value each. */
export interface Account {
  results: string[];
  wallets: Record<string, Wallet>;
  /** Buckets of every lot, as text, by a name both know. */
  lots: string[];
}

/** What the product says of a history, its lots replayed from the entries alone. */
export function accountOfProduct(history: History): Account {
  const { results, wallets, entries } = playProduct(history);
  const lots = [...replay(entries).lots.values()].map(textOf).sort();
  return { results, wallets: inOrder(wallets), lots };
}

/** What the rules say of it. */
export function accountOfOracle(history: History): Account {
  const { results, wallets, lots } = consultOracle(history);
  return { results, wallets: inOrder(wallets), lots: lots.map(textOf).sort() };
}

/** A lot made by a manual credit, in the product's and the oracle's way of naming. */
export const isManual = (lot: { id: string }): boolean => lot.id.startsWith('adjust');

/** Manual credits have no name of their own in the rules: they go by customer and amounts. */
function textOf(lot: Lot | ReplayedLot): string {
  const name = isManual(lot) ? 'manual' : lot.id;
  const { customerId, type, pending, active, reserved, spent, expired, reversed } = lot;
  return `${name} ${customerId} ${type}: ${[pending, active, reserved, spent, expired, reversed].join(' ')}`;
}

/** Vouchers have no order in a wallet: here they go by code. */
function inOrder(wallets: Record<string, Wallet>): Record<string, Wallet> {
  const byCode = (wallet: Wallet): Wallet => ({
    ...wallet,
    vouchers: [...wallet.vouchers].sort((a, b) => (a.code < b.code ? -1 : 1)),
  });
  return Object.fromEntries(Object.entries(wallets).map(([id, wallet]) => [id, byCode(wallet)]));
}

/** Whatever in a ledger cannot be: broken moves, and wallets that are not the sum of the lots (design §3). */
export function faultsOf({ entries, wallets, problems }: ProductVerdict): string[] {
  const { lots, debts, faults } = replay(entries);
  const sum = (customerId: string, type: string, bucket: 'active' | 'pending' | 'reserved'): number =>
    [...lots.values()]
      .filter((lot) => lot.customerId === customerId && lot.type === type)
      .reduce((total, lot) => total + lot[bucket], 0);
  for (const [id, { cashback, points }] of Object.entries(wallets)) {
    const shown = [Object.values(cashback), Object.values(points)].flat();
    const replayed = (['cashback', 'points'] as const).flatMap((type) => [
      ...(['active', 'pending', 'reserved'] as const).map((bucket) => sum(id, type, bucket)),
      debts.get(`${id}/${type}`) ?? 0,
    ]);
    if (shown.join() !== replayed.join())
      faults.push(`wallet of ${id} shows ${shown.join()}, entries ${replayed.join()}`);
    for (const type of ['cashback', 'points'] as const) {
      const owed = debts.get(`${id}/${type}`) ?? 0;
      if (owed > 0 && sum(id, type, 'active') > 0)
        faults.push(`${id} owes ${type} with balance active (R29)`);
    }
  }
  return [...faults, ...problems.map((problem) => JSON.stringify(problem))];
}

/** Entries without their order among equals, to compare two ledgers (R45). */
export function ledgerText(entries: Entry[]): string[] {
  return entries.map((entry) => JSON.stringify(entry)).sort();
}
