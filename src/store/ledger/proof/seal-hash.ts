import { chained, sha256 } from '..';
import type { SealDoc } from './seal-model';

/** The beginning of a merchant's chain of seals. */
export function sealsGenesis(merchantId: string): string {
  return sha256(JSON.stringify(['retorno/seals', 1, merchantId]));
}

/** The hash of a seal: over everything that is stored of it but `_id` and `hash`; `prev` is part of it. */
export function sealHash(seal: Omit<SealDoc, 'hash'>): string {
  const { _id, hash: _hash, ...content } = seal as SealDoc;
  return chained(seal.prev, content);
}
