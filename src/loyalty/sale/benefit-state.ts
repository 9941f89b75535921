import { netGranted, isBalance } from '../ledger';
import type { BenefitType, Grant, Lot } from '../ledger';
import type { SaleHoldings } from './holdings';
import type { Sale, SaleBenefit } from './sale';
import { saleStatus } from './status';

/** What a sale shows of its benefit that follows from the wallet; stored with the sale so that lists need no wallet. */
export type BenefitState = Pick<
  SaleBenefit,
  'status' | 'earnedCents' | 'earnedPoints' | 'earnedVouchers' | 'activatesAt' | 'expiresAt'
>;

/**
 * A sale's status, what its owner has or had of it (cents, points, number of vouchers), and from when to when.
 * @param holdings of the owner's wallet, as the clock has it
 */
export function benefitState(
  sale: Pick<Sale, 'source' | 'purchase' | 'owner'>,
  { lots, grants }: SaleHoldings,
): BenefitState {
  const own = grants.filter(({ customerId }) => customerId === sale.owner.customerId);
  return {
    status: saleStatus(sale, lots),
    earnedCents: heldBalance(own, 'cashback'),
    earnedPoints: heldBalance(own, 'points'),
    earnedVouchers: own.filter((grant) => !isBalance(grant.type) && netGranted(grant) > 0).length,
    ...usablePeriod(lots),
  };
}

/** What is held of all grants of one type: cents or points. */
export function heldBalance(grants: readonly Grant[], type: BenefitType): number {
  return grants.filter((grant) => grant.type === type).reduce((sum, grant) => sum + netGranted(grant), 0);
}

/** The first activation and the last end of what was not wholly taken back. */
function usablePeriod(lots: readonly Lot[]): Pick<BenefitState, 'activatesAt' | 'expiresAt'> {
  const kept = lots.filter((lot) => lot.amount > lot.buckets.reversed);
  if (kept.length === 0) return { activatesAt: null, expiresAt: null };
  const ends = kept.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  return {
    activatesAt: Math.min(...kept.map(({ activatesAt }) => activatesAt)),
    expiresAt: ends.length < kept.length ? null : Math.max(...ends),
  };
}
