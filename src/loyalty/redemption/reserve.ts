import { parseDuration, usableThrough } from '../calendar';
import type { Instant } from '../basis';
import type { Book, BenefitType, Cause, Redemption, RedemptionTerms } from '../ledger';
import { catchUp, draw, sumBucket, redemptionCause, redemptionCents } from '../ledger';
import { Refusal } from '../basis';
import { confirm } from './confirm';
import { mayName, saleNamed, sameReference } from './named-sale';
import type { NamedSale, NamingUse } from './named-sale';

/** The program's limits on using balance (R30–R32). */
export interface RedemptionLimits {
  minSaleCents: number;
  minBalanceCents: number;
  maxShareBps: number;
}

/** What staff ask for. `amount` is cents for cashback, points for points. */
export interface UseOfBalance {
  type: BenefitType;
  amount: number;
  saleTotalCents: number;
  freightCents: number;
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
  /** Use at once: reserve and confirm in one step. */
  confirm: boolean;
}

/** What staff ask for, with the name it gets and the program's settings at this moment (R33). */
export interface ReserveCommand extends UseOfBalance, Pick<Cause, 'keyId'> {
  id: string;
  zone: string;
  terms: RedemptionTerms;
  limits: RedemptionLimits;
  /** The sales that `saleRef` may name. */
  sales: readonly NamedSale[];
}

/**
 * Reserves balance over the soonest-expiring lots. The wallet must hold the customer's other redemptions that name the same
 * sale, or give the same reference: they share its largest part (R31).
 * @throws Refusal in the order of R30; nothing but what time alone decided is changed then.
 */
export function reserve(book: Book, command: ReserveCommand, now: Instant): Redemption {
  catchUp(book, now);
  refuseWhatTheProgramForbids(book, command, now);
  const { moves } = draw(book.lotsByUse(command.type), command.amount, 'active', 'reserved');
  const redemption: Redemption = {
    id: command.id,
    customerId: book.wallet.customerId,
    type: command.type,
    amount: command.amount,
    discountCents: 0,
    state: 'reserved',
    draws: moves.map(({ lotId, amount }) => ({ lotId, amount })),
    reservedAt: now,
    reservedUntil: usableThrough(now, parseDuration(command.terms.reservation), command.zone),
    confirmedAt: null,
    closedAt: null,
    zone: command.zone,
    terms: command.terms,
    saleTotalCents: command.saleTotalCents,
    freightCents: command.freightCents,
    saleRef: command.saleRef,
    saleId: null,
    useNumber: null,
    operator: command.operator,
    storeId: command.storeId,
    lastCall: command.id,
  };
  const cause = redemptionCause(redemption, command);
  book.post(command.type, {
    type: 'RESERVE',
    key: `reserve/${command.id}`,
    at: now,
    cause,
    moves,
  });
  book.addRedemption(redemption);
  if (!command.confirm) return redemption;
  return confirm(book, redemption, cause, now, command.sales);
}

/** The largest part of a sale that balance may pay (R31): floor((total − freight) × share), never negative. */
export function largestShareCents(saleTotalCents: number, freightCents: number, maxShareBps: number): number {
  const payable = Math.max(0, saleTotalCents - freightCents);
  return Number((BigInt(payable) * BigInt(maxShareBps)) / 10_000n);
}

/** What the customer's other live redemptions of balance already pay of the same sale, in cents; vouchers do not count (R31). */
function centsPaidOfSale(book: Book, command: ReserveCommand, now: Instant): number {
  const { customerId } = book.wallet;
  const use: NamingUse = { ...command, customerId, reservedAt: now, confirmedAt: null };
  const sale = saleNamed(use, command.sales);
  return book.wallet.redemptions
    .filter(
      (other) =>
        other.type !== 'voucher' &&
        (other.state === 'reserved' || other.state === 'confirmed') &&
        paysTheSame(other, use, sale),
    )
    .reduce((sum, other) => sum + redemptionCents(other), 0);
}

/** By the sales the two name; where one of them is not known, by the same reference within the same three days (R46). */
function paysTheSame(other: Redemption, use: NamingUse, sale: NamedSale | null): boolean {
  if (other.saleId !== null && sale !== null) return sale.ids.includes(other.saleId);
  return sameReference(other, use) || (sale !== null && mayName(other, sale));
}

function refuseWhatTheProgramForbids(book: Book, command: ReserveCommand, now: Instant): void {
  refuseImpossibleNumbers(command);
  const { limits, type, amount } = command;
  const unit = type === 'cashback' ? 1 : command.terms.pointValueCents;
  if (command.saleTotalCents < limits.minSaleCents) {
    throw new Refusal('below_min_sale', {
      minSaleCents: limits.minSaleCents,
      saleTotalCents: command.saleTotalCents,
    });
  }
  const share = largestShareCents(command.saleTotalCents, command.freightCents, limits.maxShareBps);
  const left = Math.max(0, share - centsPaidOfSale(book, command, now));
  if (amount * unit > left) {
    throw new Refusal('above_max_share', { maxCents: left, requestedCents: amount * unit });
  }
  const balance = sumBucket(book.lotsByUse(type), 'active');
  const required = Math.max(amount, Math.ceil(limits.minBalanceCents / unit));
  if (balance < required) {
    throw new Refusal(
      'insufficient_balance',
      type === 'cashback'
        ? { requiredCents: required, availableCents: balance }
        : { requiredPoints: required, availablePoints: balance },
    );
  }
}

function refuseImpossibleNumbers({ amount, saleTotalCents, freightCents }: ReserveCommand): void {
  const wholeNumbers = [amount, saleTotalCents, freightCents].every(
    (number) => Number.isSafeInteger(number) && number >= 0,
  );
  if (!wholeNumbers || amount === 0)
    throw new Refusal('invalid_request', { amount, saleTotalCents, freightCents });
}
