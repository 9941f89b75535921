import type { Instant } from '../basis';
import { sumBucket } from './draw';
import type { Grant } from './grant';
import type { BenefitType, Lot } from './lot';
import type { Redemption } from './redemption';

/**
 * One customer's value as far as an operation needs it: every open lot and reservation, every grant with something let off,
 * and whatever closed lot, redemption or grant the operation is about.
 */
export interface Wallet {
  customerId: string;
  debt: Record<BenefitType, number>;
  /** Instant of the latest entry: time never runs backwards within a wallet. */
  lastAt: Instant;
  lots: Lot[];
  redemptions: Redemption[];
  grants: Grant[];
}

/** A customer who has never had anything. */
export function emptyWallet(customerId: string): Wallet {
  return { customerId, debt: { cashback: 0, points: 0 }, lastAt: 0, lots: [], redemptions: [], grants: [] };
}

/** The sums a wallet is stored with. */
export function walletTotals(
  wallet: Wallet,
  type: BenefitType,
): { active: number; pending: number; reserved: number; debt: number } {
  const lots = wallet.lots.filter((lot) => lot.type === type);
  return {
    active: sumBucket(lots, 'active'),
    pending: sumBucket(lots, 'pending'),
    reserved: sumBucket(lots, 'reserved'),
    debt: wallet.debt[type],
  };
}
