import { walletModel } from '../ledger';
import { decideMatch, identityKeys, nameKey, parseDocument, parseEmail, parsePhone } from '../../loyalty';
import { newId } from '../../ids';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import type { CustomerDoc } from './customer-model';
import { currentCustomers } from './current-customer';
import { customerModel, identityKeyModel } from './customer-model';

/** A customer as stored; `id` in place of `_id`. */
export type Customer = Omit<CustomerDoc, '_id' | 'nameWords'> & { id: string };

/** Whom the source names, in its own spelling. `externalKey` is the source's id for the contact, such as `bling:<connection>:<id>`. */
export interface CustomerContact {
  externalKey: string | null;
  name: string | null;
  document: string | null;
  phones: string[];
  emails: string[];
  birthDate: string | null;
}

/** Whom a contact was recognised as, and the other records that its keys lead to. */
export interface Identified {
  customerId: string;
  created: boolean;
  /** `merge`: proved to be of the same person; `review`: likely to be. */
  others: { merge: string[]; review: string[] };
}

/** Times a race for the same key is run again before it is left to whoever asked. */
const ATTEMPTS = 5;

/** Who buys. One person is one customer, whatever the channel. */
export interface Customers {
  /**
   * The customer this contact is, created now if nobody is; the contact's newer data is kept. What follows for other records
   * is left to whoever asks (`recogniseCustomer`).
   */
  identify(merchantId: string, contact: CustomerContact, now: Date): Promise<Identified>;
  /** What `identify` and `setSegments` would come to, without doing them; `customerId` null: a new customer. */
  foresee(
    merchantId: string,
    contact: CustomerContact,
    segments: readonly string[] | null,
  ): Promise<{ customerId: string | null; changes: boolean }>;
  /** Puts the customer into exactly these groups. False for somebody who is not the merchant's customer. */
  setSegments(
    merchantId: string,
    customerId: string,
    segments: readonly string[],
    now: Date,
  ): Promise<boolean>;
  /** The record asked for, also if it was merged away. */
  get(merchantId: string, customerId: string): Promise<Customer | null>;
  /** Whom the customer turned out to be: the record that remains, where this one was merged away. */
  current(merchantId: string, customerId: string): Promise<Customer | null>;
  /** By CPF/CNPJ, phone in any spelling, e-mail, or the beginning of words of the name. At most 50. */
  search(merchantId: string, query: string): Promise<Customer[]>;
}

export function createCustomers(mongo: Mongo): Customers {
  return {
    async identify(merchantId, contact, now) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await identifyOnce(mongo, merchantId, contact, now);
        } catch (error) {
          if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
        }
      }
    },
    async foresee(merchantId, contact, segments) {
      const decision = await decide(mongo, merchantId, contact);
      if (!('match' in decision)) return { customerId: null, changes: true };
      const known = await mongo.of(customerModel).findOne({ _id: decision.match, merchantId }).lean();
      const changes =
        known !== null &&
        (mergeData(known, customerData(contact)) !== null || (segments !== null && !isIn(known, segments)));
      return { customerId: decision.match, changes };
    },
    async setSegments(merchantId, customerId, segments, now) {
      const known = (await currentCustomers(mongo, merchantId, [customerId])).get(customerId);
      if (!known) return false;
      if (!isIn(known, segments))
        await mongo
          .of(customerModel)
          .updateOne({ _id: known._id, merchantId }, { $set: { segments: [...segments], updatedAt: now } });
      return true;
    },
    async get(merchantId, customerId) {
      const doc = await mongo.of(customerModel).findOne({ _id: customerId, merchantId }).lean();
      return doc ? asCustomer(doc) : null;
    },
    async current(merchantId, customerId) {
      const doc = (await currentCustomers(mongo, merchantId, [customerId])).get(customerId);
      return doc ? asCustomer(doc) : null;
    },
    async search(merchantId, query) {
      const found = await mongo
        .of(customerModel)
        .find({ merchantId, $or: searchTerms(query) })
        .sort({ updatedAt: -1 })
        .limit(50)
        .lean();
      const ids = found.map(({ _id }) => _id);
      const current = await currentCustomers(mongo, merchantId, ids);
      return [...new Map([...current.values()].map((doc) => [doc._id, doc])).values()].map(asCustomer);
    },
  };
}

