import type { Instant } from '../basis';
import type { Book, Cause, Entry, BenefitType, Lot, Redemption } from '../ledger';
import { settleDebt, catchUp, BENEFIT_TYPES } from '../ledger';
import { Refusal } from '../basis';
import { carry } from './carry';
import type { Load } from './carry';
import { crossingSince } from './crossing';
import { giveCrossedBack, settleApart } from './give-crossed-back';
import type { GrantShare, LetOffBefore } from './grant-share';
import { joinGrants, letOffNow, sharesOf, splitGrants } from './grant-share';
import { partKey } from './parts';

/** Which merge, and why. `saleIds` are the sales that change hands with it. */
export interface MergeOrder {
  id: string;
  cause: Cause;
  saleIds: readonly string[];
  /** How many entries of each kind have told of it so far, where a part was carried before; absent: none. */
  part?: number;
}

/** What a merge brought, kept so that it can be taken back. */
export interface MergedValue {
  lotIds: string[];
  redemptionIds: string[];
  debt: Record<BenefitType, number>;
  /** What had come off the grants of either side; nothing had where one is absent. (The name is a stored field.) */
  accounts: GrantShare[];
  /** Lots of the same sales that the customer who remains had already. */
  metLotIds: string[];
  /** What had been let off of the grants of the customer who remains; absent in merges of older versions. */
  metLetOff?: LetOffBefore[];
}

/**
 * Everything of one customer becomes another's, who is the same person. Entries stay where they are: one `MERGE_OUT` and
 * one `MERGE_IN` for each kind of benefit say what was moved, lots and redemptions keep their ids. What either side owed is paid
 * from what the other had (R29). Both wallets must be whole, closed lots and redemptions too.
 * @param now not before the last entry of either
 */
export function merge(from: Book, into: Book, order: MergeOrder, now: Instant): MergedValue {
  catchUp(from, now);
  catchUp(into, now);
  const brought = broughtBy(from, into, order);
  hand(from, into, from.wallet.debt, order, now);
  return brought;
}

/**
 * A part of a merge that is too large for one transaction: everything in `from` but its debt, which comes last. Of the other's
 * wallet nothing else has to be there than the grants of the same sales.
 * @param from lots with all others of their grants, those grants, and redemptions whose first lot is among them
 */
export function mergePart(from: Book, into: Book, order: MergeOrder, at: Instant): void {
  hand(from, into, { cashback: 0, points: 0 }, order, at);
}

/** What a merge would bring, as both have been caught up. */
export function broughtBy(from: Book, into: Book, { saleIds }: Pick<MergeOrder, 'saleIds'>): MergedValue {
  const { lots, redemptions, debt } = from.wallet;
  const own = new Set(saleIds);
  const sales = new Set([...saleIds, ...from.grants().map(({ saleId }) => saleId)]);
  return {
    lotIds: lots.map(({ id }) => id),
    redemptionIds: redemptions.map(({ id }) => id),
    debt: { ...debt },
    accounts: sharesOf(from, into, sales).filter((share) => !saysNothing(share, own)),
    metLotIds: into.wallet.lots
      .filter(({ saleId }) => saleId !== null && sales.has(saleId))
      .map(({ id }) => id),
    metLetOff: letOffNow(into),
  };
}

/** The sale is named with those that go over, and nothing had come off: of tens of thousands of lots only few have more to say. */
function saysNothing({ saleId, brought, met }: GrantShare, own: ReadonlySet<string>): boolean {
  const off = [brought, met].flatMap(({ taken, letOff, lapsed }) => [taken, letOff, lapsed]);
  return own.has(saleId) && off.every((amount) => amount === 0);
}

function hand(
  from: Book,
  into: Book,
  debt: Load['debt'],
  { id, cause, part = 0 }: MergeOrder,
  at: Instant,
): void {
  const load = { lots: [...from.wallet.lots], redemptions: [...from.wallet.redemptions], debt: { ...debt } };
  joinGrants(from, into);
  carry(from, into, load, { id, cause, word: 'merge', part }, at);
  for (const type of BENEFIT_TYPES)
    settleDebt(into, type, into.lotsByUse(type), {
      key: partKey(`merge-in/${id}/${type}`, part),
      at,
      cause,
    });
}

