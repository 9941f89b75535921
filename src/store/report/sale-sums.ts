import { connectionModel } from '../connection';
import { saleModel } from '../sale';
import type { SaleStatus } from '../../loyalty';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';

/** How many there are, counted up to a thousand; `more`: there are others. */
export interface BoundedCount {
  count: number;
  more: boolean;
}

/** Sales of one status that were sold within a time, summed. */
export interface SoldSum {
  status: SaleStatus;
  count: number;
  totalCents: number;
}

/** A sale of which something should have been done by now. */
export interface LateSale {
  id: string;
  number: string | null;
  externalId: string;
  /** Since when. */
  dueAt: Date;
}

/** Sales that do not go on by themselves. */
export interface SaleTroubles {
  unidentified: BoundedCount;
  refused: BoundedCount;
  /** Their source is not read until its connection is put right, or goes on; those of one that was disconnected for good wait for nobody. */
  parked: BoundedCount;
  late: BoundedCount & { first: LateSale[] };
}

const MOST = 1_000;
/** Shown by name; the rest is counted. */
const SHOWN = 10;

/** As many documents as fit the filter, counted up to a bound along an index. */
export async function countUpTo(
  count: (limit: number) => Promise<number>,
  most = MOST,
): Promise<BoundedCount> {
  const found = await count(most + 1);
  return { count: Math.min(found, most), more: found > most };
}

/** @param lateSince what was due before has a run that is stuck, or none */
export async function saleTroubles(mongo: Mongo, merchantId: string, lateSince: Date): Promise<SaleTroubles> {
  const sales = mongo.of(saleModel);
  const counted = (filter: Record<string, unknown>): Promise<BoundedCount> =>
    countUpTo((limit) => sales.countDocuments({ merchantId, ...filter }, { limit }).exec());
  const late = { merchantId, nextAt: { $lt: lateSince, $gt: new Date(0) } };
  const left = await disconnected(mongo, merchantId);
  const [unidentified, refused, parked, lateCount, first] = await Promise.all([
    counted({ status: 'unidentified' }),
    counted({ status: 'refused' }),
    counted({ 'parked.connectionId': { $gt: '', ...(left.length === 0 ? {} : { $nin: left }) } }),
    counted(late),
    sales
      .find(late)
      .sort({ nextAt: 1, _id: 1 })
      .limit(SHOWN)
      .select({ number: 1, externalId: 1, nextAt: 1 })
      .lean(),
  ]);
  return {
    ...{ unidentified, refused, parked },
    late: {
      ...lateCount,
      first: first.map(({ _id, number, externalId, nextAt }) => ({
        ...{ id: _id, number, externalId, dueAt: nextAt! },
      })),
    },
  };
}

async function disconnected(mongo: Mongo, merchantId: string): Promise<string[]> {
  const left = await mongo
    .of(connectionModel)
    .find({ merchantId, 'held.as': 'disconnected' as const })
    .select({ _id: 1 })
    .lean();
  return left.map(({ _id }) => _id);
}

/** What was sold within a time, by what has become of it. @param storeId of one store only */
export async function soldWithin(
  mongo: Mongo,
  merchantId: string,
  { from, end }: { from: Date; end: Date },
  storeId?: string,
): Promise<SoldSum[]> {
  const sums = await mongo
    .of(saleModel)
    .aggregate<{ _id: SaleStatus; count: number; totalCents: number }>(
      [
        { $match: { merchantId, soldAt: { ...notBefore(from), $lt: end } } },
        { $project: { _id: 0, soldAt: 1, storeId: 1, status: 1, totalCents: 1 } },
        ...(storeId === undefined ? [] : [{ $match: { storeId } }]),
        { $group: { _id: '$status', count: { $sum: 1 }, totalCents: { $sum: '$totalCents' } } },
      ],
      { maxTimeMS: 10_000 },
    );
  return sums.map(({ _id, count, totalCents }) => ({ status: _id, count, totalCents }));
}
