import type { ClientSession } from 'mongoose';
import { LedgerError } from '../../loyalty';
import type { Book, Entry, Redemption } from '../../loyalty';
import type { Mongo } from '../mongo';
import { ENTRY_FORM } from './entry-forms';
import { entryModel } from './entry-model';
import type { EntryDoc } from './entry-model';
import type { AsRead } from './as-read';
import type { RecordDigest, SaleDigest } from './attestation-model';
import { causeOfSale } from './sale-digest';
import { appendAttestation, changedRecords, RECORDS_AT_ONCE, entryAttestations } from './attestations';
import { chainEntries, entriesGenesis } from './chain';
import { fromEntry } from './ledger-documents';
import type { WalletDoc } from './wallet-model';

/** The fields of the wallet that say where its chain ends. */
export type ChainEnd = Pick<WalletDoc, 'entryCount' | 'lastHash' | 'unsealed'>;

/** What is attested with a book's changes: the documents as they were read, the sale that changed with them, and what went to another. */
export interface AttestedWith {
  read: AsRead;
  sale: SaleDigest | null;
  handed: readonly Redemption[];
}

/**
 * Appends the book's entries to the customer's chain; the last of them attests every account and redemption the book changed, and
 * the sale that changed with it.
 * Where value did not move, that is attested by itself. The caller holds the wallet's lock, and stores the answer in the wallet
 * in the same transaction.
 * @throws LedgerError for an entry that MongoDB would not give back as it is
 */
export async function appendEntries(
  mongo: Mongo,
  session: ClientSession,
  wallet: WalletDoc,
  book: Book,
  { read, sale, handed }: AttestedWith,
): Promise<Partial<ChainEnd>> {
  const records = changedRecords(book, read, handed);
  const mentioned = new Set<string>();
  if (book.entries.length === 0) {
    const sales = sale ? [sale] : [];
    if (records.length + sales.length > 0)
      await appendAttestation(mongo, session, wallet, { records, sales });
    return {};
  }
  const { _id: customerId, merchantId, entryCount, lastHash } = wallet;
  const recordedAt = new Date();
  // A merge of tens of thousands of lots has more to attest than one document takes.
  const within = records.length > 0 && records.length <= RECORDS_AT_ONCE;
  const entries = chainEntries(
    lastHash ?? entriesGenesis(merchantId, customerId),
    book.entries.map((entry, index) => ({
      ...fromEntry(merchantId, soundCause(entry), {
        seq: entryCount + index + 1,
        recordedAt,
        saleOfLot: (lotId) => book.lot(lotId).saleId,
        attests: entryAttestations(entry, book, read, mentioned),
      }),
      v: ENTRY_FORM,
      ...(index === book.entries.length - 1 ? leftBy(entry, within ? records : [], sale) : {}),
    })),
  );
  await mongo.of(entryModel).insertMany(entries, { session, ordered: true, lean: true });
  const last = entries.at(-1)!;
  if (records.length > RECORDS_AT_ONCE)
    await appendAttestation(mongo, session, { ...wallet, entryCount: last.seq }, { records });
  return { entryCount: last.seq, lastHash: last.hash, unsealed: true };
}

/** What the last entry of a change says besides. Versions before pass over what they do not know in a cause. */
function leftBy(
  { cause }: Entry,
  records: RecordDigest[],
  sale: SaleDigest | null,
): Partial<Pick<EntryDoc, 'records' | 'cause'>> {
  return {
    ...(records.length > 0 ? { records } : {}),
    ...(sale ? { cause: { ...cause, ...causeOfSale(sale) } } : {}),
  };
}

/** A cause is made of texts alone. What a person can type into the engine's own tools has been checked by nobody before. */
function soundCause(entry: Entry): Entry {
  for (const [name, value] of Object.entries(entry.cause) as [string, unknown][]) {
    if (value === undefined) continue;
    if (typeof value !== 'string')
      throw new LedgerError(`Entry ${entry.key} has a cause whose ${name} is no text.`);
    if (!value.isWellFormed())
      throw new LedgerError(
        `Entry ${entry.key} has a cause whose ${name} MongoDB would not give back as it is.`,
      );
  }
  return entry;
}
