import { parseDocument } from './document';
import { parseEmail } from './email';
import { nameKey } from './name';
import { parsePhone } from './phone';

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

/** Names that stand for nobody, as `nameKey` gives them but without blanks. */
const NOBODY = new Set([
  'consumidor',
  'consumidorpadrao',
  'consumidordiversos',
  'consumidorbalcao',
  'consumidornaoidentificado',
  'consumidornaoinformado',
  'consfinal',
  'consumfinal',
  'cliente',
  'clientefinal',
  'clientepadrao',
  'clientediversos',
  'clienteavulso',
  'clientebalcao',
  'clienteanonimo',
  'clientenaoidentificado',
  'clientenaoinformado',
  'vendabalcao',
  'vendaavulsa',
  'balcao',
  'avulso',
  'anonimo',
  'semnome',
  'naoidentificado',
  'naoinformado',
]);
const NOBODY_PREFIX = 'consumidorfinal';

function standsForNobody(name: string): boolean {
  const key = nameKey(name).replaceAll(' ', '');
  return NOBODY.has(key) || key.startsWith(NOBODY_PREFIX);
}

/**
 * Whether there is nobody to recognise: a stand-in such as "Consumidor Final", whatever its other fields hold (they are
 * the store's or made up), or nobody's document, phone or e-mail. Its sales wait for a claim.
 */
export function isAnonymousContact(
  contact: Pick<Contact, 'name' | 'document' | 'phones' | 'emails'>,
): boolean {
  if (standsForNobody(contact.name ?? '')) return true;
  const { strong, weak } = identityKeys({ ...contact, externalKey: null });
  return strong.length + weak.length === 0;
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
      ...emails.map((email) => email && `email:${email}`),
    ]),
  };
}

function present(keys: (string | null)[]): string[] {
  return [...new Set(keys.flatMap((key) => (key ? [key] : [])))];
}
