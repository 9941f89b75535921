import { identityKeys } from './contact';
import type { Contact } from './contact';
import { namesCompatible } from './name';

/** A customer who owns at least one of a contact's keys. No two customers own the same key. */
export interface Candidate {
  customerId: string;
  keys: readonly string[];
  /** CPF or CNPJ as `parseDocument` gives it; null: not known. */
  document: string | null;
  name: string | null;
}

/** The kind of key by which a customer was recognised. */
export type MatchedBy = 'document' | 'external' | 'phone' | 'email';

/**
 * Who a contact is: a customer we have, or a new one. `claims` are the contact's keys that the customer comes to own;
 * those of another customer stay there.
 */
export type MatchDecision =
  | {
      match: string;
      by: MatchedBy;
      claims: string[];
      /** Other records of the same person: a key that names one person says so, and nothing contradicts it. */
      merge: string[];
      /**
       * Other records that may be of the same person: a phone or an e-mail and a compatible name say so, or a key that names
       * one person and no compatible name.
       */
      review: string[];
    }
  | { create: true; claims: string[] };

/**
 * Decides by CPF/CNPJ, then the channel's own id, then phone with a compatible name, then e-mail. A customer with
 * another document is never the one, whatever else agrees: an ERP contact given over to another person is that other
 * person. `candidates` must be all customers who own any of the contact's keys. A contact with no key at all gives a
 * new customer: ask `examineContact` first.
 */
export function decideMatch(candidates: readonly Candidate[], contact: Contact): MatchDecision {
  const { strong, weak } = identityKeys(contact);
  const keys = [...strong, ...weak];
  const claims = keys.filter((key) => !candidates.some((candidate) => candidate.keys.includes(key)));
  for (const key of keys) {
    const by = keyKind(key, contact);
    const found = candidates.find((candidate) => isThePerson(candidate, key, by, contact, strong));
    if (found)
      return { match: found.customerId, by, claims, ...duplicateRecords(found, candidates, contact, strong) };
  }
  return { create: true, claims };
}

/** Other customers whom the contact's keys also name, and whom no document tells apart from the one found. */
function duplicateRecords(
  found: Candidate,
  candidates: readonly Candidate[],
  contact: Contact,
  strong: readonly string[],
): { merge: string[]; review: string[] } {
  const others = candidates.filter(
    (other) => other !== found && !hasOtherDocument(other, strong) && !documentsConflict(other, found),
  );
  const named = others.filter(({ keys }) => keys.some((key) => strong.includes(key)));
  const agrees = ({ name }: Candidate): boolean =>
    namesCompatible(name, contact.name) && namesCompatible(name, found.name);
  // A contact of the ERP that now belongs to another person still carries the former person's key: names must agree too.
  const merge = named.filter(agrees);
  const likely = others.filter(
    (other) =>
      !merge.includes(other) &&
      (named.includes(other) || (contact.name !== null && other.name !== null && agrees(other))),
  );
  const ids = (some: readonly Candidate[]): string[] => some.map(({ customerId }) => customerId).sort();
  return { merge: ids(merge), review: ids(likely) };
}

function documentsConflict(a: Candidate, b: Candidate): boolean {
  return a.document !== null && b.document !== null && a.document !== b.document;
}

function keyKind(key: string, { externalKey }: Contact): MatchedBy {
  if (key === externalKey) return 'external';
  if (key.startsWith('doc:')) return 'document';
  return key.startsWith('phone:') ? 'phone' : 'email';
}

function isThePerson(
  candidate: Candidate,
  key: string,
  by: MatchedBy,
  contact: Contact,
  strong: readonly string[],
): boolean {
  if (!candidate.keys.includes(key) || hasOtherDocument(candidate, strong)) return false;
  return by !== 'phone' || namesCompatible(candidate.name, contact.name);
}

/** A conflict needs two documents: one that is missing on either side contradicts nothing. */
function hasOtherDocument(candidate: Candidate, strong: readonly string[]): boolean {
  const isDocument = (key: string): boolean => key.startsWith('doc:');
  const document = strong.find(isDocument);
  const known = candidate.keys.filter(isDocument);
  if (candidate.document !== null) known.push(`doc:${candidate.document}`);
  return document !== undefined && known.length > 0 && !known.includes(document);
}
