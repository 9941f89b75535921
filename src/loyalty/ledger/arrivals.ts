import type { Instant } from '../basis';
import type { Book } from './book';
import { draw } from './draw';
import type { Cause } from './entry';
import { ownLots } from './grant';
import type { Grant } from './grant';
import { isBalance } from './lot';
import type { BenefitType, Lot, LotType } from './lot';

/** The entry that made amounts active. What follows from it carries its natural key within its own, its instant and its cause. */
export interface Arrival {
  key: string;
  at: Instant;
  cause: Cause;
}

/**
 * Follows up amounts that have just become active in `lots`: first what was let off of their own sale's grants is collected,
 * under `to_zero` (R24) and for uses of a voucher whose sale is gone (R27); then the customer's debt is paid (R29).
 */
export function settleArrivals(book: Book, type: LotType, lots: readonly Lot[], arrival: Arrival): void {
  collectLetOff(book, type, lots, arrival);
  if (isBalance(type)) settleDebt(book, type, lots, arrival);
}

/** Collects what was let off of their own sale's grants, from what is active in `lots` again. @param atMost how much of each grant */
export function collectLetOff(
  book: Book,
  type: LotType,
  lots: readonly Lot[],
  { key, at }: Omit<Arrival, 'cause'>,
  atMost: (grant: Grant) => number = allIfCollected,
): void {
  for (const grant of book.grants()) {
    const amount = atMost(grant);
    if (amount === 0) continue;
    const { moves, drawn } = draw(ownLots(lots, grant), amount, 'active', 'reversed');
    if (drawn === 0) continue;
    book.post(type, {
      type: 'CLAWBACK',
      key: `clawback/${grant.saleId}/${grant.ruleId}/${grant.customerId}/${key}`,
      at,
      cause: { kind: 'sale', saleId: grant.saleId },
      programVersion: grant.programVersion,
      ruleId: grant.ruleId,
      moves,
    });
    book.changeGrant(grant, { taken: grant.taken + drawn, letOff: grant.letOff - drawn });
  }
}

/** All that was let off of a grant, where it is collected later; else nothing. */
export function allIfCollected({ collectsLater, letOff }: Grant): number {
  return collectsLater ? letOff : 0;
}

/** Pays what the customer owes from what is active in `lots`, in the order given (R29). */
export function settleDebt(
  book: Book,
  type: BenefitType,
  lots: readonly Lot[],
  { key, at, cause }: Arrival,
): void {
  const debt = book.wallet.debt[type];
  if (debt === 0) return;
  const { moves, drawn } = draw(lots, debt, 'active', 'reversed');
  book.post(type, { type: 'DEBT_SETTLE', key: `debt-settle/${key}`, at, cause, moves, debt: -drawn });
}
