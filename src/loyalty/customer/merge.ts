import type { Instant } from '../basis';
import type { Book, Cause, Entry, Move, BenefitType, Lot, Redemption } from '../ledger';
import { settleDebt, catchUp, BENEFIT_TYPES, BUCKETS, isBalance, LOT_TYPES } from '../ledger';
import { Refusal } from '../basis';
import { crossingSince } from './crossing';
import { giveCrossedBack, settleApart } from './give-crossed-back';
import type { GrantShare, LetOffBefore } from './grant-share';
import { joinGrants, letOffNow, splitGrants } from './grant-share';
import { inParts, partKey } from './parts';

/** Which merge, and why. `saleIds` are the sales that change hands with it. */
export interface MergeOrder {
  id: string;
  cause: Cause;
  saleIds: readonly string[];
}

/** What a merge brought, kept so that it can be taken back. */
export interface MergedValue {
  lotIds: string[];
  redemptionIds: string[];
  debt: Record<BenefitType, number>;
  /** What had come off the grants of either side. (The name is a stored field.) */
  accounts: GrantShare[];
  /** Lots of the same sales that the customer who remains had already. */
  metLotIds: string[];
  /** What had been let off of the grants of the customer who remains; absent in merges of older versions. */
  metLetOff?: LetOffBefore[];
}

/** Lots, redemptions and debt on their way from one customer to another. */
interface Load {
  lots: readonly Lot[];
  redemptions: readonly Redemption[];
  debt: Record<BenefitType, number>;
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
  const load = {
    lots: [...from.wallet.lots],
    redemptions: [...from.wallet.redemptions],
    debt: from.wallet.debt,
  };
  const sales = new Set([...order.saleIds, ...from.grants().map(({ saleId }) => saleId)]);
  const brought = {
    lotIds: load.lots.map(({ id }) => id),
    redemptionIds: load.redemptions.map(({ id }) => id),
    debt: { ...load.debt },
    metLotIds: into.wallet.lots
      .filter(({ saleId }) => saleId !== null && sales.has(saleId))
      .map(({ id }) => id),
    metLetOff: letOffNow(into),
  };
  const shares = joinGrants(from, into, sales);
  carry(from, into, load, { ...order, word: 'merge' }, now);
  for (const type of BENEFIT_TYPES) {
    const arrival = { key: `merge-in/${order.id}/${type}`, at: now, cause: order.cause };
    settleDebt(into, type, into.lotsByUse(type), arrival);
  }
  return { ...brought, accounts: shares };
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
  const own = new Set(brought.lotIds);
  const met = new Set(brought.metLotIds);
  const sales = new Set(order.saleIds);
  const lots = from.wallet.lots.filter(
    (lot) => own.has(lot.id) || (lot.saleId !== null && sales.has(lot.saleId) && !met.has(lot.id)),
  );
  const redemptions = redemptionsDrawingOn(from, lots);
  const division = { mergeId: id, lots, sales };
  const crossing = crossingSince(from, division, [...order.since, ...from.entries]);
  const debt = giveCrossedBack(from, division, crossing, { id, cause }, now);
  splitGrants(from, into, lots, brought.accounts, sales);
  carry(from, into, { lots, redemptions, debt }, { ...order, word: 'unmerge' }, now);
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

/** Redemptions that draw on these lots alone. @throws Refusal `merge_entangled` */
function redemptionsDrawingOn(book: Book, lots: readonly Lot[]): Redemption[] {
  const ids = new Set(lots.map(({ id }) => id));
  const drawing = book.wallet.redemptions.filter(({ draws }) => draws.some(({ lotId }) => ids.has(lotId)));
  const whole = drawing.filter(({ draws }) => draws.every(({ lotId }) => ids.has(lotId)));
  const entangled = drawing.filter(
    (redemption) =>
      !whole.includes(redemption) && (redemption.state === 'reserved' || redemption.state === 'confirmed'),
  );
  if (entangled.length > 0)
    throw new Refusal('merge_entangled', { redemptionIds: entangled.map(({ id }) => id) });
  return whole;
}

function carry(
  from: Book,
  into: Book,
  load: Load,
  { id, cause, word }: MergeOrder & { word: 'merge' | 'unmerge' },
  at: Instant,
): void {
  const parts = LOT_TYPES.flatMap((type) =>
    inParts(load.lots.filter((lot) => lot.type === type)).map((lots, part) => ({
      type,
      part,
      moves: lots.flatMap(wholeLotMoves),
      debt: part === 0 && isBalance(type) ? load.debt[type] : 0,
    })),
  );
  for (const { type, part, moves, debt } of parts)
    from.post(type, {
      type: 'MERGE_OUT',
      key: partKey(`${word}-out/${id}/${type}`, part),
      at,
      cause,
      moves,
      debt: 0 - debt,
    });
  from.handOver(load.lots, load.redemptions, into);
  for (const { type, part, moves, debt } of parts)
    into.post(type, {
      type: 'MERGE_IN',
      key: partKey(`${word}-in/${id}/${type}`, part),
      at,
      cause,
      moves,
      debt,
    });
}

/** A lot is moved as it is: each bucket to the same bucket. */
function wholeLotMoves({ id, buckets }: Lot): Move[] {
  return BUCKETS.map((bucket) => ({ lotId: id, from: bucket, to: bucket, amount: buckets[bucket] }));
}
