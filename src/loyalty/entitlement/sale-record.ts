import type { EvaluatedSale, PinnedFacts } from '../sale';
import { localMonth } from '../calendar';
import type { Instant, Zone, SaleContent } from '../basis';
import { goodsCents } from '../basis';
/** Where a sale stands at its source. `cancelled`: cancelled, deleted, or the same as another sale. */
export type SaleState = 'open' | 'completed' | 'cancelled';

/** A sale as far as its benefit is concerned. */
export interface SaleRecord extends SaleContent {
  id: string;
  zone: Zone;
  state: SaleState;
  customerId: string | null;
  /** When it was first known to be completed: holding counts from here (R3). */
  completedAt: Instant | null;
  /** When a customer took over a sale that had been calculated without one, or as somebody else's (R26, R28). */
  claimedAt: Instant | null;
  /** Goods value returned so far (R21). */
  returnedCents: number;
  /** The sale is over, and what it was paid with has gone back: that happens once (R25), however often it is read (R43). */
  voided: boolean;
  pinned: PinnedFacts | null;
  evaluated: EvaluatedSale | null;
}

type Returnable = Pick<
  SaleRecord,
  'returnedCents' | 'totalCents' | 'freightCents' | 'otherExpensesCents' | 'state'
>;

/** Whether all goods have come back. */
export function isWhollyReturned(sale: Omit<Returnable, 'state'>): boolean {
  return sale.returnedCents > 0 && sale.returnedCents >= goodsCents(sale);
}

/** Whether nothing is left of the sale: cancelled, deleted or wholly returned (R25). */
export function isOver(sale: Returnable): boolean {
  return sale.state === 'cancelled' || isWhollyReturned(sale);
}

/** Whether the sale counts as a purchase. */
export function isLive(sale: Returnable): boolean {
  return sale.state === 'completed' && !isWhollyReturned(sale);
}

/** Local month of the sale, `YYYY-MM`: the period of a cap per month (R14). */
export function monthOfSale({ soldAt, zone }: Pick<SaleRecord, 'soldAt' | 'zone'>): string {
  return localMonth(soldAt, zone);
}
