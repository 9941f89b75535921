import type { ClientSession } from 'mongoose';
import { Refusal } from '../../loyalty';
import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { walletModel } from './wallet-model';
import type { WalletDoc } from './wallet-model';

/** A merge or its undoing is being carried over in parts: it has to be done first. */
export class WalletMovingError extends ConcurrentChangeError {
  override readonly name = 'ConcurrentChangeError';

  constructor(
    customerId: string,
    readonly mergeId: string,
  ) {
    super(`The value of customer ${customerId} is being moved by merge ${mergeId}.`);
  }
}

/**
 * Locks the wallet that answers for a customer: that of whoever the customer was merged into.
 * @throws Refusal `customer_not_found`
 * @throws WalletMovingError while it is being moved
 */
export async function lockWallet(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc> {
  const doc = await lockOwnWallet(mongo, session, merchantId, customerId);
  if (!doc) throw new Refusal('customer_not_found');
  refuseMoving(doc, null);
  return doc.mergedInto ? lockWallet(mongo, session, merchantId, doc.mergedInto) : doc;
}

/** @param by the merge that may move it @throws WalletMovingError while another does */
export function refuseMoving({ _id, moving }: WalletDoc, by: string | null): void {
  if (moving && moving.by !== by) throw new WalletMovingError(_id, moving.by);
}

/**
 * Locks a customer's own wallet by taking its next version: two changes of one wallet conflict here, before either has read
 * anything. Null for somebody who is not the merchant's customer.
 */
export async function lockOwnWallet(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc | null> {
  return mongo
    .of(walletModel)
    .findOneAndUpdate(
      { _id: customerId, merchantId },
      { $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
}

/** The wallet that answers for a customer: that of whoever the customer was merged into. */
export async function findWallet(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc | null> {
  const doc = await mongo.of(walletModel).findOne({ _id: customerId, merchantId }).session(session).lean();
  return doc?.mergedInto ? findWallet(mongo, session, merchantId, doc.mergedInto) : doc;
}