/** Which merge is undone: what it brought, and everything written in the ledger of who remained since. */
export interface UnmergeOrder extends MergeOrder {
  brought: MergedValue;
  /** From the `MERGE_IN` of this merge on, in order. */
  since: readonly Entry[];
}

/**
 * Undoes a merge: what it brought goes back with whatever it holds now, and with it everything the sales that go
 * back have given since. What of the one's value went for the other meanwhile, debt paid by the merge included, is given back
 * by entries of its own, and each then pays what is theirs to pay.
 * @param from the customer who remained
 * @param into the customer who was merged away
 * @throws Refusal `merge_entangled` while a live redemption draws on lots of both; `redemptionIds` names them
 */
export function unmerge(from: Book, into: Book, order: UnmergeOrder, now: Instant): void {
  catchUp(from, now);
  catchUp(into, now);
  const { id, cause, brought } = order;
  const sales = new Set(order.saleIds);
  const lots = lotsGoingBack(from, order);
  // What a part has carried back before is theirs as well.
  const redemptions = redemptionsGoingBack(from, brought, lots, into.wallet.lots);
  const division = { mergeId: id, lots, sales };
  const crossing = crossingSince(from, division, [...order.since, ...from.entries]);
  const debt = giveCrossedBack(from, division, crossing, { id, cause }, now);
  splitGrants(from, into, lots, brought.accounts, sales);
  carry(from, into, { lots, redemptions, debt }, { id, cause, word: 'unmerge', part: order.part ?? 0 }, now);
  const goesBack = (saleId: string): boolean => sales.has(saleId);
  const { broughtLetOff, metLetOff } = letOffBefore(brought);
  settleApart(into, goesBack, crossing, { id, cause, word: 'unmerge-in', before: broughtLetOff }, now);
  const stays = (saleId: string): boolean => !goesBack(saleId);
  settleApart(from, stays, crossing, { id, cause, word: 'unmerge-out', before: metLetOff }, now);
}

/** What had been let off of the grants of each before they were merged. */
function letOffBefore({
  accounts,
  metLetOff,
}: MergedValue): Record<'broughtLetOff' | 'metLetOff', LetOffBefore[]> {
  const of = (side: 'brought' | 'met'): LetOffBefore[] =>
    accounts.map(({ saleId, ruleId, type, [side]: { letOff } }) => ({
      saleId,
      ruleId,
      type,
      amount: letOff,
    }));
  return { broughtLetOff: of('brought'), metLetOff: metLetOff ?? of('met') };
}

/** Those that the undoing gives back: what the merge brought, and what the sales that go back have given since. */
export function lotsGoingBack(
  book: Book,
  { brought, saleIds }: Pick<UnmergeOrder, 'brought' | 'saleIds'>,
): Lot[] {
  const own = new Set(brought.lotIds);
  const met = new Set(brought.metLotIds);
  const sales = new Set(saleIds);
  return book.wallet.lots.filter(
    (lot) => own.has(lot.id) || (lot.saleId !== null && sales.has(lot.saleId) && !met.has(lot.id)),
  );
}

/**
 * Redemptions that draw on these lots alone, and those that the merge brought: one that is over may draw on lots of another, whom
 * it was told apart from before, and goes with whoever had it.
 * @param gone lots that lie with the other already
 * @throws Refusal `merge_entangled`
 */
export function redemptionsGoingBack(
  book: Book,
  { redemptionIds }: Pick<MergedValue, 'redemptionIds'>,
  lots: readonly Lot[],
  gone: readonly Lot[] = [],
): Redemption[] {
  const ids = new Set([...lots, ...gone].map(({ id }) => id));
  const brought = new Set(redemptionIds);
  const isOfBoth = ({ draws }: Redemption): boolean =>
    draws.some(({ lotId }) => ids.has(lotId)) && !draws.every(({ lotId }) => ids.has(lotId));
  const entangled = book.wallet.redemptions.filter(
    (one) => (one.state === 'reserved' || one.state === 'confirmed') && isOfBoth(one),
  );
  if (entangled.length > 0)
    throw new Refusal('merge_entangled', { redemptionIds: entangled.map(({ id }) => id) });
  return book.wallet.redemptions.filter(
    ({ id, draws }) => brought.has(id) || (draws.length > 0 && draws.every(({ lotId }) => ids.has(lotId))),
  );
}
