import type { Instant, Zone } from '../instant';
import { activate, catchUp } from './catch-up';
import type { Book } from './book';
import { clawBack } from './clawback';
import type { ClawbackPolicy } from './clawback';
import type { Grant } from './grant';
import { heldOf } from './grant';
import type { BenefitType } from './lot';

/** When a sale's benefit can be used: the end of the holding period and of the validity. */
export interface BenefitDates {
  activatesAt: Instant;
  expiresAt: Instant | null;
}

/** What a sale deserves of one rule, after returns (R20). */
export interface Deserved {
  ruleId: string;
  type: BenefitType;
  amount: number;
}

/** The order in force: what one customer should have of one sale. */
export interface SaleSettlement {
  saleId: string;
  programVersion: number;
  zone: Zone;
  policy: ClawbackPolicy;
  /** Empty where the customer deserves nothing: sale not completed, cancelled, or somebody else's. */
  deserved: Deserved[];
  /** The sale's dates, and those that hold from now where the sale's have lapsed (R22). */
  dates: BenefitDates;
  datesFromNow: BenefitDates;
}

/**
 * Moves the ledger by the difference between what the sale deserves and what it holds (R20): credits before debits (R22).
 * The same settlement twice adds no entry (R43).
 */
export function settleSale(book: Book, settlement: SaleSettlement, now: Instant): void {
  catchUp(book, now);
  const grants = grantsConcerned(book, settlement);
  for (const { grant, amount } of grants) deserveAgain(book, grant, amount);
  for (const { grant, amount } of grants) credit(book, settlement, grant, amount, now);
  for (const { grant, amount } of grants) {
    const excess = excessOf(grant, amount);
    if (excess > 0) clawBack(book, grant, excess, settlement.policy, now);
  }
}

/** What is held beyond `deserved` and was neither let off nor lapsed; below zero where more is deserved than that. */
function excessOf(grant: Grant, deserved: number): number {
  return heldOf(grant) - deserved - grant.letOff - grant.lapsed;
}

function grantsConcerned(book: Book, settlement: SaleSettlement): { grant: Grant; amount: number }[] {
  const ofSale = (): Grant[] => book.grants().filter((grant) => grant.saleId === settlement.saleId);
  const known = ofSale();
  for (const { ruleId, type, amount } of settlement.deserved) {
    if (amount > 0 && !known.some((grant) => grant.ruleId === ruleId && grant.type === type))
      book.addGrant(newGrant(settlement, book.wallet.customerId, ruleId, type));
  }
  const amountOf = (grant: Grant): number =>
    settlement.deserved.find(({ ruleId, type }) => ruleId === grant.ruleId && type === grant.type)?.amount ??
    0;
  return ofSale().map((grant) => ({ grant, amount: amountOf(grant) }));
}

function newGrant(settlement: SaleSettlement, customerId: string, ruleId: string, type: BenefitType): Grant {
  return {
    saleId: settlement.saleId,
    customerId,
    ruleId,
    type,
    programVersion: settlement.programVersion,
    lots: 0,
    clawbacks: 0,
    granted: 0,
    taken: 0,
    letOff: 0,
    lapsed: 0,
    collectsLater: settlement.policy === 'to_zero',
  };
}

function credit(book: Book, settlement: SaleSettlement, grant: Grant, deserved: number, now: Instant): void {
  const missing = deserved - heldOf(grant);
  if (missing <= 0) return;
  const revision = grant.lots + 1;
  const lapsed = settlement.dates.expiresAt !== null && settlement.dates.expiresAt <= now;
  const dates = lapsed ? settlement.datesFromNow : settlement.dates;
  const lot = book.addLot({
    id: `${grant.saleId}/${grant.ruleId}/${grant.customerId}/${revision}`,
    customerId: grant.customerId,
    type: grant.type,
    saleId: grant.saleId,
    ruleId: grant.ruleId,
    programVersion: grant.programVersion,
    revision,
    zone: settlement.zone,
    createdAt: now,
    ...dates,
  });
  book.changeGrant(grant, { lots: revision, granted: grant.granted + missing });
  book.post(grant.type, {
    type: 'EARN_PENDING',
    key: `earn/${lot.id}`,
    at: now,
    cause: { kind: 'sale', saleId: grant.saleId },
    programVersion: grant.programVersion,
    ruleId: grant.ruleId,
    moves: [{ lotId: lot.id, from: 'issued', to: 'pending', amount: missing }],
  });
  if (lot.activatesAt <= now) activate(book, lot, now);
}

/**
 * Where the sale deserves more again, what was let off shrinks first, then what had lapsed. It comes before any credit:
 * what a credit makes active must not be collected for a letting off that no longer holds.
 */
function deserveAgain(book: Book, grant: Grant, deserved: number): void {
  const more = -excessOf(grant, deserved);
  if (more <= 0 || grant.letOff + grant.lapsed === 0) return;
  const fromLetOff = Math.min(grant.letOff, more);
  const fromLapsed = Math.min(grant.lapsed, more - fromLetOff);
  book.changeGrant(grant, { letOff: grant.letOff - fromLetOff, lapsed: grant.lapsed - fromLapsed });
}
