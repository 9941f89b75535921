import type { ClientSession } from 'mongoose';
import { Book, Refusal } from '../../loyalty';
import {
  asRead,
  bothRead,
  grantModel,
  lockOwnWallet,
  lotModel,
  redemptionModel,
  refuseMoving,
  saveBook,
  toGrant,
  toLot,
  toRedemption,
  walletFields,
  walletModel,
} from '../ledger';
import type { AsRead, GrantDoc, LotDoc, RedemptionDoc, WalletDoc, WalletFields } from '../ledger';
import type { Mongo } from '../mongo';
import { handedOver } from './merge-parties';

/** One of the two, with as much of their value as one part of a merge moves. */
export interface Share {
  wallet: WalletDoc;
  book: Book;
  /** What the book alone came to before anything was moved. */
  before: WalletFields;
  read: AsRead;
  /** The sales whose lots are moved. */
  sales: ReadonlySet<string>;
}

/** Whose value goes to whom, and by which merge. */
interface Moving {
  merchantId: string;
  from: string;
  into: string;
  by: string;
}

/**
 * Both wallets locked, in the order in which everybody does. Of the giver these lots, the uses that drew on one of them first, but
 * for those that stay, and the grants of their sales; of the taker the grants of the same sales.
 */
export async function bothShares(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, from, into, by }: Moving,
  lotIds: readonly string[],
  stayingIds: readonly string[],
): Promise<[Share, Share]> {
  const wallets = new Map<string, WalletDoc>();
  for (const customerId of [from, into].sort()) {
    const wallet = await lockOwnWallet(mongo, session, merchantId, customerId);
    if (!wallet) throw new Refusal('customer_not_found');
    refuseMoving(wallet, by);
    wallets.set(customerId, wallet);
  }
  const giver = { merchantId, customerId: from };
  const lots = await mongo
    .of(lotModel)
    .find({ _id: { $in: lotIds }, ...giver })
    .session(session)
    .lean();
  const drawing = await mongo
    .of(redemptionModel)
    .find({ ...giver, 'draws.lotId': { $in: lotIds }, _id: { $nin: stayingIds } })
    .session(session)
    .lean();
  const sales = new Set(lots.flatMap(({ saleId }) => saleId ?? []));
  const grants = await mongo
    .of(grantModel)
    .find({ merchantId, saleId: { $in: [...sales] }, customerId: { $in: [from, into] } })
    .session(session)
    .lean();
  const known = new Set(lots.map(({ _id }) => _id));
  const redemptions = drawing.filter(({ draws }) => known.has(draws[0]!.lotId));
  const of = (id: string): GrantDoc[] => grants.filter(({ customerId }) => customerId === id);
  return [
    aShare(wallets.get(from)!, { lots, redemptions, grants: of(from), sales }),
    aShare(wallets.get(into)!, { lots: [], redemptions: [], grants: of(into), sales }),
  ];
}

function aShare(
  wallet: WalletDoc,
  {
    lots,
    redemptions,
    grants,
    sales,
  }: { lots: LotDoc[]; redemptions: RedemptionDoc[]; grants: GrantDoc[]; sales: ReadonlySet<string> },
): Share {
  const book = new Book({
    customerId: wallet._id,
    debt: { cashback: wallet.cashback.debt, points: wallet.points.debt },
    lastAt: wallet.lastAt.getTime(),
    lots: lots.map(toLot),
    redemptions: redemptions.map(toRedemption),
    grants: grants.map(toGrant),
  });
  const read = asRead(lots, redemptions, grants);
  return { wallet, book, before: walletFields(book), read, sales };
}

/** Stores what a part of a merge has moved. */
export async function saveShares(
  mongo: Mongo,
  session: ClientSession,
  giver: Share,
  taker: Share,
): Promise<void> {
  const read = bothRead(giver.read, taker.read);
  for (const { wallet, book, before } of [giver, taker])
    await saveBook(mongo, session, wallet, book, read, {
      fields: fieldsOf(wallet, before, walletFields(book)),
      ...(book === giver.book ? { handed: handedOver(giver, taker) } : {}),
    });
  if (giver.wallet.collectsLater) await markCollecting(mongo, session, giver.wallet);
}

/** The wallet has changed by what the book has; what lies beside the book says nothing of that. */
function fieldsOf(wallet: WalletDoc, before: WalletFields, after: WalletFields): WalletFields {
  const totals = (type: 'cashback' | 'points'): WalletDoc['cashback'] => ({
    active: wallet[type].active + after[type].active - before[type].active,
    pending: wallet[type].pending + after[type].pending - before[type].pending,
    reserved: wallet[type].reserved + after[type].reserved - before[type].reserved,
    debt: after[type].debt,
  });
  return {
    cashback: totals('cashback'),
    points: totals('points'),
    vouchersReserved:
      (wallet.vouchersReserved ?? 0) + (after.vouchersReserved ?? 0) - (before.vouchersReserved ?? 0),
    collectsLater: wallet.collectsLater || after.collectsLater,
    lastAt: after.lastAt,
  };
}

/** Whether anything that collects later is left with the giver. */
async function markCollecting(
  mongo: Mongo,
  session: ClientSession,
  { _id, merchantId }: WalletDoc,
): Promise<void> {
  const collecting = { merchantId, customerId: _id, collectsLater: true, letOff: { $gt: 0 } };
  const some = await mongo.of(grantModel).exists(collecting).session(session);
  await mongo
    .of(walletModel)
    .updateOne({ _id, merchantId }, { $set: { collectsLater: some !== null } }, { session });
}
