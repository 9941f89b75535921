import type { Instant, Zone } from '../basis';
import { Refusal } from '../basis';
import type { Book } from './book';
import { settleArrivals } from './arrivals';
import { catchUp } from './catch-up';
import { draw, sumBucket } from './draw';
import { causeOf } from './entry';
import type { Cause, Entry } from './entry';
import type { BenefitType } from './lot';

/** A manual movement (R35). `amount` is signed: a credit above zero, a debit below. */
export interface Adjustment extends Pick<Cause, 'operator' | 'keyId' | 'request'> {
  id: string;
  type: BenefitType;
  amount: number;
  reason: string;
  zone: Zone;
  programVersion: number | null;
  /** End of a credit's validity by the program; null: never. */
  expiresAt: Instant | null;
}

/**
 * Credits a new lot, or debits active lots in the order of use; a credit pays debt first.
 * @throws Refusal `insufficient_balance` where a debit asks for more than is active; zero or a fraction is `invalid_request`
 */
export function adjust(book: Book, adjustment: Adjustment, now: Instant): void {
  catchUp(book, now);
  if (!Number.isSafeInteger(adjustment.amount) || adjustment.amount === 0)
    throw new Refusal('invalid_request', { amount: adjustment.amount });
  const { operator, keyId, reason, request } = adjustment;
  const cause = causeOf({ kind: 'person', operator, keyId, reason, request });
  if (adjustment.amount > 0) credit(book, adjustment, cause, now);
  else debit(book, adjustment, cause, now);
}

/** The natural key of a manual movement's entry. */
function adjustmentKey({ id, amount }: Pick<Adjustment, 'id' | 'amount'>): string {
  return adjustmentKeys(id)[amount > 0 ? 'credit' : 'debit'];
}

/** The natural keys a manual movement's entry may have. */
export function adjustmentKeys(id: string): { credit: string; debit: string } {
  return { credit: `adjust-credit/${id}`, debit: `adjust-debit/${id}` };
}

/** Whether a manual movement's entry is that of this adjustment; one older than the digest is compared by what it says, `api` where nobody was named. */
export function isEntryOf(adjustment: Adjustment, entry: Entry): boolean {
  const { request, operator, reason } = entry.cause;
  if (request !== undefined) return request === adjustment.request;
  const moved = entry.moves.reduce((sum, { amount }) => sum + amount, 0);
  return (
    entry.key === adjustmentKey(adjustment) &&
    entry.benefit === adjustment.type &&
    moved === Math.abs(adjustment.amount) &&
    (operator ?? 'api') === (adjustment.operator ?? 'api') &&
    reason === adjustment.reason
  );
}

function credit(book: Book, adjustment: Adjustment, cause: Cause, now: Instant): void {
  const { id, type, amount, zone, programVersion, expiresAt } = adjustment;
  const lot = book.addLot({
    id: `adjustment/${id}`,
    customerId: book.wallet.customerId,
    type,
    saleId: null,
    ruleId: null,
    programVersion,
    revision: 1,
    zone,
    createdAt: now,
    activatesAt: now,
    expiresAt,
    voucher: null,
  });
  const key = adjustmentKey(adjustment);
  book.post(type, {
    type: 'ADJUST_CREDIT',
    key,
    at: now,
    cause,
    programVersion,
    moves: [{ lotId: lot.id, from: 'issued', to: 'active', amount }],
  });
  settleArrivals(book, type, [lot], { key, at: now, cause });
}

function debit(book: Book, adjustment: Adjustment, cause: Cause, now: Instant): void {
  const wanted = -adjustment.amount;
  const lots = book.lotsByUse(adjustment.type);
  const available = sumBucket(lots, 'active');
  if (available < wanted) {
    throw new Refusal(
      'insufficient_balance',
      adjustment.type === 'cashback'
        ? { requiredCents: wanted, availableCents: available }
        : { requiredPoints: wanted, availablePoints: available },
    );
  }
  const { moves } = draw(lots, wanted, 'active', 'reversed');
  const key = adjustmentKey(adjustment);
  book.post(adjustment.type, { type: 'ADJUST_DEBIT', key, at: now, cause, moves });
}
