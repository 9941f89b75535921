import type { Instant } from '../basis';
import type { Book } from './book';
import { draw } from './draw';
import type { Cause } from './entry';
import { ownLots } from './grant';
import { isBalance } from './lot';
import type { BenefitType, Lot, LotType } from './lot';

/** What made amounts active: its natural key goes into the keys of what follows from it, and its cause is theirs. */
export interface Arrival {
  key: string;
  at: Instant;
  cause: Cause;
}

/**
 * What happens to amounts that just became active in `lots`: what their sale still wants back under `to_zero` is taken
 * first (R24), then debt is paid (R29). Uses of a voucher whose sale is gone are cancelled as they come back (R27).
 */
export function settleArrivals(book: Book, type: LotType, lots: readonly Lot[], arrival: Arrival): void {
  collectLetOff(book, type, lots, arrival);
  if (isBalance(type)) settleDebt(book, type, lots, arrival);
}

function collectLetOff(book: Book, type: LotType, lots: readonly Lot[], { key, at }: Arrival): void {
  for (const grant of book.grants()) {
    if (!grant.collectsLater || grant.letOff === 0) continue;
    const { moves, drawn } = draw(ownLots(lots, grant), grant.letOff, 'active', 'reversed');
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
