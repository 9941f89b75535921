import type { AccumulatorOperator } from 'mongoose';
import { saleModel } from '../sale';
import type { SaleStatus } from '../../loyalty';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';

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

/** @param statuses of the sales that count */
export async function returningWithin(
  mongo: Mongo,
  merchantId: string,
  { from, end }: { from: Date; end: Date },
  statuses: readonly SaleStatus[],
): Promise<ReturningSums> {
  const repeated = (amount: number | string): AccumulatorOperator => ({
    $sum: { $cond: [{ $gt: ['$purchases', 1] }, amount, 0] },
  });
  const [sums] = await mongo.of(saleModel).aggregate<ReturningSums>(
    [
      { $match: { merchantId, soldAt: { ...notBefore(from), $lt: end } } },
      { $project: { _id: 0, soldAt: 1, status: 1, totalCents: 1, customerId: 1 } },
      { $match: { status: { $in: [...statuses] }, customerId: { $ne: null } } },
      { $group: { _id: '$customerId', purchases: { $sum: 1 }, totalCents: { $sum: '$totalCents' } } },
      {
        $group: {
          _id: null,
          customers: { $sum: 1 },
          repeatCustomers: repeated(1),
          purchases: { $sum: '$purchases' },
          totalCents: { $sum: '$totalCents' },
          repeatTotalCents: repeated('$totalCents'),
        },
      },
      { $project: { _id: 0 } },
    ],
    { allowDiskUse: true, maxTimeMS: 45_000 },
  );
  return sums ?? { customers: 0, repeatCustomers: 0, purchases: 0, totalCents: 0, repeatTotalCents: 0 };
}
