import type { ClientSession } from 'mongoose';
import { decideMatch, formerPhoneKey, identityKeys, parsePhone } from '../../loyalty';
import { newId } from '../../ids';
import { walletModel } from '../ledger';
import { ConcurrentChangeError, inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { customerData, newerData, rekeyed } from './contact-data';
import type { CustomerContact, CustomerData, ToldBy } from './contact-data';
import { asTheyAre } from './current-customer';
import { customerModel, identityKeyModel } from './customer-model';
import type { CustomerDoc, IdentityKeyDoc } from './customer-model';
import { TO_BE_LOOKED_AT } from './follow-up-plans';
import type { IdentityKeyNames } from './identity-key-names';

/** Whom a contact was recognised as, and the other records that its keys lead to. */
export interface Identified {
  customerId: string;
  created: boolean;
  /** The fields of a known customer that the contact has changed. */
  changed: string[];
  /** `merge`: proved to be of the same person; `review`: likely to be. */
  others: { merge: string[]; review: string[] };
}

/** Times a race for the same key or the same customer is run again before it is left to whoever asked. */
const ATTEMPTS = 10;

/** The customer the contact is, created where nobody is; the contact's newer data and keys are kept. */
export async function identify(
  mongo: Mongo,
  names: IdentityKeyNames,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
  toldBy: ToldBy = 'source',
): Promise<Identified> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await identifyOnce(mongo, names, { merchantId, contact, toldBy }, now);
    } catch (error) {
      if (!isDuplicateKey(error) && !(error instanceof ConcurrentChangeError)) throw error;
      // Not the database's own words: they repeat the key, which is a document, a phone or an e-mail.
      if (attempt === ATTEMPTS)
        throw new ConcurrentChangeError('Others kept changing the same customer or taking the same keys.');
    }
  }
}

async function identifyOnce(
  mongo: Mongo,
  names: IdentityKeyNames,
  { merchantId, contact, toldBy }: { merchantId: string; contact: CustomerContact; toldBy: ToldBy },
  now: Date,
): Promise<Identified> {
  const decision = await findMatch(mongo, names, merchantId, contact);
  if ('match' in decision) {
    const { match, merge, review, claims } = decision;
    const changed = await keepNewerData(
      mongo,
      decision.known,
      newerData(decision.known, contact, toldBy),
      now,
    );
    for (const key of claims) await claim(mongo, names, merchantId, match, key);
    return { customerId: match, created: false, changed, others: { merge, review } };
  }
  const customerId = newId('cus');
  await createCustomer(mongo, names, merchantId, customerId, contact, decision.claims, now);
  return { customerId, created: true, changed: [], others: { merge: [], review: [] } };
}

type Decision = ReturnType<typeof decideMatch>;

/** Which known customer a contact is, as stored, or that it is nobody's. */
type Match =
  (Extract<Decision, { match: string }> & { known: CustomerDoc }) | Exclude<Decision, { match: string }>;

/** Which known customer the contact is, if any, and what else its keys lead to. Writes nothing. */
export async function findMatch(
  mongo: Mongo,
  names: IdentityKeyNames,
  merchantId: string,
  contact: CustomerContact,
): Promise<Match> {
  const keyOf = keysById(names, merchantId, contact);
  const owned = await ownedKeys(mongo, merchantId, [...keyOf.keys()]);
  const owners = new Map(owned.flatMap(({ owner }) => owner.map((doc) => [doc._id, doc] as const)));
  const current = await asTheyAre(mongo, merchantId, [...owners.values()]);
  const decision = decideMatch(candidatesOf(current, keyOf, owned), contact);
  const taken = new Set(owned.map(({ _id }) => _id));
  const isFree = (key: string): boolean => !names.of(merchantId, key).some((id) => taken.has(id));
  const claims = decision.claims.filter(isFree);
  if (!('match' in decision)) return { ...decision, claims };
  const known = [...current.values()].find(({ _id }) => _id === decision.match)!;
  return { ...decision, claims, known };
}

/** Those of the keys that somebody has, with whose they are. */
function ownedKeys(
  mongo: Mongo,
  merchantId: string,
  ids: readonly string[],
): Promise<(IdentityKeyDoc & { owner: CustomerDoc[] })[]> {
  const owner = {
    from: customerModel.plan.collection,
    localField: 'customerId',
    foreignField: '_id',
    pipeline: [{ $match: { merchantId } }],
    as: 'owner',
  };
  return mongo
    .of(identityKeyModel)
    .aggregate([{ $match: { merchantId, _id: { $in: [...ids] } } }, { $lookup: owner }]);
}

const PHONE = 'phone:';

/** A key of a contact. `former`: it was kept under the key that a phone had when landlines met mobiles, and may be another number's. */
interface ContactKey {
  key: string;
  former: boolean;
}

