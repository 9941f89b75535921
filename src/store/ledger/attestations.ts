import type { ClientSession } from 'mongoose';
import type { Book, Entry, Grant, Redemption } from '../../loyalty';
import type { Mongo } from '../mongo';
import { attestationModel } from './attestation-model';
import type { AttestationDoc, RecordDigest, SaleDigest } from './attestation-model';
import type { AsRead } from './as-read';
import { chained, sha256 } from './content-hash';
import {
  formerCallsDigest,
  grantDigest,
  lotDigest,
  redemptionDigest,
  redemptionTermsDigest,
} from './digests';
import type { Attestation } from './entry-model';
import type { LotDoc } from './lot-model';
import { grantId, toGrant, toLot, toRedemption } from './ledger-documents';
import { NOT_THERE, UNCHANGED } from './was';
import type { Was } from './was';
import { walletModel } from './wallet-model';
import type { WalletDoc } from './wallet-model';

/**
 * What an entry says, besides its moves, about what it leaves behind: the terms of the lots it moved and the redemption it
 * belongs to, as they are stored together with it. Under the entry's hash, they cannot be changed afterwards unnoticed.
 * @param mentioned lots that entries of the same change have mentioned before; this one's are added
 */
export function entryAttestations(
  entry: Entry,
  book: Book,
  read: Pick<AsRead, 'lots'>,
  mentioned: Set<string>,
): Attestation[] {
  const { redemptionId } = entry.cause;
  const lotIds = new Set(entry.moves.map(({ lotId }) => lotId));
  // What a merge brings was attested in another customer's ledger, so this entry attests it anew in this one.
  const redemptions = book.wallet.redemptions.filter(({ id, draws }) =>
    entry.type === 'MERGE_IN' ? draws.some(({ lotId }) => lotIds.has(lotId)) : id === redemptionId,
  );
  return [
    ...[...lotIds].map((id) => {
      const digest = lotDigest(book.lot(id));
      const was = mentioned.has(id) ? UNCHANGED : lotWas(read.lots.get(id), entry.customerId, digest);
      mentioned.add(id);
      return { of: 'lot' as const, id, digest, ...(was === null ? {} : { was }) };
    }),
    ...redemptions.map((redemption) => ({
      ...{ of: 'redemption' as const, id: redemption.id },
      digest: redemptionTermsDigest(redemption, voucherCode(redemption, book)),
    })),
  ];
}

function lotWas(doc: LotDoc | undefined, customerId: string, digest: string): Was | null {
  if (doc?.customerId !== customerId) return null;
  const was = lotDigest(toLot(doc));
  return was === digest ? UNCHANGED : was;
}

/**
 * Every account and redemption the book changed, as it leaves them and as they were read.
 * @param handed redemptions that another customer takes over
 */
export function changedRecords(book: Book, read: AsRead, handed: readonly Redemption[]): RecordDigest[] {
  const { grants, redemptions } = book.changes();
  const { customerId } = book.wallet;
  return [
    ...grants.map((grant) => {
      const doc = read.grants.get(grantId(grant));
      return { ...recordOfGrant(grant), was: doc ? grantDigest(toGrant(doc)) : NOT_THERE };
    }),
    ...[...redemptions, ...handed].map((redemption) => {
      const doc = read.redemptions.get(redemption.id);
      const record = recordOfRedemption(redemption);
      if (!doc) return { ...record, was: NOT_THERE };
      if (doc.customerId !== customerId) return record;
      const before = toRedemption(doc);
      return { ...record, was: redemptionDigest(before), whoWas: formerCallsDigest(before) };
    }),
  ];
}

/** What is attested of an account. */
export function recordOfGrant(grant: Grant): RecordDigest {
  return { of: 'grant', id: grantId(grant), digest: grantDigest(grant) };
}

/** What is attested of a redemption. */
export function recordOfRedemption(redemption: Redemption): RecordDigest {
  const { id } = redemption;
  return { of: 'redemption', id, digest: redemptionDigest(redemption), who: formerCallsDigest(redemption) };
}

/** The beginning of a customer's chain of attestations. */
export function attestationsGenesis(merchantId: string, customerId: string): string {
  return sha256(JSON.stringify(['retorno/attestations', 1, merchantId, customerId]));
}

/** The hash of an attestation after the one whose hash is `previous`: over everything stored of it but `_id` and `hash`. */
export function attestationHash(previous: string, attestation: Omit<AttestationDoc, 'hash'>): string {
  const { _id, hash: _hash, ...content } = attestation as AttestationDoc;
  return chained(previous, content);
}

/** Digests in one document: about 300 bytes each, far below what MongoDB takes. */
export const RECORDS_AT_ONCE = 5_000;

/** What is attested by itself. `whole`: everything there is of the customer is among the records, or was attested before. */
export interface Attested {
  records?: readonly RecordDigest[];
  sales?: readonly SaleDigest[];
  whole?: boolean;
}

/**
 * Attests what changed without an entry, or is too much for one. The wallet's lock is held, and `wallet` is as it is stored by now.
 */
export async function appendAttestation(
  mongo: Mongo,
  session: ClientSession,
  wallet: WalletDoc,
  { records = [], sales = [], whole = false }: Attested,
): Promise<void> {
  const { _id: customerId, merchantId, entryCount: after } = wallet;
  let end = wallet.attested ?? { n: 0, hash: attestationsGenesis(merchantId, customerId) };
  const recordedAt = new Date();
  const parts: AttestationDoc[] = [];
  const most = Math.max(records.length, sales.length);
  for (let from = 0; from === 0 || from < most; from += RECORDS_AT_ONCE) {
    const n = end.n + 1;
    const some = sales.slice(from, from + RECORDS_AT_ONCE);
    const content = {
      ...{ _id: `${merchantId}/${customerId}/${n}`, merchantId, customerId, n, after, recordedAt },
      records: records.slice(from, from + RECORDS_AT_ONCE),
      ...(some.length > 0 ? { sales: some } : {}),
      ...(whole && from + RECORDS_AT_ONCE >= most ? { whole } : {}),
    };
    end = { n, hash: attestationHash(end.hash, content) };
    parts.push({ ...content, hash: end.hash });
  }
  await mongo.of(attestationModel).insertMany(parts, { session, ordered: true, lean: true });
  await mongo
    .of(walletModel)
    .updateOne({ _id: customerId, merchantId }, { $set: { attested: end, unsealed: true } }, { session });
}

/** The same for a customer whose wallet is looked up; the caller holds its lock. */
export async function attestRecords(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, customerId }: { merchantId: string; customerId: string },
  attested: Attested,
): Promise<void> {
  const wallet = await mongo.of(walletModel).findOne({ _id: customerId, merchantId }).session(session).lean();
  if (!wallet) throw new Error(`Customer ${customerId} has no wallet to attest anything with.`);
  await appendAttestation(mongo, session, wallet, attested);
}

/** The code of the voucher a redemption uses, which is in the book; null: a use of balance. */
export function voucherCode({ type, draws }: Redemption, book: Book): string | null {
  return type === 'voucher' ? (book.lot(draws[0]!.lotId).voucher?.code ?? null) : null;
}
