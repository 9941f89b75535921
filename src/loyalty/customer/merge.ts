import type { Instant } from '../basis';
import type { Book, Cause, Move, BenefitType, Lot, Redemption } from '../ledger';
import { settleDebt, catchUp, BENEFIT_TYPES, BUCKETS, isBalance, LOT_TYPES } from '../ledger';
import { Refusal } from '../basis';
import type { GrantShare } from './grant-share';
import { joinGrants, splitGrants } from './grant-share';

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
  };
  const shares = joinGrants(from, into, sales);
  carry(from, into, load, { ...order, word: 'merge' }, now);
  for (const type of BENEFIT_TYPES) {
    const arrival = { key: `merge-in/${order.id}/${type}`, at: now, cause: order.cause };
    settleDebt(into, type, into.lotsByUse(type), arrival);
  }
  return { ...brought, accounts: shares };
}

/**
 * Undoes a merge: what it brought goes back with whatever it holds now, and with it everything the sales that go
 * back have given since. Of the debt it brought goes back what is still owed; nothing is active then on either side (R29).
 * @param from the customer who remained
 * @param into the customer who was merged away
 * @throws Refusal `merge_entangled` while a live redemption draws on lots of both; `redemptionIds` names them
 */
export function unmerge(
  from: Book,
  into: Book,
  order: MergeOrder & { brought: MergedValue },
  now: Instant,
): void {
  catchUp(from, now);
  catchUp(into, now);
  const { brought, saleIds } = order;
  const own = new Set(brought.lotIds);
  const met = new Set(brought.metLotIds);
  const sales = new Set(saleIds);
  const lots = from.wallet.lots.filter(
    ({ id, saleId }) => own.has(id) || (saleId !== null && sales.has(saleId) && !met.has(id)),
  );
  const load = { lots, redemptions: redemptionsDrawingOn(from, lots), debt: debtBack(from, brought) };
  splitGrants(from, into, lots, brought.accounts, sales);
  carry(from, into, load, { ...order, word: 'unmerge' }, now);
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

function debtBack({ wallet }: Book, { debt }: MergedValue): Record<BenefitType, number> {
  return {
    cashback: Math.min(debt.cashback, wallet.debt.cashback),
    points: Math.min(debt.points, wallet.debt.points),
  };
}

function carry(
  from: Book,
  into: Book,
  load: Load,
  { id, cause, word }: MergeOrder & { word: 'merge' | 'unmerge' },
  at: Instant,
): void {
  const parts = LOT_TYPES.map((type) => ({
    type,
    moves: load.lots.filter((lot) => lot.type === type).flatMap(wholeLotMoves),
    debt: isBalance(type) ? load.debt[type] : 0,
  }));
  for (const { type, moves, debt } of parts)
    from.post(type, {
      type: 'MERGE_OUT',
      key: `${word}-out/${id}/${type}`,
      at,
      cause,
      moves,
      debt: 0 - debt,
    });
  from.handOver(load.lots, load.redemptions, into);
  for (const { type, moves, debt } of parts)
    into.post(type, { type: 'MERGE_IN', key: `${word}-in/${id}/${type}`, at, cause, moves, debt });
}

/** A lot is moved as it is: each bucket to the same bucket. */
function wholeLotMoves({ id, buckets }: Lot): Move[] {
  return BUCKETS.map((bucket) => ({ lotId: id, from: bucket, to: bucket, amount: buckets[bucket] }));
}
