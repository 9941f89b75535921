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

/** Sales that stand still, whatever they are. */
export interface StandingSales {
  /** Their source is not read until its connection is put right, or goes on; those of one that was disconnected for good wait for nobody. */
  parked: BoundedCount;
  late: BoundedCount;
}

/** Sales that do not go on by themselves. */
export interface SaleTroubles extends StandingSales {
  unidentified: BoundedCount;
  refused: BoundedCount;
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
  const counted = countedSales(mongo, merchantId);
  const [unidentified, refused, { parked, late }, first] = await Promise.all([
    counted({ status: 'unidentified' }),
    counted({ status: 'refused' }),
    standingSales(mongo, merchantId, lateSince),
    mongo
      .of(saleModel)
      .find({ merchantId, ...dueBefore(lateSince) })
      .sort({ nextAt: 1, _id: 1 })
      .limit(SHOWN)
      .select({ number: 1, externalId: 1, nextAt: 1 })
      .lean(),
  ]);
  return {
    ...{ unidentified, refused, parked },
    late: {
      ...late,
      first: first.map(({ _id, number, externalId, nextAt }) => ({
        ...{ id: _id, number, externalId, dueAt: nextAt! },
      })),
    },
  };
}

/** Those of them alone that stand still. @param lateSince as of `saleTroubles` */
export async function standingSales(
  mongo: Mongo,
  merchantId: string,
  lateSince: Date,
): Promise<StandingSales> {
  const counted = countedSales(mongo, merchantId);
  const left = await disconnected(mongo, merchantId);
  const [parked, late] = await Promise.all([
    counted({ 'parked.connectionId': { $gt: '', ...(left.length === 0 ? {} : { $nin: left }) } }),
    counted(dueBefore(lateSince)),
  ]);
  return { parked, late };
}

/** Counts a merchant's sales that fit a filter. */
function countedSales(
  mongo: Mongo,
  merchantId: string,
): (filter: Record<string, unknown>) => Promise<BoundedCount> {
  const sales = mongo.of(saleModel);
  return (filter) => countUpTo((limit) => sales.countDocuments({ merchantId, ...filter }, { limit }).exec());
}

function dueBefore(lateSince: Date): { nextAt: { $lt: Date; $gt: Date } } {
  return { nextAt: { $lt: lateSince, $gt: new Date(0) } };
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
