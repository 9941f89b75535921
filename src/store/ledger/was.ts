/**
 * What a document was just before the write that a digest is of, as it was read in the same transaction. The proof compares it with the
 * digest before that one: what somebody changed by hand in between is found, though what was written then is attested with it.
 *
 * A text, so that an entry's cause can carry it: a digest, and behind it the customer in whose chain the one before stands, if not in
 * this; or one of the words below. Absent: written by a version that did not say it.
 */
export type Was = string;

/** A version that attests nothing had written it last: what it was then follows from nothing. */
export const WRITTEN_UNATTESTED: Was = 'unattested';

/** Of a sale that nothing had attested before: it was not as the product had left it. */
export const SEAL_BROKEN: Was = 'broken';

/** The same: a version that seals nothing had written it last, or somebody has put it in. */
export const WRITTEN_UNSEALED: Was = 'unsealed';

/** The same: its seal was of a form that whoever attested it, or had written it last, did not know. */
export const SEAL_UNREAD: Was = 'unread';

/** There was none. */
export const NOT_THERE: Was = 'new';

/** What the digest itself says: the write has changed nothing that it goes over. */
export const UNCHANGED: Was = 'same';

/** @param chain the customer in whose chain the digest before stands; null: in the same */
export function wasOf(digest: string, chain: string | null): Was {
  return chain === null ? digest : `${digest} ${chain}`;
}

/** The digest, and in which other chain it stands (null: in the same); null for a word, or nothing. */
export function readWas(was: Was | undefined): { digest: string; chain: string | null } | null {
  const [, digest, chain] = /^([0-9a-f]{64})(?: (.+))?$/.exec(was ?? '') ?? [];
  return digest === undefined ? null : { digest, chain: chain ?? null };
}
