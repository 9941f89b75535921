import { chained, sha256 } from '..';
import type { HeadDoc } from './head-model';
import { leafHash, merkleRoot } from './merkle';
import type { SealDoc, SealedHead } from './seal-model';

/** The beginning of a merchant's chain of seals. */
export function sealsGenesis(merchantId: string): string {
  return sha256(JSON.stringify(['retorno/seals', 1, merchantId]));
}

/** The hash of a seal: over everything that is stored of it but `_id` and `hash`; `prev` is part of it. */
export function sealHash(seal: Omit<SealDoc, 'hash'>): string {
  const { _id, hash: _hash, ...content } = seal as SealDoc;
  return chained(seal.prev, content);
}

/** The leaf of a head in its seal's tree. */
export function headLeaf({ customerId, seq, hash, attested, checkpoint }: SealedHead): string {
  return leafHash({ customerId, seq, hash, attested, checkpoint });
}

/** The root over a seal's heads, in the order of customers' ids. */
export function headsRoot(heads: readonly SealedHead[]): string {
  return merkleRoot([...heads].sort(byCustomer).map(headLeaf));
}

/** The `_id` of a head. */
export function headId({
  merchantId,
  n,
  customerId,
}: Pick<HeadDoc, 'merchantId' | 'n' | 'customerId'>): string {
  return `${merchantId}/${n}/${customerId}`;
}

/** The order of a seal's leaves. */
export function byCustomer(a: SealedHead, b: SealedHead): number {
  return a.customerId < b.customerId ? -1 : 1;
}
