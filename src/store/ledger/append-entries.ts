import type { ClientSession } from 'mongoose';
import type { Book } from '../../loyalty';
import type { Mongo } from '../mongo';
import { entryModel } from './entry-model';
import { entryAttestations } from './attestations';
import { chainEntries, entriesGenesis } from './chain';
import { fromEntry } from './ledger-documents';
import type { WalletDoc } from './wallet-model';

/** The fields of the wallet that say where its chain ends. */
export type ChainEnd = Pick<WalletDoc, 'entryCount' | 'lastHash' | 'unsealed'>;

/**
 * Appends the book's entries to the customer's chain. The caller holds the wallet's lock, and stores the answer in the wallet
 * in the same transaction.
 */
export async function appendEntries(
  mongo: Mongo,
  session: ClientSession,
  wallet: WalletDoc,
  book: Book,
): Promise<Partial<ChainEnd>> {
  if (book.entries.length === 0) return {};
  const { _id: customerId, merchantId, entryCount, lastHash } = wallet;
  const recordedAt = new Date();
  const entries = chainEntries(
    lastHash ?? entriesGenesis(merchantId, customerId),
    book.entries.map((entry, index) =>
      fromEntry(merchantId, entry, {
        seq: entryCount + index + 1,
        recordedAt,
        saleOfLot: (lotId) => book.lot(lotId).saleId,
        attests: entryAttestations(entry, book),
      }),
    ),
  );
  await mongo.of(entryModel).insertMany(entries, { session, ordered: true, lean: true });
  const last = entries.at(-1)!;
  return { entryCount: last.seq, lastHash: last.hash, unsealed: true };
}
