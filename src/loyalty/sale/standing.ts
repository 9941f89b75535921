import { goodsCents } from '../basis';
import type { SaleContent } from '../basis';
import type { SalePurchase, SaleSource, SaleTelling, SourceStatus } from './sale';

/**
 * Where a sale stands for its benefit. `open`: it counts nowhere, and what was spent on it stays spent; `completed`: it
 * counts; `cancelled`: it is over, cancelled or deleted, by whichever of its sources.
 */
export type Standing = 'open' | 'completed' | 'cancelled';

/** What of a sale says where it stands. */
export interface StandingFacts {
  source: Pick<SaleSource, 'status'>;
  purchase: Pick<SalePurchase, 'duplicateOf' | 'reviewId'> & {
    tellings: readonly Pick<SaleTelling, 'cancelled'>[];
  };
}

const AT_ITS_SOURCE: Record<SourceStatus, Standing> = {
  open: 'open',
  refused: 'open',
  completed: 'completed',
  cancelled: 'cancelled',
  missing: 'cancelled',
};

/**
 * Where a sale stands: the one definition for engines, history and simulation. A sale that counts by another source's, or
 * whose counting is under review, counts nowhere here. A purchase that one source has cancelled is cancelled for all.
 */
export function standingOf({ source, purchase }: StandingFacts): Standing {
  if (purchase.duplicateOf !== null) return 'open';
  const standing = AT_ITS_SOURCE[source.status];
  if (standing !== 'completed') return standing;
  if (purchase.reviewId !== null) return 'open';
  return purchase.tellings.some(({ cancelled }) => cancelled) ? 'cancelled' : 'completed';
}

/** What of a sale says how much of it is left. `returnedCents` is the goods value that came back. */
export interface Returnable extends Pick<SaleContent, 'totalCents' | 'freightCents' | 'otherExpensesCents'> {
  returnedCents: number;
}

/** A sale as far as it is live or over. */
export type LeftOfSale = Returnable & { standing: Standing };

/** Whether the sale counts as a purchase: completed, and not all of its goods have come back. */
export function isLive(sale: LeftOfSale): boolean {
  return sale.standing === 'completed' && !isWhollyReturned(sale);
}

/** Whether nothing is left of the sale: cancelled, deleted or wholly returned (R25). */
export function isOver(sale: LeftOfSale): boolean {
  return sale.standing === 'cancelled' || isWhollyReturned(sale);
}

function isWhollyReturned(sale: Returnable): boolean {
  return sale.returnedCents > 0 && sale.returnedCents >= goodsCents(sale);
}