async function identifyOnce(
  mongo: Mongo,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<Identified> {
  const decision = await decide(mongo, merchantId, contact);
  const claims = decision.claims.map((key) => `${merchantId}|${key}`);
  if ('match' in decision) {
    await keepNewerData(mongo, merchantId, decision.match, contact, claims, now);
    const { match, merge, review } = decision;
    return { customerId: match, created: false, others: { merge, review } };
  }
  const customerId = newId('cus');
  await createCustomer(mongo, merchantId, customerId, contact, claims, now);
  return { customerId, created: true, others: { merge: [], review: [] } };
}

async function decide(
  mongo: Mongo,
  merchantId: string,
  contact: CustomerContact,
): Promise<ReturnType<typeof decideMatch>> {
  const { strong, weak } = identityKeys(contact);
  const ids = [...strong, ...weak].map((key) => `${merchantId}|${key}`);
  const owned = await mongo
    .of(identityKeyModel)
    .find({ _id: { $in: ids } })
    .lean();
  return decideMatch(await loadCandidates(mongo, merchantId, owned), contact);
}

function isIn({ segments = [] }: { segments?: string[] }, wanted: readonly string[]): boolean {
  return segments.length === wanted.length && wanted.every((segment) => segments.includes(segment));
}

async function loadCandidates(
  mongo: Mongo,
  merchantId: string,
  owned: readonly { _id: string; customerId: string }[],
): Promise<{ customerId: string; keys: string[]; document: string | null; name: string | null }[]> {
  const customerIds = [...new Set(owned.map(({ customerId }) => customerId))];
  if (customerIds.length === 0) return [];
  const current = await currentCustomers(mongo, merchantId, customerIds);
  const docs = new Map([...current.values()].map((doc) => [doc._id, doc]));
  const prefix = `${merchantId}|`.length;
  return [...docs.values()].map((doc) => ({
    customerId: doc._id,
    keys: owned
      .filter(({ customerId }) => current.get(customerId)?._id === doc._id)
      .map(({ _id }) => _id.slice(prefix)),
    document: doc.document?.value ?? null,
    name: doc.name,
  }));
}

/** Customer, empty wallet and keys together: two workers that meet the same new person end with one customer. */
async function createCustomer(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
  contact: CustomerContact,
  claims: string[],
  now: Date,
): Promise<void> {
  const none = { active: 0, pending: 0, reserved: 0, debt: 0 };
  await inTransaction(mongo, async (session) => {
    await mongo.of(customerModel).insertMany(
      [
        {
          _id: customerId,
          merchantId,
          ...customerData(contact),
          segments: [],
          mergedInto: null,
          createdAt: now,
          updatedAt: now,
        },
      ],
      { session, lean: true },
    );
    await mongo.of(walletModel).insertMany(
      [
        {
          _id: customerId,
          merchantId,
          version: 0,
          cashback: none,
          points: none,
          entryCount: 0,
          collectsLater: false,
          lastAt: new Date(0),
        },
      ],
      { session, lean: true },
    );
    await mongo.of(identityKeyModel).insertMany(
      claims.map((_id) => ({ _id, merchantId, customerId })),
      { session, ordered: true, lean: true },
    );
  });
}

/** What the source knows now replaces what it said before; what it no longer says is kept. */
async function keepNewerData(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
  contact: CustomerContact,
  claims: string[],
  now: Date,
): Promise<void> {
  const known = await mongo.of(customerModel).findOne({ _id: customerId, merchantId }).lean();
  if (!known) return;
  const merged = mergeData(known, customerData(contact));
  if (merged)
    await mongo
      .of(customerModel)
      .updateOne({ _id: customerId, merchantId }, { $set: { ...merged, updatedAt: now } });
  for (const _id of claims) {
    try {
      await mongo.of(identityKeyModel).insertMany([{ _id, merchantId, customerId }], { lean: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

type CustomerData = Pick<CustomerDoc, 'name' | 'nameWords' | 'document' | 'phones' | 'emails' | 'birthDate'>;

function customerData(contact: CustomerContact): CustomerData {
  return {
    name: contact.name,
    nameWords: contact.name === null ? [] : [...new Set(nameKey(contact.name).split(' ').filter(Boolean))],
    document: contact.document === null ? null : parseDocument(contact.document),
    phones: contact.phones.map(parsePhone).filter((phone) => phone !== null),
    emails: contact.emails.map(parseEmail).filter((email) => email !== null),
    birthDate: contact.birthDate,
  };
}

/** Newest first among phones and e-mails: messages go to the first that fits. Null where nothing is new. */
function mergeData(known: CustomerDoc, fresh: CustomerData): CustomerData | null {
  const freshKeys = new Set(fresh.phones.map(({ key }) => key));
  const merged: CustomerData = {
    name: fresh.name ?? known.name,
    nameWords: fresh.name === null ? known.nameWords : fresh.nameWords,
    document: known.document ?? fresh.document,
    phones: [...fresh.phones, ...known.phones.filter(({ key }) => !freshKeys.has(key))],
    emails: [...new Set([...fresh.emails, ...known.emails])],
    birthDate: fresh.birthDate ?? known.birthDate,
  };
  const { name, nameWords, document, phones, emails, birthDate } = known;
  const before: CustomerData = { name, nameWords, document, phones, emails, birthDate };
  return JSON.stringify(before) === JSON.stringify(merged) ? null : merged;
}

function searchTerms(query: string): Record<string, unknown>[] {
  const document = parseDocument(query);
  const phone = parsePhone(query);
  const email = parseEmail(query);
  const words = nameKey(query).split(' ').filter(Boolean);
  return [
    ...(document ? [{ 'document.value': document.value }] : []),
    ...(phone ? [{ 'phones.key': phone.key }] : []),
    ...(email ? [{ emails: email }] : []),
    ...(words.length > 0
      ? [{ $and: words.map((word) => ({ nameWords: { $regex: `^${escapeRegex(word)}` } })) }]
      : []),
    { _id: query.trim() },
  ];
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function asCustomer({ _id, nameWords: _words, ...customer }: CustomerDoc): Customer {
  return { id: _id, ...customer, segments: customer.segments ?? [] };
}
