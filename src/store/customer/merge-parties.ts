import type { ClientSession } from 'mongoose';
import { Book } from '../../loyalty';
import { toGrant, toLot, toRedemption } from '../ledger/ledger-documents';
import { MergeError } from './merge-error';
import type { CustomerDoc } from './customer-model';
import type { WalletDoc } from '../ledger/ledger-model';
import type { Mongo } from '../mongo/mongo';
import { saveBook } from '../ledger/save-book';

/** One of the two, with everything that is theirs. */
export interface Party {
  customer: CustomerDoc;
  wallet: WalletDoc;
  book: Book;
  versions: ReadonlyMap<string, number>;
}

/** Both wallets locked, in one order for everybody, and loaded whole. */
export async function bothParties(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  first: string,
  second: string,
): Promise<[Party, Party]> {
  const parties = new Map<string, Party>();
  for (const customerId of [first, second].sort())
    parties.set(customerId, await partyOf(mongo, session, merchantId, customerId));
  return [parties.get(first)!, parties.get(second)!];
}

async function partyOf(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<Party> {
  const wallet = await mongo.wallets
    .findOneAndUpdate(
      { _id: customerId, merchantId },
      { $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  const customer = await mongo.customers.findOne({ _id: customerId, merchantId }).session(session).lean();
  if (!wallet || !customer) throw new MergeError('customer_not_found');
  const of = { merchantId, customerId };
  const lots = await mongo.lots.find(of).session(session).lean();
  const redemptions = await mongo.redemptions.find(of).session(session).lean();
  const grants = await mongo.grants.find(of).session(session).lean();
  const book = new Book({
    customerId,
    debt: { cashback: wallet.cashback.debt, points: wallet.points.debt },
    lastAt: wallet.lastAt.getTime(),
    lots: lots.map(toLot),
    redemptions: redemptions.map(toRedemption),
    grants: grants.map(toGrant),
  });
  return { customer, wallet, book, versions: new Map(lots.map(({ _id, version }) => [_id, version])) };
}

/** What went over is written by whoever has it now. */
export async function saveBoth(
  mongo: Mongo,
  session: ClientSession,
  giver: Party,
  taker: Party,
  mergedInto: string | null,
): Promise<void> {
  const versions = new Map([...giver.versions, ...taker.versions]);
  await saveBook(mongo, session, giver.wallet, giver.book, versions);
  await saveBook(mongo, session, taker.wallet, taker.book, versions);
  const merged = mergedInto === null ? taker : giver;
  await mongo.wallets.updateOne({ _id: merged.wallet._id }, { $set: { mergedInto } }, { session });
}