/** The contact's keys by the ids under which they are kept. */
function keysById(
  names: IdentityKeyNames,
  merchantId: string,
  contact: CustomerContact,
): Map<string, ContactKey> {
  const { strong, weak } = identityKeys(contact);
  const former = contact.phones.flatMap((text): [string, ContactKey][] => {
    const phone = parsePhone(text);
    const key = phone && formerPhoneKey(phone);
    return phone && key !== null ? [[PHONE + key, { key: PHONE + phone.key, former: true }]] : [];
  });
  const own = [...strong, ...weak].map((key): [string, ContactKey] => [key, { key, former: false }]);
  return new Map(
    [...former, ...own].flatMap(([kept, key]) =>
      names.of(merchantId, kept).map((id): [string, ContactKey] => [id, key]),
    ),
  );
}

/** @param current customers by the ids they were found under, each as whoever they have turned out to be */
function candidatesOf(
  current: ReadonlyMap<string, CustomerDoc>,
  keyOf: ReadonlyMap<string, ContactKey>,
  owned: readonly IdentityKeyDoc[],
): { customerId: string; keys: string[]; document: string | null; name: string | null }[] {
  const docs = new Map([...current.values()].map((doc) => [doc._id, doc]));
  return [...docs.values()]
    .map((doc) => ({
      customerId: doc._id,
      keys: [
        ...new Set(
          owned
            .filter(({ customerId }) => current.get(customerId)?._id === doc._id)
            .flatMap(({ _id }) => keyOf.get(_id) ?? [])
            .filter((key) => isTheirs(doc, key))
            .map(({ key }) => key),
        ),
      ],
      document: doc.document?.value ?? null,
      name: doc.name,
    }))
    .filter(({ keys }) => keys.length > 0);
}

/**
 * Under the key of a landline a mobile may have been kept once (R49): the customer's own numbers tell. A number that they have the key
 * of and not the number itself is theirs: somebody who wrote later than they had read has lost it, and it is kept again.
 */
function isTheirs(doc: CustomerDoc, { key, former }: ContactKey): boolean {
  if (!key.startsWith(PHONE)) return true;
  const number = key.slice(PHONE.length);
  const phones = rekeyed(doc.phones);
  if (phones.some((phone) => phone.key === number)) return true;
  return !former && !phones.some((phone) => formerPhoneKey(phone) === number);
}

/** Customer, empty wallet and keys together: two workers that meet the same new person end with one customer. */
async function createCustomer(
  mongo: Mongo,
  names: IdentityKeyNames,
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
    const ids = (await names.toKeep(session, merchantId, claims)).flat();
    await insertKeys(mongo, session, merchantId, customerId, ids);
  });
}

/** Gives the customer a key, unless somebody has got it. */
async function claim(
  mongo: Mongo,
  names: IdentityKeyNames,
  merchantId: string,
  customerId: string,
  key: string,
): Promise<void> {
  try {
    await inTransaction(mongo, async (session) => {
      const [ids] = await names.toKeep(session, merchantId, [key]);
      await insertKeys(mongo, session, merchantId, customerId, ids!);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

async function insertKeys(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
  ids: readonly string[],
): Promise<void> {
  await mongo.of(identityKeyModel).insertMany(
    ids.map((_id) => ({ _id, merchantId, customerId })),
    { session, ordered: true, lean: true },
  );
}

/**
 * Keeps what the contact says now, over the customer as it was read: another contact, or a merge, may have added to it since.
 * @returns the fields that are other ones by that
 * @throws ConcurrentChangeError where the customer is not as it was read any more
 */
async function keepNewerData(
  mongo: Mongo,
  known: CustomerDoc,
  merged: CustomerData | null,
  now: Date,
): Promise<string[]> {
  if (!merged) return [];
  const { _id, merchantId } = known;
  const changed = CONTACT_FIELDS.filter(
    (field) => JSON.stringify(known[field]) !== JSON.stringify(merged[field]),
  );
  // With another date of birth, something else is next to be told.
  const followUp = changed.includes('birthDate') ? TO_BE_LOOKED_AT : {};
  // Said with `$eq`: a list alone would be found by any of its members.
  const asRead = Object.fromEntries(GUARDED_FIELDS.map((field) => [field, { $eq: known[field] ?? null }]));
  const { matchedCount } = await mongo
    .of(customerModel)
    .updateOne({ _id, merchantId, ...asRead }, { $set: { ...merged, updatedAt: now }, ...followUp });
  if (matchedCount === 0) throw new ConcurrentChangeError(`Customer ${_id} changed while it was recognised.`);
  return changed;
}

const CONTACT_FIELDS = ['name', 'document', 'phones', 'emails', 'birthDate'] as const;
/** What the newer data is worked out from, and whose it is. */
const GUARDED_FIELDS = [...CONTACT_FIELDS, 'mergedInto'] as const;
