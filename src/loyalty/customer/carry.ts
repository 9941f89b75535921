import type { Instant } from '../basis';
import type { BenefitType, Book, Cause, Lot, Move, Redemption } from '../ledger';
import { BUCKETS, isBalance, LOT_TYPES } from '../ledger';
import { inParts, partKey } from './parts';

/** Lots, redemptions and debt on their way from one customer to another. */
export interface Load {
  lots: readonly Lot[];
  redemptions: readonly Redemption[];
  debt: Record<BenefitType, number>;
}

/** Which merge carries, or is undone, and why. `part`: the number of the first entry of each kind, from 0. */
export interface Carrying {
  id: string;
  cause: Cause;
  word: 'merge' | 'unmerge';
  part: number;
}

/** Lots and redemptions become another customer's as they are, and with them what is owed, by entries in the ledgers of both. */
export function carry(
  from: Book,
  into: Book,
  load: Load,
  { id, cause, word, part: first }: Carrying,
  at: Instant,
): void {
  const parts = LOT_TYPES.flatMap((type) =>
    inParts(load.lots.filter((lot) => lot.type === type)).map((lots, index) => ({
      type,
      part: first + index,
      moves: lots.flatMap(wholeLotMoves),
      debt: index === 0 && isBalance(type) ? load.debt[type] : 0,
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
