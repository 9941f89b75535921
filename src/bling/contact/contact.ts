import type { LocalDate } from '../../loyalty';
import type { BlingContact } from './contact-schema';

/** What kind of customer a contact is. */
export type ContactKind = 'person' | 'company' | 'foreigner';

/** A contact as a customer, nothing normalised yet. Personal data: never logged. */
export interface CustomerContact {
  name: string | null;
  /** CPF or CNPJ as typed. */
  document: string | null;
  /** As typed, the mobile first. */
  phones: string[];
  emails: string[];
  birthDate: LocalDate | null;
  kind: ContactKind | null;
}

const KINDS: Record<string, ContactKind | undefined> = { F: 'person', J: 'company', E: 'foreigner' };

/**
 * Makes a customer of a contact; what is empty is absent. The address for invoices (`emailNotaFiscal`) is
 * left out: it is often an accountant's, shared by companies that have nothing to do with each other.
 */
export function toCustomerContact(contact: BlingContact): CustomerContact {
  return {
    name: contact.name,
    document: contact.document,
    phones: distinct([contact.mobile, contact.landline]),
    emails: distinct((contact.email ?? '').split(/[;,\s]+/)),
    birthDate: contact.birthDate,
    kind: KINDS[contact.type ?? ''] ?? null,
  };
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
