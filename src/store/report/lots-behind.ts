import type { LotType } from '../../loyalty';
import { lotModel } from '../ledger';
import type { LotDoc } from '../ledger';
import type { Mongo, Place } from '../mongo';
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
    return lots.map(({ _id, customerId, type, saleId, expiresAt, buckets }) => ({
      ...{ id: _id, customerId, type, saleId, expiresAt, amount: buckets[state] },
    }));
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
  const rest = amongEndless
    ? { expiresAt: range }
    : {
        $and: [
          { expiresAt: { ...range, $gte: before } },
          { $or: [{ expiresAt: { $gt: before } }, { expiresAt: before, _id: { $gt: beforeId } }] },
        ],
      };
  return [...endless, ...(await read(rest, limit - endless.length))];
}
