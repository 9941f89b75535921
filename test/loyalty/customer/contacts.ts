import type { Candidate, Contact } from '../../../src/loyalty/customer';

/** A contact of whom only what the test is about is known. */
export function contact(parts: Partial<Contact> = {}): Contact {
  return { name: null, document: null, phones: [], emails: [], externalKey: null, ...parts };
}

/** A customer we have, with these keys; the document is the one among them. */
export function candidate(customerId: string, keys: string[], name: string | null = null): Candidate {
  const document = keys.find((key) => key.startsWith('doc:'))?.slice('doc:'.length) ?? null;
  return { customerId, keys, document, name };
}
