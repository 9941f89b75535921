import { decideMatch, examineContact, identityKeys } from '../../src/loyalty/customer';
import type { Candidate, Contact } from '../../src/loyalty/customer';
import { addressOf } from '../../src/store/customer/address';
import { contactGain, customerData, newerData } from '../../src/store/customer/contact-data';
import type { CustomerContact } from '../../src/store/customer/contact-data';
import type { CustomerDoc } from '../../src/store/customer/customer-model';
import type { House, Typed } from './model/marks';
import type { People } from './model/people';

interface Record {
  doc: CustomerDoc;
  keys: Set<string>;
  told: number[];
}

/** The product's recognition over a list of customers in the place of its database. */
export function recogniseByProduct(told: Typed[], house: House): People {
  const known: Record[] = [];
  told.forEach((typed, index) => {
    const { contact } = examineContact(contactOf(typed), house);
    if (contact) meet(known, contact, index);
  });
  const of = (index: number): Record | undefined => known.find((one) => one.told.includes(index));
  return {
    who: told.map((_typed, index) => of(index)?.told[0] ?? null),
    writtenTo: Object.fromEntries(
      known.map((one): [number, string | null] => [one.told[0]!, mobileOf(one.doc)]),
    ),
  };
}

function contactOf({ name, document, phones, emails, sourceId }: Typed): CustomerContact {
  return { externalKey: sourceId, name, document, phones, emails, birthDate: null };
}

function meet(known: Record[], contact: CustomerContact, index: number): void {
  const decision = decideMatch(candidates(known, contact), contact);
  if (!('match' in decision)) {
    known.push({ doc: newCustomer(contact, index), keys: new Set(decision.claims), told: [index] });
    return;
  }
  const found = byId(known, decision.match);
  found.doc = { ...found.doc, ...newerData(found.doc, contact) };
  found.told.push(index);
  for (const key of decision.claims) found.keys.add(key);
  for (const id of decision.merge) join(known, byId(known, id), found);
}

/** Whoever has one of the contact's keys, with those of them that they have. */
function candidates(known: Record[], contact: Contact): Candidate[] {
  const { strong, weak } = identityKeys(contact);
  return known
    .map(({ doc, keys }) => ({
      customerId: doc._id,
      keys: [...strong, ...weak].filter((key) => keys.has(key)),
      document: doc.document?.value ?? null,
      name: doc.name,
    }))
    .filter(({ keys }) => keys.length > 0);
}

function newCustomer(contact: CustomerContact, index: number): CustomerDoc {
  const since = { createdAt: new Date(0), updatedAt: new Date(0) };
  const own = { _id: `cus_${index}`, merchantId: 'mer_1', segments: [], mergedInto: null };
  return { ...own, ...customerData(contact), ...since };
}

/** What a merge does to the two records. */
function join(known: Record[], from: Record, into: Record): void {
  const gain = contactGain(from.doc, into.doc);
  known.splice(known.indexOf(from), 1);
  into.doc = {
    ...into.doc,
    name: gain.name ? from.doc.name : into.doc.name,
    document: gain.document ? from.doc.document : into.doc.document,
    phones: [...into.doc.phones, ...gain.phones],
  };
  for (const key of from.keys) into.keys.add(key);
  into.told = [...into.told, ...from.told].sort((a, b) => a - b);
}

function byId(known: Record[], id: string): Record {
  const found = known.find(({ doc }) => doc._id === id);
  if (!found) throw new Error(`no customer ${id}`);
  return found;
}

function mobileOf(doc: CustomerDoc): string | null {
  const address = addressOf(doc, 'whatsapp');
  return address && 'phone' in address ? address.phone : null;
}
