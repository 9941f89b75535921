import type { Instant, Zone } from '../basis';
import type { VoucherFace } from './voucher-face';
import { activate, catchUp } from './catch-up';
import type { Book } from './book';
import { clawBack } from './clawback';
import type { ClawbackPolicy } from './clawback';
import type { Grant } from './grant';
import { deservedOfGrant, heldOf, ownLots } from './grant';
import type { BenefitType, Lot, LotType } from './lot';

/** When a sale's benefit can be used: the end of the holding period and of the validity. */
export interface BenefitDates {
  activatesAt: Instant;
  expiresAt: Instant | null;
}

/**
 * What a sale deserves of one rule, after returns (R20). A voucher's amount counts uses; its dates are its own, and its
 * code is used only where the voucher does not exist yet.
 */
export type Deserved =
  | { ruleId: string; type: BenefitType; amount: number }
  | { ruleId: string; type: 'voucher'; amount: number; face: VoucherFace };

/** The order in force: what one customer should have of one sale. */
export interface SaleSettlement {
  saleId: string;
  programVersion: number;
  zone: Zone;
  /** Local month of the sale, `YYYY-MM`. */
  month: string;
  policy: ClawbackPolicy;
  /** Empty where the customer deserves nothing: sale not completed, cancelled, or somebody else's. */
  deserved: Deserved[];
  /** When what is granted can be used: by the sale's dates, or from now where those have lapsed (R22). */
  datesOf(deserved: Deserved, from: 'sale' | 'now'): BenefitDates;
}

/** What one rule gave so far, and what it should have given. `wanted` is null where nothing is deserved of it any more. */
interface Concern {
  grant: Grant;
  wanted: Deserved | null;
}

/**
 * Moves the ledger by the difference between what the sale deserves and what it holds (R20): credits before debits (R22).
 * The same settlement twice adds no entry (R43).
 */
export function settleSale(book: Book, settlement: SaleSettlement, now: Instant): void {
  catchUp(book, now);
  const concerns = concernsOf(book, settlement);
  for (const concern of concerns) deserveAgain(book, concern);
  for (const concern of concerns) credit(book, settlement, concern, now);
  for (const { grant, wanted } of concerns) {
    const excess = deservedOfGrant(grant) - amountOf(wanted);
    if (excess > 0) clawBack(book, grant, excess, settlement.policy, now);
  }
}

function concernsOf(book: Book, settlement: SaleSettlement): Concern[] {
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

function amountOf(wanted: Deserved | null): number {
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
 * Where the sale deserves more again, what was let off shrinks first, then what had lapsed. It comes before any credit:
 * what a credit makes active must not be collected for a letting off that no longer holds.
 */
function deserveAgain(book: Book, { grant, wanted }: Concern): void {
  const more = amountOf(wanted) - deservedOfGrant(grant);
  if (more <= 0 || grant.letOff + grant.lapsed === 0) return;
  const fromLetOff = Math.min(grant.letOff, more);
  const fromLapsed = Math.min(grant.lapsed, more - fromLetOff);
  book.changeGrant(grant, { letOff: grant.letOff - fromLetOff, lapsed: grant.lapsed - fromLapsed });
}

function credit(book: Book, settlement: SaleSettlement, { grant, wanted }: Concern, now: Instant): void {
  const missing = amountOf(wanted) - heldOf(grant);
  if (wanted === null || missing <= 0) return;
  const sales = settlement.datesOf(wanted, 'sale');
  const lapsed = sales.expiresAt !== null && sales.expiresAt <= now;
  const dates = lapsed ? settlement.datesOf(wanted, 'now') : sales;
  const voucher = wanted.type === 'voucher' ? voucherOf(book, grant, missing) : undefined;
  if (voucher) reinstate(book, grant, voucher, missing, dates, now);
  else issue(book, settlement, grant, wanted, missing, dates, now);
}

/** The voucher whose cancelled uses can be given again; of several, whom only a merge brings together, the newest. */
function voucherOf(book: Book, grant: Grant, missing: number): Lot | undefined {
  return ownLots(book.lotsOf('voucher'), grant)
    .sort((a, b) => b.createdAt - a.createdAt)
    .find(({ buckets }) => buckets.reversed >= missing);
}

/** A cancelled voucher lives again under the same code (R27); where its date has passed meanwhile, with a new one (R22). */
function reinstate(
  book: Book,
  grant: Grant,
  lot: Lot,
  amount: number,
  dates: BenefitDates,
  now: Instant,
): void {
  if (lot.expiresAt !== null && lot.expiresAt <= now && dates.expiresAt !== null)
    book.extend(lot, dates.expiresAt);
  book.changeGrant(grant, { taken: grant.taken - amount });
  book.post('voucher', {
    type: 'REINSTATE',
    key: `reinstate/${lot.id}/${grant.clawbacks}`,
    at: now,
    cause: { kind: 'sale', saleId: grant.saleId },
    programVersion: grant.programVersion,
    ruleId: grant.ruleId,
    moves: [{ lotId: lot.id, from: 'reversed', to: lot.activatesAt <= now ? 'active' : 'pending', amount }],
  });
}

function issue(
  book: Book,
  settlement: SaleSettlement,
  grant: Grant,
  wanted: Deserved,
  amount: number,
  dates: BenefitDates,
  now: Instant,
): void {
  const revision = grant.lots + 1;
  const lot = book.addLot({
    id: `${grant.saleId}/${grant.ruleId}/${grant.customerId}/${revision}`,
    customerId: book.wallet.customerId,
    type: grant.type,
    saleId: grant.saleId,
    ruleId: grant.ruleId,
    programVersion: grant.programVersion,
    revision,
    zone: settlement.zone,
    createdAt: now,
    ...dates,
    voucher: wanted.type === 'voucher' ? wanted.face : null,
  });
  book.changeGrant(grant, { lots: revision, granted: grant.granted + amount });
  book.post(grant.type, {
    type: 'EARN_PENDING',
    key: `earn/${lot.id}`,
    at: now,
    cause: { kind: 'sale', saleId: grant.saleId },
    programVersion: grant.programVersion,
    ruleId: grant.ruleId,
    moves: [{ lotId: lot.id, from: 'issued', to: 'pending', amount }],
  });
  if (lot.activatesAt <= now) activate(book, lot, now);
}
