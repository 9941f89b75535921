import type { Instant } from '../basis';
import type { Book } from './book';
import { activate } from './catch-up';
import { netGranted, ownLots } from './grant';
import type { Grant } from './grant';
import type { Lot } from './lot';
import type { BenefitDates, Deserved, SaleSettlement } from './settlement';

/**
 * Gives what the customer lacks of what the sale deserves by one rule: a cancelled voucher is reinstated, anything else is a
 * new lot. Does nothing where nothing is missing. @param wanted null: the sale deserves nothing by this rule
 */
export function creditGrant(
  book: Book,
  settlement: SaleSettlement,
  grant: Grant,
  wanted: Deserved | null,
  now: Instant,
): void {
  const missing = (wanted?.amount ?? 0) - netGranted(grant);
  if (wanted === null || missing <= 0) return;
  const saleDates = settlement.dates(wanted, 'sale');
  const lapsed = saleDates.expiresAt !== null && saleDates.expiresAt <= now;
  const dates = lapsed ? settlement.dates(wanted, 'now') : saleDates;
  const voucher = wanted.type === 'voucher' ? cancelledVoucher(book, grant, missing) : undefined;
  if (voucher) reinstate(book, settlement, grant, voucher, missing, dates, now);
  else issue(book, settlement, grant, wanted, missing, dates, now);
}

/** The voucher whose cancelled uses can be given again. A merge can bring several of one rule together: the newest is taken. */
function cancelledVoucher(book: Book, grant: Grant, missing: number): Lot | undefined {
  return ownLots(book.lotsByUse('voucher'), grant)
    .sort((a, b) => b.createdAt - a.createdAt || b.revision - a.revision || (a.id < b.id ? 1 : -1))
    .find(({ buckets }) => buckets.reversed >= missing);
}

/** A cancelled voucher lives again under the same code (R27); where its date has passed meanwhile, with a new one (R22). */
function reinstate(
  book: Book,
  { by }: SaleSettlement,
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
    cause: { kind: 'sale', saleId: grant.saleId, ...by },
    programVersion: grant.programVersion,
    ruleId: grant.ruleId,
    moves: [{ lotId: lot.id, from: 'reversed', to: lot.activatesAt <= now ? 'active' : 'pending', amount }],
  });
}

/** A new lot of the grant, pending or, where holding is over already, active at once. */
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
    cause: { kind: 'sale', saleId: grant.saleId, ...settlement.by },
    programVersion: grant.programVersion,
    ruleId: grant.ruleId,
    moves: [{ lotId: lot.id, from: 'issued', to: 'pending', amount }],
  });
  if (lot.activatesAt <= now) activate(book, lot, now);
}
