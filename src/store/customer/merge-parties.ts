import type { ClientSession } from 'mongoose';
import {
  asRead,
  bothRead,
  grantModel,
  lotModel,
  redemptionModel,
  walletModel,
  lockOwnWallet,
  refuseMoving,
  toGrant,
  toLot,
  toRedemption,
  saveBook,
} from '../ledger';
import { Book, Refusal } from '../../loyalty';
import type { Redemption } from '../../loyalty';
import type { AsRead, Moving, WalletDoc } from '../ledger';
import type { Mongo } from '../mongo';
import type { CustomerDoc } from './customer-model';
import { customerModel } from './customer-model';
import type { MergeDoc } from './merge-model';

/** One of the two, with everything that is theirs. */
export interface Party {
  customer: CustomerDoc;
  wallet: WalletDoc;
  book: Book;
  read: AsRead;
}

/**
 * Both wallets locked, in one order for everybody, and loaded whole.
 * @param by the merge that moves them in parts; null: none does yet
 * @throws Refusal `customer_not_found`
 * @throws WalletMovingError while another merge moves one of them in parts
 */
export async function bothParties(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  [first, second]: readonly [string, string],
  by: string | null,
): Promise<[Party, Party]> {
  const parties = new Map<string, Party>();
  for (const customerId of [first, second].sort()) {
    const party = await lockParty(mongo, session, merchantId, customerId);
    refuseMoving(party.wallet, by);
    parties.set(customerId, party);
  }
  return [parties.get(first)!, parties.get(second)!];
}

async function lockParty(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<Party> {
  const wallet = await lockOwnWallet(mongo, session, merchantId, customerId);
  const customer = await mongo
    .of(customerModel)
    .findOne({ _id: customerId, merchantId })
    .session(session)
    .lean();
  if (!wallet || !customer) throw new Refusal('customer_not_found');
  const of = { merchantId, customerId };
  const lots = await mongo.of(lotModel).find(of).session(session).lean();
  const redemptions = await mongo.of(redemptionModel).find(of).session(session).lean();
  const grants = await mongo.of(grantModel).find(of).session(session).lean();
  const book = new Book({
    customerId,
    debt: { cashback: wallet.cashback.debt, points: wallet.points.debt },
    lastAt: wallet.lastAt.getTime(),
    lots: lots.map(toLot),
    redemptions: redemptions.map(toRedemption),
    grants: grants.map(toGrant),
  });
  return { customer, wallet, book, read: asRead(lots, redemptions, grants) };
}

/**
 * Stores both wallets after a merge or its undoing: a lot that went over is written with the wallet of whoever has it now.
 * @param mergedInto whom the giver is merged into; null: the taker, who had been merged away, is a customer again
 */
export async function saveBoth(
  mongo: Mongo,
  session: ClientSession,
  giver: Party,
  taker: Party,
  mergedInto: string | null,
): Promise<void> {
  const read = bothRead(giver.read, taker.read);
  await saveBook(mongo, session, giver.wallet, giver.book, read, { handed: handedOver(giver, taker) });
  await saveBook(mongo, session, taker.wallet, taker.book, read);
  const merged = mergedInto === null ? taker : giver;
  const { _id, merchantId } = merged.wallet;
  await mongo.of(walletModel).updateOne({ _id, merchantId }, { $set: { mergedInto } }, { session });
}

/** The redemptions that the taker has by now, and were read as the giver's. */
export function handedOver(giver: Pick<Party, 'read'>, taker: Pick<Party, 'book'>): Redemption[] {
  return taker.book.changes().redemptions.filter(({ id }) => giver.read.redemptions.has(id));
}

/** Stores one of the two as it is, before anything goes over. */
export function saveParty(
  mongo: Mongo,
  session: ClientSession,
  { wallet, book, read }: Party,
): Promise<void> {
  return saveBook(mongo, session, wallet, book, read);
}

/** Marks both wallets as being moved by a merge in parts. @param moving null: nothing moves them any more */
export async function markMoving(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, from, into }: Pick<MergeDoc, 'merchantId' | 'from' | 'into'>,
  moving: Moving | null,
): Promise<void> {
  const mark = moving === null ? { $unset: { moving: 1 as const } } : { $set: { moving } };
  await mongo.of(walletModel).updateMany({ _id: { $in: [from, into] }, merchantId }, mark, { session });
}
