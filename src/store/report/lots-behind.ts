import type { LotType } from '../../loyalty';
import { lotModel } from '../ledger';
import type { LotDoc } from '../ledger';
import type { Mongo, Place } from '../mongo';
import { endAt, goingOn } from './end-at';
import { areOfSource, sifted } from './of-source';
import type { SourceAsked } from './of-source';
import { LONGEST_MS } from './sources';

/** Which lots, the soonest end first, those that never end before all others. */
export interface LotsAsked {
  benefit: LotType;
  state: 'active' | 'pending' | 'reserved';
  /** Their end: after `from` and up to `until`; `never`: they have none; null: whichever. */
  ends: { from: Date; until: Date } | 'never' | null;
  /** What has ended by then is no more than reserved (R1). */
  now: Date;
  limit: number;
  /** By where the sale was made that earned them; absent: wherever. */
  source?: SourceAsked | undefined;
}

/** A lot, and what of it a report counts. */
export interface HeldLot extends Pick<LotDoc, 'customerId' | 'type' | 'saleId' | 'expiresAt'> {
  id: string;
  /** Its end as the clock has it, where that is another one: nobody was reminded, and it is not written down yet that it goes on. */
  goesOnUntil?: Date | undefined;
  amount: number;
}

/** The lots behind a figure of what is owed: their amounts come to it. Along the index of ends. */
export async function lotsBehind(
  mongo: Mongo,
  merchantId: string,
  { source, ...asked }: LotsAsked & Place,
): Promise<HeldLot[]> {
  if (source === undefined) return lotsInOrder(mongo, merchantId, asked);
  return sifted<HeldLot, HeldLot>(asked, {
    read: (from) => lotsInOrder(mongo, merchantId, { ...asked, ...from }),
    async keep(lots) {
      const ids = lots.map(({ saleId }) => saleId);
      const isAsked = await areOfSource(mongo, merchantId, ids, source);
      return lots.filter(({ saleId }) => isAsked(saleId));
    },
    placeOf: ({ id, expiresAt }) => ({ before: expiresAt ?? new Date(0), beforeId: id }),
  });
}

async function lotsInOrder(
  mongo: Mongo,
  merchantId: string,
  { benefit, state, ends, now, limit, before, beforeId = '' }: Omit<LotsAsked, 'source'> & Place,
): Promise<HeldLot[]> {
  const held = { merchantId, open: true, type: benefit, [`buckets.${state}`]: { $gt: 0 } };
  const read = async (filter: Record<string, unknown>, left: number): Promise<HeldLot[]> => {
    const lots = await mongo
      .of(lotModel)
      .find({ ...held, ...filter })
      .sort({ expiresAt: 1, _id: 1 })
      .limit(left)
      .maxTimeMS(LONGEST_MS)
      .lean<LotDoc[]>();
    return lots.map((lot) => heldIn(lot, state, now));
  };
  const amongEndless = before === undefined || +before === 0;
  const endless =
    (ends === 'never' || ends === null) && amongEndless
      ? await read({ expiresAt: null, ...(before === undefined ? {} : { _id: { $gt: beforeId } }) }, limit)
      : [];
  if (ends === 'never' || endless.length >= limit) return endless;
  const alive = state === 'reserved' ? new Date(1) : now;
  const start = ends !== null && ends.from > alive ? ends.from : alive;
  const range = { $gt: start, ...(ends === null ? {} : { $lte: ends.until }) };
  const after = amongEndless
    ? {}
    : {
        $or: [{ expiresAt: { $gt: before } }, { expiresAt: before, _id: { $gt: beforeId } }],
        expiresAt: { $gte: before },
      };
  const left = limit - endless.length;
  // What has reached its end and goes on stands by that end as long as it is not written down.
  const [goOn, others] = await Promise.all([
    read({ $and: [goingOn(now, { ...range, $gt: start > now ? start : now }), after] }, left),
    read({ $and: [{ expiresAt: range }, after], $nor: [goingOn(now, { $gt: now })] }, left),
  ]);
  return [...endless, ...[...goOn, ...others].sort(inOrder).slice(0, left)];
}

function inOrder(one: HeldLot, other: HeldLot): number {
  const [end, otherEnd] = [Number(one.expiresAt), Number(other.expiresAt)];
  return end === otherEnd ? (one.id < other.id ? -1 : 1) : end - otherEnd;
}

function heldIn(
  { _id, customerId, type, saleId, expiresAt, fairUntil, buckets }: LotDoc,
  state: LotsAsked['state'],
  now: Date,
): HeldLot {
  const end = endAt({ expiresAt, fairUntil }, now);
  return {
    ...{ id: _id, customerId, type, saleId, expiresAt, amount: buckets[state] },
    ...(end === null || end === expiresAt ? {} : { goesOnUntil: end }),
  };
}
