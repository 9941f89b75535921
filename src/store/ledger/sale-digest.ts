import { attestedContent, flattened, isAttestedField } from '../sale';
import type { AttestableSale, AttestedWrite, SaleChange, SealState } from '../sale';
import type { SaleDigest } from './attestation-model';
import { contentDigest } from './content-hash';
import { SEAL_BROKEN, SEAL_UNREAD, wasOf, WRITTEN_UNATTESTED, WRITTEN_UNSEALED } from './was';
import type { Was } from './was';

/**
 * The digest of a sale that was written to be attested. It goes over no name, document, phone or e-mail; and what staff have typed
 * (the reason of a return) goes in with ids and amounts that nobody could guess without having the sale itself.
 */
export function digestOfSale(sale: AttestableSale): SaleDigest {
  return { id: sale._id, n: sale.attested?.n ?? 0, digest: contentDigest(attestedContent(sale)) };
}

/** The digest of a sale that was written to be attested, with what it was before that. */
export function digestOfWrite({ before, after, sealed = 'whole' }: AttestedWrite): SaleDigest {
  const was = before.attested ? saleWas(before, after.attested?.in ?? null) : WAS_SEALED[sealed];
  return { ...digestOfSale(after), ...(was === null ? {} : { was }) };
}

/** What is said of a sale that nothing had attested before, by its seal. */
const WAS_SEALED: Record<SealState, Was | null> = {
  whole: null,
  broken: SEAL_BROKEN,
  unsealed: WRITTEN_UNSEALED,
  newer: SEAL_UNREAD,
  unread: SEAL_UNREAD,
};

/** @param chain the customer in whose chain it is attested next */
function saleWas(before: AttestableSale, chain: string | null): Was {
  if (before.version !== before.attestingVersion) return WRITTEN_UNATTESTED;
  const holder = before.attested!.in;
  return wasOf(digestOfSale(before).digest, holder === chain ? null : holder);
}

/** Whether a change sets anything that is attested. */
export function isAttested({ patch }: SaleChange): boolean {
  return Object.keys(flattened(patch)).some(isAttestedField);
}

/** As an entry carries it with its cause, which is made of texts alone. */
export interface SaleOfCause {
  sale?: string;
  saleWas?: Was;
}

/** What an entry carries of a sale. */
export function causeOfSale({ id, n, digest, was }: SaleDigest): SaleOfCause {
  return { sale: `${n} ${digest} ${id}`, ...(was === undefined ? {} : { saleWas: was }) };
}

/** The same as it is read; null: nothing. */
export function saleOfCause({ sale, saleWas }: SaleOfCause): SaleDigest | null {
  const [, n, digest, id] = /^(\d+) ([0-9a-f]{64}) (.+)$/.exec(sale ?? '') ?? [];
  if (id === undefined) return null;
  return { id, n: Number(n), digest: digest!, ...(saleWas === undefined ? {} : { was: saleWas }) };
}
