import { nameKey, parseDocument, parseEmail, parsePhone } from '../../loyalty';
import type { CustomerDoc } from './customer-model';

/** Whom the source names, in its own spelling. `externalKey` is the source's id for the contact, such as `bling:<connection>:<id>`. */
export interface CustomerContact {
  externalKey: string | null;
  name: string | null;
  document: string | null;
  phones: string[];
  emails: string[];
  birthDate: string | null;
}

/**
 * Who says it: a source that keeps the customer's data, whose newest number or address is written to; or somebody at a counter, whose
 * word adds to what is known and takes nobody's messages elsewhere.
 */
export type ToldBy = 'source' | 'counter';

/** What of a contact is kept with the customer, in its one spelling. */
export type CustomerData = Pick<
  CustomerDoc,
  'name' | 'nameWords' | 'document' | 'phones' | 'phoneEndings' | 'emails' | 'birthDate'
>;

/** Digits of a number that are said at a counter: the last four, or all but the area code and the ninth digit. */
const ENDINGS = [4, 8] as const;

/** The ends by which phones are found, each once. */
export function phoneEndings(phones: readonly Pick<CustomerDoc['phones'][number], 'e164'>[]): string[] {
  return [...new Set(phones.flatMap(({ e164 }) => ENDINGS.map((digits) => e164.slice(-digits))))];
}

/** The end of a number that a text is, and no more: four digits, or a number without its area code; null: it is none. */
export function readPhoneEnding(text: string): string | null {
  if (!/^[\d\s.-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length === 9 && digits.startsWith('9')) return digits.slice(1);
  return ENDINGS.some((length) => length === digits.length) ? digits : null;
}

/** The data of a contact; what cannot be read as a document, phone or e-mail is left out. */
export function customerData(contact: CustomerContact): CustomerData {
  const phones = contact.phones.map(parsePhone).filter((phone) => phone !== null);
  return {
    name: contact.name,
    nameWords: contact.name === null ? [] : [...new Set(nameKey(contact.name).split(' ').filter(Boolean))],
    document: contact.document === null ? null : parseDocument(contact.document),
    phones,
    phoneEndings: phoneEndings(phones),
    emails: contact.emails.map(parseEmail).filter((email) => email !== null),
    birthDate: contact.birthDate,
  };
}

/** Phones as kept, under the keys they have today: a landline and a mobile had one key once. */
export function rekeyed(phones: CustomerData['phones']): CustomerData['phones'] {
  return phones.map((phone) => parsePhone(phone.e164) ?? phone);
}

/**
 * What is known of a customer once the contact is known too: what the source says now replaces what it said before, and what
 * it no longer says is kept. Newest first among phones and e-mails, because messages go to the first that fits: the newest
 * mobile, whatever landline came after it (R49); what a counter says comes after what was known. Null where nothing is new.
 */
export function newerData(
  known: CustomerDoc,
  contact: CustomerContact,
  toldBy: ToldBy = 'source',
): CustomerData | null {
  const fresh = customerData(contact);
  const [first, then] = toldBy === 'source' ? [fresh, known] : [known, fresh];
  const phones = eachOnce(rekeyed(first.phones), rekeyed(then.phones));
  const merged: Omit<CustomerData, 'phoneEndings'> = {
    name: fresh.name ?? known.name,
    nameWords: fresh.name === null ? known.nameWords : fresh.nameWords,
    document: known.document ?? fresh.document,
    phones,
    emails: [...new Set([...first.emails, ...then.emails])],
    birthDate: fresh.birthDate ?? known.birthDate,
  };
  const { name, nameWords, document, phones: numbers, emails, birthDate } = known;
  const before: typeof merged = { name, nameWords, document, phones: numbers, emails, birthDate };
  if (JSON.stringify(before) === JSON.stringify(merged)) return null;
  return { ...merged, phoneEndings: phoneEndings(phones) };
}

function eachOnce(first: CustomerData['phones'], then: CustomerData['phones']): CustomerData['phones'] {
  const keys = new Set(first.map(({ key }) => key));
  return [...first, ...then.filter(({ key }) => !keys.has(key))];
}

/** What of a customer goes over to another, who has not got it. */
export interface ContactGain {
  phones: CustomerDoc['phones'];
  emails: string[];
  document: boolean;
  name: boolean;
}

type Marks = Pick<CustomerDoc, 'name' | 'document' | 'phones' | 'emails'>;

/** What a merge adds to the contact data of the one who remains. */
export function contactGain(from: Marks, into: Marks): ContactGain {
  const known = new Set(rekeyed(into.phones).map(({ key }) => key));
  return {
    phones: rekeyed(from.phones).filter(({ key }) => !known.has(key)),
    emails: from.emails.filter((email) => !into.emails.includes(email)),
    document: into.document === null && from.document !== null,
    name: into.name === null && from.name !== null,
  };
}

/** Whether a merge needs a person who is sure: both have a document, and not the same. */
export function haveTwoDocuments(a: Pick<Marks, 'document'>, b: Pick<Marks, 'document'>): boolean {
  return a.document !== null && b.document !== null && a.document.value !== b.document.value;
}
