import type { ClientSession } from 'mongoose';
import { saleModel } from '../sale';
import { goodsCents } from '../../loyalty';
import type { Grant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { toGrant } from './ledger-documents';
import type { BudgetedRule, Budgets } from './budgets';
import { grantModel } from './grant-model';

/** What a calculation asks about the customer's and the merchant's other sales. It is read under the wallet's lock. */
export interface UsageRequest {
  /** The sale that is calculated, which does not count itself. */
  saleId: string;
  /** Local month `YYYY-MM` whose grants count for caps (R14); null: no rule has one. */
  month: string | null;
  budgets: readonly BudgetedRule[];
  firstPurchase: boolean;
}

/** What was found. `budget` by rule id, `month` the other sales' grants of that month. */
export interface Usage {
  month: Grant[];
  budget: Record<string, number>;
  /** No other live completed sale of the customer has been calculated (R17); true where it was not asked. */
  firstPurchase: boolean;
}

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
          .find({ customerId, month, saleId: { $ne: saleId } })
          .session(session)
          .lean();
  return {
    month: grants.map(toGrant),
    budget: await budgets.lock(session, merchantId, rules, saleId),
    firstPurchase: !firstPurchase || !(await boughtBefore(mongo, session, merchantId, customerId, saleId)),
  };
}

/** The same as it stands now, without a lock; a customer who is not known yet (null) has nothing. */
export async function foreseeUsage(
  mongo: Mongo,
  budgets: Budgets,
  merchantId: string,
  customerId: string | null,
  { saleId, month, budgets: rules, firstPurchase }: UsageRequest,
): Promise<Usage> {
  const budget = await budgets.look(merchantId, rules, saleId);
  if (customerId === null) return { month: [], budget, firstPurchase: true };
  const grants =
    month === null
      ? []
      : await mongo
          .of(grantModel)
          .find({ merchantId, customerId, month, saleId: { $ne: saleId } })
          .lean();
  const before = firstPurchase && (await boughtBefore(mongo, null, merchantId, customerId, saleId));
  return { month: grants.map(toGrant), budget, firstPurchase: !before };
}

async function boughtBefore(
  mongo: Mongo,
  session: ClientSession | null,
  merchantId: string,
  customerId: string,
  saleId: string,
): Promise<boolean> {
  const others = await mongo
    .of(saleModel)
    .find({
      merchantId,
      customerId,
      _id: { $ne: saleId },
      sourceStatus: 'completed',
      duplicateOf: null,
      'pinned.customerId': customerId,
    })
    .select({ totalCents: 1, freightCents: 1, otherExpensesCents: 1, returnedCents: 1 })
    .session(session)
    .lean();
  return others.some((sale) => sale.returnedCents === 0 || sale.returnedCents < goodsCents(sale));
}
