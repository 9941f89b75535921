import type { Sale, SaleStatus } from '../../loyalty';
import type { Mongo } from '../mongo';
import { toSale } from './sale-document';
import { saleModel } from './sale-model';

/** The statuses of a sale that is completed, counts by itself, and has an owner. */
const COMPLETED: readonly SaleStatus[] = ['no_benefit', 'pending', 'active', 'used', 'expired'];

/** Those, and of what is still under way: its customer has bought. */
const BOUGHT: readonly SaleStatus[] = [...COMPLETED, 'waiting', 'in_review'];

/** As `isLive` says: not all of its goods have come back. */
const GOODS = { $subtract: ['$totalCents', { $add: ['$freightCents', '$otherExpensesCents'] }] };
const IS_LEFT = { $or: [{ returnedCents: 0 }, { $expr: { $lt: ['$returnedCents', GOODS] } }] };

/** Two purchases of a customer, by when they were sold. */
export interface Purchases {
  /** The oldest that counts, and of which not all has come back; null: there is none. */
  first: Sale | null;
  /** The newest that is neither cancelled nor refused, whether it counts yet or not; null: there is none. */
  last: Sale | null;
}

/** A customer's first purchase and the last, each along the index of their days. */
export async function firstAndLast(mongo: Mongo, merchantId: string, customerId: string): Promise<Purchases> {
  const of = { merchantId, customerId, soldAt: { $ne: null } };
  const completed = { ...of, status: { $in: COMPLETED }, ...IS_LEFT };
  const bought = { ...of, status: { $in: BOUGHT } };
  const [[first], [last]] = await Promise.all([
    mongo.find(saleModel, completed, { sort: { soldAt: 1, _id: 1 }, limit: 1 }),
    mongo.find(saleModel, bought, { sort: { soldAt: -1, _id: -1 }, limit: 1 }),
  ]);
  return { first: first ? toSale(first) : null, last: last ? toSale(last) : null };
}
