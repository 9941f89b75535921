import type { ClientSession } from 'mongoose';
import { walletTotals } from '../../loyalty';
import type { Book, Lot, Redemption } from '../../loyalty';
import { ConcurrentChangeError } from '../mongo';
import type { Mongo } from '../mongo';
import { grantModel } from './grant-model';
import { lotModel } from './lot-model';
import { redemptionModel } from './redemption-model';
import { walletModel } from './wallet-model';

import { appendEntries } from './append-entries';
import type { AsRead } from './as-read';
import { fromGrant, fromLot, fromRedemption } from './ledger-documents';
import type { SaleDigest } from './attestation-model';
import type { RedemptionDoc, Unwoken } from './redemption-model';
import type { WalletDoc } from './wallet-model';

/** What is stored along with a book. */
export interface SavedAlong {
  /** What the wallet says of itself then; absent: what the book has. */
  fields?: WalletFields;
  /** The sale that is attested with it. */
  sale?: SaleDigest | null;
  /** Uses of which sales have to be told, by id. */
  unwoken?: ReadonlyMap<string, Unwoken>;
  /** The redemptions that another customer takes over from it. */
  handed?: readonly Redemption[];
}

/**
 * Stores everything the book changed, over a wallet whose lock is held. `read` is what its documents were. The codes of
 * vouchers that are new are kept by whoever makes them (`VoucherCodes`).
 */
export async function saveBook(
  mongo: Mongo,
  session: ClientSession,
  doc: WalletDoc,
  book: Book,
  read: AsRead,
  { fields = walletFields(book), sale = null, unwoken = new Map(), handed = [] }: SavedAlong = {},
): Promise<void> {
  const { merchantId } = doc;
  const { entries, lots, redemptions, grants } = book.changes();
  const moves = entries.length + lots.length + redemptions.length + grants.length > 0;
  if (!moves && sale === null) return;
  const chainEnd = await appendEntries(mongo, session, doc, book, { read, sale, handed });
  if (!moves) return;
  await saveLots(mongo, session, merchantId, lots, read);
  if (redemptions.length > 0)
    await mongo.of(redemptionModel).bulkWrite(
      redemptions.map((one) => changed(fromRedemption(merchantId, one), unwoken.get(one.id))),
      { session, ordered: true },
    );
  if (grants.length > 0)
    await mongo.of(grantModel).bulkWrite(
      grants.map((one) => replaced(fromGrant(merchantId, one))),
      { session, ordered: true },
    );
  await mongo
    .of(walletModel)
    .updateOne({ _id: doc._id, merchantId }, { $set: { ...fields, ...chainEnd } }, { session });
}

/** Stores a document as it is now, whether it was there or not. */
function replaced<Doc extends { _id: string; merchantId: string }>(replacement: Doc) {
  const { _id, merchantId } = replacement;
  return { replaceOne: { filter: { _id, merchantId }, replacement, upsert: true } };
}

/**
 * Stores what this version writes of a document and leaves what else is there, such as the code that processes of an earlier version
 * look for. No field that was ever written of a redemption is taken away.
 */
function changed({ _id, merchantId, ...fields }: RedemptionDoc, unwoken?: Unwoken) {
  const { since, formerly = [] } = unwoken ?? {};
  const update = {
    $set: fields,
    ...(since && { $min: { 'unwoken.since': since } }),
    // Those of an earlier move that were not told yet remain.
    ...(formerly.length > 0 && { $addToSet: { 'unwoken.formerly': { $each: formerly } } }),
  };
  return { updateOne: { filter: { _id, merchantId }, update, upsert: true } };
}

/** What a wallet says of itself: its balances, and what has to be loaded with it. */
export type WalletFields = Pick<
  WalletDoc,
  'cashback' | 'points' | 'vouchersReserved' | 'collectsLater' | 'lastAt'
>;

export function walletFields({ wallet }: Pick<Book, 'wallet'>): WalletFields {
  return {
    cashback: walletTotals(wallet, 'cashback'),
    points: walletTotals(wallet, 'points'),
    vouchersReserved: wallet.redemptions.filter(
      ({ type, state }) => type === 'voucher' && state === 'reserved',
    ).length,
    collectsLater: wallet.grants.some((grant) => grant.collectsLater && grant.letOff > 0),
    lastAt: new Date(wallet.lastAt),
  };
}

/** Each lot is written only over the version it was read at. */
async function saveLots(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  lots: readonly Lot[],
  read: Pick<AsRead, 'lots'>,
): Promise<void> {
  if (lots.length === 0) return;
  const written = await mongo.of(lotModel).bulkWrite(
    lots.map((lot) => {
      const version = read.lots.get(lot.id)?.version;
      const stored = fromLot(merchantId, lot, (version ?? 0) + 1);
      return version === undefined
        ? { insertOne: { document: stored } }
        : { replaceOne: { filter: { _id: lot.id, merchantId, version }, replacement: stored } };
    }),
    { session, ordered: true },
  );
  if (written.insertedCount + written.matchedCount !== lots.length)
    throw new ConcurrentChangeError('A lot changed while it was being moved.');
}
