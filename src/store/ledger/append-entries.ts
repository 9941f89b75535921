import type { ClientSession } from 'mongoose';
import type { Book, Entry, Redemption } from '../../loyalty';
import type { Mongo } from '../mongo';
import { entryModel } from './entry-model';
import { entryAttestations } from './attestations';
import type { UnchainedEntry } from './chain';
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
  const { _id: customerId, merchantId, entryCount, lastHash } = wallet;
  const recordedAt = new Date();
  const unchained: UnchainedEntry[] = [];
  const append = (entry: Entry): void => {
    const seq = entryCount + unchained.length + 1;
    const saleOfLot = (lotId: string): string | null => book.lot(lotId).saleId;
    const attests = entryAttestations(entry, book);
    unchained.push(fromEntry(merchantId, entry, { seq, recordedAt, saleOfLot, attests }));
  };
  book.entries.forEach(append);
  const attested = new Set(unchained.flatMap(({ attests }) => attests.map(({ id }) => id)));
  for (const use of book.changes().movedUses)
    if (!attested.has(use.id)) append(attestation(use, book, entryCount + unchained.length + 1));
  if (unchained.length === 0) return {};
  const entries = chainEntries(lastHash ?? entriesGenesis(merchantId, customerId), unchained);
  await mongo.of(entryModel).insertMany(entries, { session, ordered: true, lean: true });
  const last = entries.at(-1)!;
  return { entryCount: last.seq, lastHash: last.hash, unsealed: true };
}

/** Says of a use that it is kept with another sale than before, where no value moved: the entries before attest it otherwise. */
function attestation({ id, type }: Redemption, { wallet }: Book, seq: number): Entry {
  const { customerId, lastAt } = wallet;
  return {
    ...{ type: 'ATTEST', key: `attest/${customerId}/${seq}`, customerId, benefit: type, at: lastAt },
    ...{ cause: { kind: 'redemption', redemptionId: id }, programVersion: null, ruleId: null },
    ...{ moves: [], debt: 0 },
  };
}
