import type { ClientSession } from 'mongoose';
import { LEFT_OF_SALE, leftOfSale, saleModel } from '../sale';
import { isPurchaseOf } from '../../loyalty';
import type { Usage, UsageRequest } from '../../loyalty';
import { inSnapshot } from '../mongo';
import type { Mongo } from '../mongo';
import { toGrant } from './ledger-documents';
import type { Budgets } from './budgets';
import { grantModel } from './grant-model';

/** Reads usage within the transaction that will use it; budgets stay locked until it ends. */
export async function readUsage(
  mongo: Mongo,
  budgets: Budgets,
  session: ClientSession,
  merchantId: string,
  customerId: string,
  { saleId, month, budgets: rules, firstPurchase }: UsageRequest,
): Promise<Usage> {
  const grants =
    month === null
      ? []
      : await mongo
          .of(grantModel)
          .find({ merchantId, customerId, month, saleId: { $ne: saleId } })
          .session(session)
          .lean();
  return {
    month: grants.map(toGrant),
    budget: await budgets.lock(session, merchantId, rules, saleId),
    firstPurchase: !firstPurchase || !(await boughtBefore(mongo, session, merchantId, customerId, saleId)),
  };
}

/** The same as it stands now, without a lock; a customer who is not known yet (null) has nothing. */
export function foreseeUsage(
  mongo: Mongo,
  budgets: Budgets,
  merchantId: string,
  customerId: string | null,
  { saleId, month, budgets: rules, firstPurchase }: UsageRequest,
): Promise<Usage> {
  return inSnapshot(mongo, async (session) => {
    const budget = await budgets.look(session, merchantId, rules, saleId);
    if (customerId === null) return { month: [], budget, firstPurchase: true };
    const grants =
      month === null
        ? []
        : await mongo
            .of(grantModel)
            .find({ merchantId, customerId, month, saleId: { $ne: saleId } })
            .session(session)
            .lean();
    const before = firstPurchase && (await boughtBefore(mongo, session, merchantId, customerId, saleId));
    return { month: grants.map(toGrant), budget, firstPurchase: !before };
  });
}

async function boughtBefore(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
  saleId: string,
): Promise<boolean> {
  const others = await mongo
    .of(saleModel)
    .find({ merchantId, customerId, _id: { $ne: saleId }, sourceStatus: 'completed' })
    .select({ ...LEFT_OF_SALE, customerId: 1, pinned: 1, lateness: 1 })
    .session(session)
    .lean();
  return others.some(({ pinned, lateness, ...doc }) => {
    const withheld = lateness === 'held';
    return isPurchaseOf(customerId, { ...leftOfSale(doc), customerId: doc.customerId, pinned, withheld });
  });
}
