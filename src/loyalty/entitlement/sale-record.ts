import { localMonth } from '../calendar';
import type { Instant, SaleContent, Zone } from '../basis';
import type { MovedBy } from '../ledger';
import { purchaseIds, refsOfUses, standingOf } from '../sale';
import type { EvaluatedSale, PinnedFacts, Sale, Standing } from '../sale';

/** A sale as far as its benefit is decided by it: what the sequence works on, in the engines and in a history. */
export interface SaleRecord extends SaleContent {
  id: string;
  /** Its own id, and those of the tellings that count by it: a use kept with any of them is a use of this sale. */
  ids: readonly string[];
  /** Everything uses may call it: ids, external ids, numbers. None: whose it is has still to be looked up. */
  refs: readonly string[];
  /** The marks by which its uses were found last (R46): while they are the same, so are its uses. Null: never yet. */
  usesFoundBy: string | null;
  zone: Zone;
  standing: Standing;
  /** true: it was told of too late, and earns nothing until its channel says so. */
  withheld?: boolean;
  /** true: nobody is written to about it. */
  silent?: boolean;
  customerId: string | null;
  /** When it was first known to be completed: holding counts from here (R3). */
  completedAt: Instant | null;
  /** When a customer took over a sale that had been calculated without one, or as somebody else's (R26, R28). */
  claimedAt: Instant | null;
  /** Goods value returned so far (R21). */
  returnedCents: number;
  /** What benefit had paid of the sale and went back to its customer when it was over (R25), in cents. */
  refundedCents: number;
  /** The sale is over, and what it was paid with has gone back: that happens once (R25), however often it is read (R43). */
  voided: boolean;
  /** The version of the program that pays it (R18); null: it was never calculated. */
  programVersion: number | null;
  pinned: PinnedFacts | null;
  /** What was pinned of those whose sale it was before: if it comes back to one of them, that still holds (R17). */
  formerPins: readonly PinnedFacts[];
  evaluated: EvaluatedSale | null;
  /** Who has just changed it by a call; absent: nobody. */
  by?: MovedBy;
}

/** A sale with its result. */
export type CalculatedSale = SaleRecord & { evaluated: EvaluatedSale };

/** The part of a sale that its benefit is decided by. */
export function saleRecord({ source, content, owner, purchase, benefit, ...sale }: Sale): SaleRecord {
  const { evaluated, explanation } = benefit;
  return {
    id: sale.id,
    ids: purchaseIds({ id: sale.id, purchase }),
    refs: refsOfUses({ source, owner, purchase }),
    usesFoundBy: benefit.usesFoundBy,
    channel: source.channel,
    storeId: content.storeId,
    soldAt: content.soldAt ?? sale.createdAt,
    totalCents: content.totalCents,
    freightCents: content.freightCents,
    otherExpensesCents: content.otherExpensesCents,
    discountCents: content.discountCents,
    items: content.items,
    zone: content.zone,
    standing: standingOf({ source, purchase }),
    withheld: source.lateness === 'held',
    silent: sale.notices.silent,
    customerId: owner.customerId,
    completedAt: source.completedAt ?? sale.createdAt,
    claimedAt: owner.claimedAt,
    returnedCents: purchase.returnedCents,
    refundedCents: benefit.refundedCents,
    voided: benefit.voided,
    programVersion: benefit.programVersion,
    pinned: benefit.pinned,
    formerPins: benefit.formerPins,
    evaluated: evaluated && { ...evaluated, explanation },
  };
}

/** Local month of the sale, `YYYY-MM`: the period of a cap per month (R14). */
export function monthOfSale({ soldAt, zone }: Pick<SaleRecord, 'soldAt' | 'zone'>): string {
  return localMonth(soldAt, zone);
}
