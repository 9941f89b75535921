import type { ClientSession } from 'mongoose';
import { Refusal } from '../../loyalty';
import type { Mongo } from '../mongo';
import { walletModel } from './wallet-model';
import type { WalletDoc } from './wallet-model';

/**
 * Locks a wallet by taking its next version: two changes of one wallet conflict here, before either has read anything. The wallet
 * of a customer who was merged into another is that customer's. @throws Refusal `customer_not_found`
 */
export async function lockWallet(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc> {
  const doc = await mongo
    .of(walletModel)
    .findOneAndUpdate(
      { _id: customerId, merchantId },
      { $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!doc) throw new Refusal('customer_not_found');
  return doc.mergedInto ? lockWallet(mongo, session, merchantId, doc.mergedInto) : doc;
}

/** The wallet that answers for a customer: that of whoever the customer was merged into. */
export async function findWallet(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc | null> {
  const doc = await mongo.of(walletModel).findOne({ _id: customerId, merchantId }).lean();
  return doc?.mergedInto ? findWallet(mongo, merchantId, doc.mergedInto) : doc;
}
