import type { Instant } from '../basis';
import { bookAt, endAsThingsStand } from '../ledger';
import type { Lot, Wallet } from '../ledger';
import { holdingsIn } from './holdings';
import type { Sale, SaleStatus } from './sale';
import { saleStatus } from './status';

type Judged = Pick<Sale, 'source' | 'purchase' | 'owner'>;

/** When the clock alone gives a sale another status, and which; both null: it will not. */
export interface StatusTurn {
  turnsAt: Instant | null;
  turnsTo: SaleStatus | null;
}

/** The next turn of a sale whose owner has these lots of it, unless a debt takes what becomes active. */
export function nextTurn(sale: Judged, lots: readonly Lot[]): StatusTurn {
  const status = saleStatus(sale, lots);
  const instants = lots.flatMap((lot) => {
    const { activatesAt, buckets } = lot;
    const end = endAsThingsStand(lot);
    return [
      ...(buckets.pending > 0 ? [activatesAt] : []),
      ...(buckets.pending + buckets.active > 0 && end !== null ? [end] : []),
    ];
  });
  for (const at of instants.sort((a, b) => a - b)) {
    const to = saleStatus(
      sale,
      lots.map((lot) => lotAt(lot, at)),
    );
    if (to !== status) return { turnsAt: at, turnsTo: to };
  }
  return { turnsAt: null, turnsTo: null };
}

/** Whether the clock may have given the sale another status than it is stored with. */
export function hasTurned({ benefit }: Pick<Sale, 'benefit'>, now: Instant): boolean {
  return benefit.turnsAt != null && benefit.turnsAt <= now;
}

/** The sale's status as the clock has it at `now`, whether or not that has been written down (R1). */
export function statusAt(sale: Sale, wallet: Wallet | null, now: Instant): SaleStatus {
  if (!wallet || !hasTurned(sale, now)) return sale.benefit.status;
  return saleStatus(sale, holdingsIn(bookAt(wallet, now).wallet, sale.id).lots);
}

function lotAt(lot: Lot, at: Instant): Lot {
  const { pending, active, expired } = lot.buckets;
  const risen = lot.activatesAt <= at ? pending : 0;
  const usable = active + risen;
  const end = endAsThingsStand(lot);
  const ended = end !== null && end <= at ? usable : 0;
  const buckets = {
    ...lot.buckets,
    pending: pending - risen,
    active: usable - ended,
    expired: expired + ended,
  };
  return { ...lot, buckets };
}
