import type { Instant } from '../basis';
import type { Book, Lot } from '../ledger';
import { byConsumption } from '../ledger';
import { carry } from './carry';
import { splitGrants } from './grant-share';
import { lotsGoingBack, redemptionsGoingBack } from './merge';
import type { UnmergeOrder } from './merge';
import { AT_MOST } from './parts';

/** A merge or its undoing divided into parts of which each is a transaction of its own; the rest goes with the last one. */
export interface MergeParts {
  /** The lots of one part after the other. */
  lotIds: string[];
  /** After how many of them each part ends. */
  ends: number[];
}

/**
 * All lots of a customer who is merged away, in parts. Lots of one sale stay together, and whatever is active comes in the order
 * of use: debt is paid from it as if all came at once (R29).
 * @param atMost lots in one part: no more than an entry names
 */
export function partsOfMerge({ wallet }: Book, atMost = AT_MOST): MergeParts {
  return inPartsBySale([...wallet.lots].sort(byConsumption), atMost);
}

/** What of the undoing of a merge can be done in parts before all the rest. */
export interface UnmergeParts extends MergeParts {
  /** Redemptions that draw on lots of both, and stay though their first lot goes. */
  stayingIds: string[];
}

/**
 * The lots that go back and had no share in what went from one to the other, in parts.
 * @throws Refusal `merge_entangled` as `unmerge`
 */
export function partsOfUnmerge(book: Book, order: UnmergeOrder, atMost = AT_MOST): UnmergeParts {
  const lots = lotsGoingBack(book, order);
  const whole = new Set(redemptionsGoingBack(book, order.brought, lots));
  const involved = involvedIn(book, order);
  const quiet = lots.filter(
    ({ id, saleId }) => !involved.has(id) && !(saleId !== null && involved.has(saleId)),
  );
  return {
    ...inPartsBySale(quiet, atMost),
    stayingIds: book.wallet.redemptions.filter((one) => !whole.has(one)).map(({ id }) => id),
  };
}

/** Ids of sales and lots that have paid for something since the merge, or let something off, or were taken back from. */
function involvedIn(book: Book, { since }: UnmergeOrder): ReadonlySet<string> {
  const ids = new Set<string>();
  const saleOf = new Map(book.wallet.lots.map(({ id, saleId }) => [id, saleId]));
  for (const { type, cause, moves } of [...since, ...book.entries]) {
    if (type === 'MERGE_IN' || type === 'MERGE_OUT') continue;
    if (cause.saleId !== undefined) ids.add(cause.saleId);
    for (const { lotId } of moves) ids.add(saleOf.get(lotId) ?? lotId);
  }
  for (const { saleId, letOff } of book.wallet.grants) if (letOff > 0) ids.add(saleId);
  return ids;
}

/**
 * A part of the undoing of a merge: everything in `from`, whose grants are all there; nothing of it is owed or was paid for
 * anybody else.
 */
export function unmergePart(
  from: Book,
  into: Book,
  { id, cause, brought, saleIds, part = 0 }: Omit<UnmergeOrder, 'since'>,
  at: Instant,
): void {
  const lots = [...from.wallet.lots];
  const redemptions = [...from.wallet.redemptions];
  splitGrants(from, into, lots, brought.accounts, new Set(saleIds));
  carry(
    from,
    into,
    { lots, redemptions, debt: { cashback: 0, points: 0 } },
    { id, cause, word: 'unmerge', part },
    at,
  );
}

function inPartsBySale(lots: readonly Lot[], atMost: number): MergeParts {
  const groups = new Map<string, Lot[]>();
  for (const lot of lots) {
    const key = lot.saleId ?? lot.id;
    const group = groups.get(key);
    if (group) group.push(lot);
    else groups.set(key, [lot]);
  }
  const lotIds: string[] = [];
  const ends: number[] = [];
  let room = 0;
  for (const group of groups.values()) {
    // No sale has so many: they would go with the rest.
    if (group.length > atMost) continue;
    if (group.length > room) {
      ends.push(lotIds.length);
      room = atMost;
    }
    for (const { id } of group) lotIds.push(id);
    room -= group.length;
    ends[ends.length - 1] = lotIds.length;
  }
  return { lotIds, ends };
}
