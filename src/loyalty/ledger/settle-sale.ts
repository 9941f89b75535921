import type { Instant } from '../basis';
import type { Book } from './book';
import { catchUp } from './catch-up';
import { clawBack } from './clawback';
import { creditGrant } from './credit-grant';
import { settledAmount } from './grant';
import type { Grant } from './grant';
import type { LotType } from './lot';
import type { Deserved, SaleSettlement } from './settlement';

/** A grant of the sale, and what the sale deserves by the same rule; `wanted` is null where it deserves nothing by it any more. */
interface GrantToSettle {
  grant: Grant;
  wanted: Deserved | null;
}

/**
 * Moves the ledger by the difference between what the sale deserves and what it holds (R20): credits before debits (R22).
 * The same settlement twice adds no entry (R43).
 */
export function settleSale(book: Book, settlement: SaleSettlement, now: Instant): void {
  catchUp(book, now);
  const grants = grantsToSettle(book, settlement);
  for (const one of grants) undoLettingOff(book, one);
  for (const { grant, wanted } of grants) creditGrant(book, settlement, grant, wanted, now);
  for (const { grant, wanted } of grants) {
    const excess = settledAmount(grant) - wantedAmount(wanted);
    if (excess > 0) clawBack(book, grant, excess, settlement, now);
  }
}

/** Every grant the sale has or should have; those it should have and lacks are added, and all are put into the sale's month. */
function grantsToSettle(book: Book, settlement: SaleSettlement): GrantToSettle[] {
  const ofSale = (): Grant[] => book.grants().filter((grant) => grant.saleId === settlement.saleId);
  const known = ofSale();
  for (const grant of known)
    if (grant.month !== settlement.month) book.changeGrant(grant, { month: settlement.month });
  for (const { ruleId, type, amount } of settlement.deserved) {
    if (amount > 0 && !known.some((grant) => grant.ruleId === ruleId && grant.type === type))
      book.addGrant(newGrant(settlement, book.wallet.customerId, ruleId, type));
  }
  return ofSale().map((grant) => ({
    grant,
    wanted:
      settlement.deserved.find(({ ruleId, type }) => ruleId === grant.ruleId && type === grant.type) ?? null,
  }));
}

function wantedAmount(wanted: Deserved | null): number {
  return wanted?.amount ?? 0;
}

function newGrant(settlement: SaleSettlement, customerId: string, ruleId: string, type: LotType): Grant {
  return {
    saleId: settlement.saleId,
    customerId,
    ruleId,
    type,
    programVersion: settlement.programVersion,
    month: settlement.month,
    lots: 0,
    clawbacks: 0,
    granted: 0,
    taken: 0,
    letOff: 0,
    lapsed: 0,
    collectsLater: settlement.policy === 'to_zero' || type === 'voucher',
  };
}

/**
 * Where the sale deserves more than at the last settlement, less of it is let off, and after that less of it has lapsed. This
 * comes before any credit: a credit that becomes active at once must not be collected for an amount that is deserved again.
 */
function undoLettingOff(book: Book, { grant, wanted }: GrantToSettle): void {
  const more = wantedAmount(wanted) - settledAmount(grant);
  if (more <= 0 || grant.letOff + grant.lapsed === 0) return;
  const fromLetOff = Math.min(grant.letOff, more);
  const fromLapsed = Math.min(grant.lapsed, more - fromLetOff);
  book.changeGrant(grant, { letOff: grant.letOff - fromLetOff, lapsed: grant.lapsed - fromLapsed });
}
