import type { Book, Entry, Lot, Redemption } from '../../loyalty';
import { contentDigest } from './chain';
import type { Attestation } from './entry-model';

/**
 * What an entry says, besides its moves, about what it leaves behind: the terms of the lots it moved and the redemption it
 * belongs to, as they are stored together with it. Under the entry's hash, they cannot be changed afterwards unnoticed.
 */
export function entryAttestations(entry: Entry, book: Book): Attestation[] {
  const { redemptionId } = entry.cause;
  const lotIds = new Set(entry.moves.map(({ lotId }) => lotId));
  // What a merge brings was attested in another customer's ledger, so this entry attests it anew in this one.
  const redemptions = book.wallet.redemptions.filter(({ id, draws }) =>
    entry.type === 'MERGE_IN' ? draws.some(({ lotId }) => lotIds.has(lotId)) : id === redemptionId,
  );
  return [
    ...[...lotIds].map((id) => ({ of: 'lot' as const, id, digest: lotDigest(book.lot(id)) })),
    ...redemptions.map((redemption) => ({
      ...{ of: 'redemption' as const, id: redemption.id },
      digest: redemptionDigest(redemption),
    })),
  ];
}

/** The digest of a lot's terms: dates, zone, origin, what a voucher is worth. Amounts are the moves' business. */
export function lotDigest(lot: Lot): string {
  const { customerId: _owner, amount: _amount, buckets: _buckets, ...terms } = lot;
  return contentDigest(terms);
}

/** The digest of a redemption: all but its owner and the call that touched it last, which a repeated call may change. */
export function redemptionDigest(redemption: Redemption): string {
  const { customerId: _owner, lastCall: _call, lastRequest: _request, ...content } = redemption;
  return contentDigest(content);
}
