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

/** What of a contact is kept with the customer, in its one spelling. */
export type CustomerData = Pick<
  CustomerDoc,
  'name' | 'nameWords' | 'document' | 'phones' | 'emails' | 'birthDate'
>;

/** The data of a contact; what cannot be read as a document, phone or e-mail is left out. */
export function customerData(contact: CustomerContact): CustomerData {
  return {
    name: contact.name,
    nameWords: contact.name === null ? [] : [...new Set(nameKey(contact.name).split(' ').filter(Boolean))],
    document: contact.document === null ? null : parseDocument(contact.document),
    phones: contact.phones.map(parsePhone).filter((phone) => phone !== null),
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
 * mobile, whatever landline came after it (R49). Null where nothing is new.
 */
export function newerData(known: CustomerDoc, contact: CustomerContact): CustomerData | null {
  const fresh = customerData(contact);
  const freshKeys = new Set(fresh.phones.map(({ key }) => key));
  const merged: CustomerData = {
    name: fresh.name ?? known.name,
    nameWords: fresh.name === null ? known.nameWords : fresh.nameWords,
    document: known.document ?? fresh.document,
    phones: [...fresh.phones, ...rekeyed(known.phones).filter(({ key }) => !freshKeys.has(key))],
    emails: [...new Set([...fresh.emails, ...known.emails])],
    birthDate: fresh.birthDate ?? known.birthDate,
  };
  const { name, nameWords, document, phones, emails, birthDate } = known;
  const before: CustomerData = { name, nameWords, document, phones, emails, birthDate };
  return JSON.stringify(before) === JSON.stringify(merged) ? null : merged;
}
