import type { Instant } from '../basis';
import type { BenefitType, Book, Cause, Grant } from '../ledger';
import {
  allIfCollected,
  BENEFIT_TYPES,
  clawBack,
  collectLetOff,
  reachEnd,
  settleDebt,
  settledAmount,
} from '../ledger';
import { crossedOf } from './crossing';
import type { Crossed, CrossedClawback, Crossing, Division } from './crossing';
import { letOffSince } from './grant-share';
import type { LetOffBefore } from './grant-share';
import { inParts, partKey } from './parts';

/** The undoing of a merge, and why. */
export interface Undoing {
  id: string;
  cause: Cause;
}

/**
 * While both still lie in one wallet, gives each lot back what went for the other: what paid the other's debt opens that debt
 * again, and of what was taken back for the other's sale, that sale has to be taken back anew (`settleApart`). Answers what
 * whoever goes back owes now.
 */
export function giveCrossedBack(
  book: Book,
  { lots }: Division,
  crossing: Crossing,
  { id, cause }: Undoing,
  at: Instant,
): Record<BenefitType, number> {
  const back = new Set(lots);
  const debt = { ...crossing.debtBack };
  for (const type of BENEFIT_TYPES) {
    const paid = crossing.paid[type];
    reinstate(book, type, paid, { key: `reinstate/unmerge/${id}/${type}`, at, cause });
    const key = `debt-open/unmerge/${id}/${type}`;
    book.post(type, { type: 'DEBT_OPEN', key, at, cause, moves: [], debt: sum(paid) });
    debt[type] += sum(paid.filter(({ lot }) => !back.has(lot)));
  }
  for (const { type, saleId, ruleId, programVersion, lots: taken } of crossing.taken) {
    const key = `reinstate/unmerge/${id}/${type}/${saleId}/${ruleId}`;
    reinstate(book, type, taken, { key, at, cause: { ...cause, saleId }, ruleId, programVersion });
    const grant = grantOf(book, { type, saleId, ruleId });
    if (grant) book.changeGrant(grant, { taken: grant.taken - sum(taken) });
  }
  return debt;
}

/**
 * Puts one of the two right by themselves, once each has what is theirs again: what their own sales still take back, then their
 * debt (R29), and what had ended meanwhile ends.
 * @param word tells the natural keys of one's entries from the other's
 * @param before what had been let off of their grants before the merge: that stays let off
 */
export function settleApart(
  book: Book,
  sales: (saleId: string) => boolean,
  crossing: Crossing,
  {
    id,
    cause,
    word,
    before,
  }: Undoing & { word: 'unmerge-in' | 'unmerge-out'; before: readonly LetOffBefore[] },
  at: Instant,
): void {
  const { customerId } = book.wallet;
  const sinceMerge = letOffSince(before);
  for (const type of BENEFIT_TYPES) {
    const arrival = { key: `${word}/${id}/${type}`, at, cause };
    const lots = [...new Set(crossedOf(crossing, type).map(({ lot }) => lot))].filter(
      (lot) => lot.customerId === customerId,
    );
    // Since the merge it was let off because it had gone for the other: under any policy a sale takes back first what it gave.
    collectLetOff(book, type, lots, arrival, (grant) => Math.max(allIfCollected(grant), sinceMerge(grant)));
    for (const one of crossing.taken) if (one.type === type && sales(one.saleId)) takeBackAnew(book, one, at);
    settleDebt(book, type, book.lotsByUse(type), arrival);
    for (const lot of lots)
      while (lot.buckets.active > 0 && lot.expiresAt !== null && lot.expiresAt <= at) reachEnd(book, lot, at);
  }
}

/**
 * From what the sale itself gave, then from the customer's other value or as debt. Under `to_zero` the rest is let off: what they
 * had besides at that time, and might have lost, is not known any more; nor is it taken from what the sale has given since.
 */
function takeBackAnew(book: Book, crossed: CrossedClawback, at: Instant): void {
  const grant = grantOf(book, crossed);
  const amount = grant ? Math.min(sum(crossed.lots), settledAmount(grant)) : 0;
  if (!grant || amount === 0) return;
  if (!grant.collectsLater) clawBack(book, grant, amount, { policy: 'allow_debt' }, at);
  else clawBack(book, grant, amount, { policy: 'pending_only' }, at, ({ id }) => !crossed.givenSince.has(id));
}

function reinstate(
  book: Book,
  type: BenefitType,
  crossed: readonly Crossed[],
  entry: { key: string; at: Instant; cause: Cause; ruleId?: string; programVersion?: number | null },
): void {
  for (const [part, some] of inParts(crossed).entries())
    book.post(type, {
      ...entry,
      type: 'REINSTATE',
      key: partKey(entry.key, part),
      moves: some.map(({ lot, amount }) => ({ lotId: lot.id, from: 'reversed', to: 'active', amount })),
    });
}

function grantOf(book: Book, like: Pick<CrossedClawback, 'saleId' | 'ruleId' | 'type'>): Grant | undefined {
  return book.wallet.grants.find(
    ({ saleId, ruleId, type }) => saleId === like.saleId && ruleId === like.ruleId && type === like.type,
  );
}

function sum(crossed: readonly Crossed[]): number {
  return crossed.reduce((total, { amount }) => total + amount, 0);
}
