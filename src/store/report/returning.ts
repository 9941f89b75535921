import type { AccumulatorOperator } from 'mongoose';
import type { Shop } from '../access';
import { saleModel } from '../sale';
import type { SaleStatus } from '../../loyalty';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';
import { LONGEST_MS, NO_SOURCE, storeIdInWords } from './sources';
import type { Source } from './sources';

/** Who bought within a time, by how often. */
export interface ReturningSums {
  customers: number;
  /** Of them, those who bought more than once. */
  repeatCustomers: number;
  purchases: number;
  totalCents: number;
  /** What those came to who bought more than once. */
  repeatTotalCents: number;
}

/** The same of one store and channel: who came back there. */
export type ReturningRow = ReturningSums & Source;

/** Over which time, of sales with which statuses. */
export interface Purchases {
  from: Date;
  end: Date;
  statuses: readonly SaleStatus[];
}

const NOBODY: ReturningSums = {
  customers: 0,
  repeatCustomers: 0,
  purchases: 0,
  totalCents: 0,
  repeatTotalCents: 0,
};

/** Of all stores and channels together. */
export async function returningWithin(
  mongo: Mongo,
  merchantId: string,
  purchases: Purchases,
): Promise<ReturningSums> {
  const [row] = await summed(mongo, merchantId, purchases, {});
  const { storeId: _store, channel: _channel, ...sums } = row ?? { ...NOBODY, ...NO_SOURCE };
  return sums;
}

/** A row for each store and channel: who bought in several counts in each, and has come back where they bought again. */
export function returningBySource(
  mongo: Mongo,
  merchantId: string,
  purchases: Purchases,
  shops: readonly Shop[],
): Promise<ReturningRow[]> {
  return summed(mongo, merchantId, purchases, { storeId: storeIdInWords(shops), channel: '$channel' });
}

/** Along the index of days. @param source what is told apart, as expressions of a sale */
async function summed(
  mongo: Mongo,
  merchantId: string,
  { from, end, statuses }: Purchases,
  source: Record<string, unknown>,
): Promise<ReturningRow[]> {
  const repeated = (amount: number | string): AccumulatorOperator => ({
    $sum: { $cond: [{ $gt: ['$purchases', 1] }, amount, 0] },
  });
  const rows = await mongo.of(saleModel).aggregate<ReturningSums & { _id: Partial<Source> }>(
    [
      { $match: { merchantId, soldAt: { ...notBefore(from), $lt: end } } },
      { $project: { _id: 0, soldAt: 1, status: 1, totalCents: 1, customerId: 1, storeId: 1, channel: 1 } },
      { $match: { status: { $in: [...statuses] }, customerId: { $ne: null } } },
      {
        $group: {
          _id: { customerId: '$customerId', ...source },
          purchases: { $sum: 1 },
          totalCents: { $sum: '$totalCents' },
        },
      },
      {
        $group: {
          _id: Object.fromEntries(Object.keys(source).map((name) => [name, `$_id.${name}`])),
          customers: { $sum: 1 },
          repeatCustomers: repeated(1),
          purchases: { $sum: '$purchases' },
          totalCents: { $sum: '$totalCents' },
          repeatTotalCents: repeated('$totalCents'),
        },
      },
    ],
    { allowDiskUse: true, maxTimeMS: LONGEST_MS },
  );
  return rows.map(({ _id, ...sums }) => ({ ...sums, ...NO_SOURCE, ..._id }));
}
