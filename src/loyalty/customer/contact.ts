import { isFillerDocument, parseDocument } from './document';
import { isExampleEmail, isFillerEmail, parseEmail } from './email';
import { isMaskedName } from './name';
import { isFillerPhone, parsePhone } from './phone';
import { isStandInEmail, isStandInName, isStandInPhone } from './stand-in';
import type { StandIns } from './stand-in';

/** A person as a channel hands them over: texts as they were typed. Personal data: never to a log or Temporal. */
export interface Contact {
  name: string | null;
  document: string | null;
  phones: readonly string[];
  emails: readonly string[];
  /** The contact's own id where it came from, such as `bling:<connectionId>:<contactId>`; null: none. */
  externalKey: string | null;
}

/**
 * The keys a contact can be known by, in the order of trust. `strong` keys name one person by themselves; `weak` ones
 * may be shared, or go over to somebody else. As personal as what they are made of.
 */
export interface IdentityKeys {
  strong: string[];
  weak: string[];
}

/** A mark that was given and is not used. `unreadable`: no such number or address can be, or it is masked. */
export interface UnusedMark {
  field: 'name' | 'document' | 'phone' | 'email';
  /**
   * `filler`: typed to get past the field. `stand_in`: the merchant has said that it is nobody's. `beside_stand_in`: the name
   * stands for nobody, and so may this, which is as a rule the store's own.
   */
  why: 'unreadable' | 'filler' | 'stand_in' | 'beside_stand_in';
}

/** A contact as far as it names somebody. */
export interface ContactReading<Some> {
  /** Without the marks that are nobody's; null: nobody is named, and its sales wait for a claim. */
  contact: Some | null;
  /** In the order of the fields, each field and reason once. */
  unused: UnusedMark[];
}

/** Why a contact of which these marks are not used, and no other was given, is nobody; pt-BR, part of a sentence. */
export function whyNobody(unused: readonly UnusedMark[]): string {
  const of = (why: UnusedMark['why']): boolean => unused.some((one) => one.why === why);
  if (unused.some(({ field, why }) => field === 'name' && why === 'stand_in'))
    return 'o nome do contato é genérico, e não há CPF, CNPJ ou celular que diga quem é';
  if (of('unreadable')) return 'o documento, telefone ou e-mail do contato não confere ou está incompleto';
  if (of('filler') || of('stand_in')) return 'os dados do contato são preenchimentos, e não de uma pessoa';
  return 'o contato não tem CPF, CNPJ, telefone nem e-mail';
}

type Marks = Pick<Contact, 'name' | 'document' | 'phones' | 'emails'>;

/**
 * Tells what of a contact names somebody (R48). Under a name made of stand-in words a document or a mobile does, and nothing
 * else: landlines and addresses beside such a name are mostly the store's own.
 * @param standIns what the merchant's staff type in besides what everybody does
 */
export function examineContact<Some extends Marks>(contact: Some, standIns: StandIns): ContactReading<Some> {
  const nameless = isStandInName(contact.name, standIns);
  const masked = isMaskedName(contact.name);
  const unused: UnusedMark[] = [];
  if (nameless || masked) unused.push({ field: 'name', why: nameless ? 'stand_in' : 'unreadable' });
  const used = (field: UnusedMark['field'], text: string, why: UnusedMark['why'] | null): boolean => {
    if (text.trim() === '') return false;
    if (why !== null && !unused.some((one) => one.field === field && one.why === why))
      unused.push({ field, why });
    return why === null;
  };
  const document = contact.document ?? '';
  const kept: Some = {
    ...contact,
    name: nameless || masked ? null : contact.name,
    document: used('document', document, whyNoDocument(document)) ? contact.document : null,
    phones: contact.phones.filter((text) => used('phone', text, whyNoPhone(text, standIns, nameless))),
    emails: contact.emails.filter((text) => used('email', text, whyNoEmail(text, standIns, nameless))),
  };
  for (const text of kept.emails) if (isExampleEmail(parseEmail(text) ?? '')) used('email', text, 'filler');
  const { strong, weak } = identityKeys({ ...kept, externalKey: null });
  return { contact: strong.length + weak.length === 0 ? null : kept, unused };
}

function whyNoDocument(text: string): UnusedMark['why'] | null {
  if (parseDocument(text)) return null;
  return isFillerDocument(text) ? 'filler' : 'unreadable';
}

function whyNoPhone(text: string, standIns: StandIns, nameless: boolean): UnusedMark['why'] | null {
  const phone = parsePhone(text);
  if (!phone) return isFillerPhone(text) ? 'filler' : 'unreadable';
  if (isStandInPhone(text, standIns)) return 'stand_in';
  return nameless && !phone.mobile ? 'beside_stand_in' : null;
}

function whyNoEmail(text: string, standIns: StandIns, nameless: boolean): UnusedMark['why'] | null {
  if (parseEmail(text) === null) return isFillerEmail(text) ? 'filler' : 'unreadable';
  if (isStandInEmail(text, standIns)) return 'stand_in';
  return nameless ? 'beside_stand_in' : null;
}

/** `doc:52998224725`, the external key as it is, `phone:5499998888`, `email:x@y`; what does not parse gives none. */
export function identityKeys(contact: Omit<Contact, 'name'>): IdentityKeys {
  const document = parseDocument(contact.document ?? '');
  const phones = contact.phones.map((text) => parsePhone(text));
  const emails = contact.emails.map((text) => parseEmail(text));
  return {
    strong: present([document && `doc:${document.value}`, contact.externalKey]),
    weak: present([
      ...phones.map((phone) => phone && `phone:${phone.key}`),
      ...emails.map((email) => email && !isExampleEmail(email) && `email:${email}`),
    ]),
  };
}

function present(keys: (string | null | false)[]): string[] {
  return [...new Set(keys.flatMap((key) => (key ? [key] : [])))];
}
