import type { mongo as driver } from 'mongoose';
import { identityKeys } from '../../loyalty';
import { connectionModel } from '../connection';
import { customerModel, identityKeyId, identityKeyModel, isHashedKeyId, keyHasher } from '../customer';
import type { CustomerDoc } from '../customer';
import { decrypt, encrypt, keyedDigest, opensWith, Sealer } from '../secret';
import type { Mongo } from '../mongo';

/** The process was given another key than the one its database was written with. */
export class WrongEncryptionKeyError extends Error {
  override readonly name = 'WrongEncryptionKeyError';

  /** @param because what does not fit the key */
  constructor(because: string) {
    super(
      `ENCRYPTION_KEY is not the key of this database: ${because}.\n` +
        'With another key no customer would be recognised, and the access to no connected store could be read.\n' +
        'Set ENCRYPTION_KEY to the key this database has been used with, or MONGODB_URI to the database of this key, and start again. ' +
        'How a database gets another key: docs/operations.md, “Changing secrets”.',
    );
  }
}

/** The keys a process was given, 32 bytes each. */
export interface GivenKeys {
  encryptionKey: Buffer;
  /** The one that `encryptionKey` takes the place of; absent: none. */
  previousKey?: Buffer;
}

/** What the keys are to the database. */
export interface DatabaseKeys {
  /** Whether the database has kept which key is its own. */
  known: boolean;
  /** The key of all digests: the database's first, whichever it seals with now. */
  digestKey: Buffer;
  sealer: Sealer;
  /** Whether `encryptionKey` has still to take the place of the one before (`replaceKey`). */
  replacing: boolean;
}

/** By what a database knows its key: a digest that only the key makes, and from which nobody learns it. */
interface KeyMark {
  _id: 'current';
  digest: string;
  since: Date;
  /** The key of the digests, sealed under the key; absent: it is the key itself. */
  digestKey?: string;
}

/** To which the key of the digests is bound where it is sealed. */
const OWNER = 'encryption_keys';

const marks = (mongo: Mongo): driver.Collection<KeyMark> =>
  mongo.connection.getClient().db().collection<KeyMark>('encryption_keys');

/**
 * Whose mark it is. Where the digests have a key of their own it is made for another purpose: a version that does not know of that
 * would take the key for theirs too, and is refused in this way.
 */
const markOf = (key: Buffer, digests: 'under it' | 'under their own'): string =>
  keyedDigest(
    key,
    digests === 'under it' ? 'key of the database' : 'key of the database, and not of its digests',
  )('1');

const isOf = ({ digest, digestKey }: KeyMark, key: Buffer): boolean =>
  digest === markOf(key, digestKey === undefined ? 'under it' : 'under their own');

/**
 * Looks whether the keys are the database's. One that has not kept which is its own (`keepOwnKey`) is asked for what was written
 * under it.
 * @throws WrongEncryptionKeyError
 */
export async function requireOwnKey(mongo: Mongo, given: GivenKeys): Promise<DatabaseKeys> {
  const { encryptionKey, previousKey } = given;
  const others = previousKey ? [previousKey] : [];
  const mark = await marks(mongo).findOne({ _id: 'current' });
  if (mark === null) {
    await requireReadable(mongo, encryptionKey);
    const sealer = new Sealer(encryptionKey, ...others);
    return { known: false, digestKey: encryptionKey, sealer, replacing: false };
  }
  if (isOf(mark, encryptionKey))
    return {
      ...{ known: true, digestKey: digestKeyIn(mark, encryptionKey), replacing: false },
      sealer: new Sealer(encryptionKey, ...others),
    };
  if (previousKey && isOf(mark, previousKey))
    return {
      ...{ known: true, digestKey: digestKeyIn(mark, previousKey), replacing: true },
      sealer: new Sealer(previousKey, encryptionKey),
    };
  throw new WrongEncryptionKeyError(`another one has been its own since ${mark.since.toISOString()}`);
}

function digestKeyIn({ digestKey }: KeyMark, key: Buffer): Buffer {
  return digestKey === undefined ? key : Buffer.from(decrypt(key, OWNER, digestKey), 'base64');
}

/** Keeps which key is the database's, unless that is kept already. @throws WrongEncryptionKeyError where it is another */
export async function keepOwnKey(mongo: Mongo, given: GivenKeys): Promise<void> {
  const mark = { digest: markOf(given.encryptionKey, 'under it'), since: new Date() };
  await marks(mongo).updateOne({ _id: 'current' }, { $setOnInsert: mark }, { upsert: true });
  // Two may be the first at once, each with a key.
  await requireOwnKey(mongo, given);
}

/** The key that was to take the place of another cannot: `message` says why, and what to do. */
export class KeyReplacementError extends Error {
  override readonly name = 'KeyReplacementError';
}

const SWAPPED =
  'Nothing was replaced: the database has never had another ENCRYPTION_KEY than this one. ' +
  'Are the two swapped? ENCRYPTION_KEY is the new one, ENCRYPTION_KEY_PREVIOUS the one the database has.';
const FIRST_AGAIN =
  'Nothing was replaced: ENCRYPTION_KEY is the first key of the database, which has been replaced once. ' +
  'Are the two swapped? Else make a new one: openssl rand -base64 32.';

/**
 * The key takes the place of the one before: from now on the database is opened with it, and seals with it. Done twice, nothing more.
 * @throws KeyReplacementError where it is not a new one
 * @throws WrongEncryptionKeyError where somebody has given the database a third one meanwhile
 */
export async function replaceKey(
  mongo: Mongo,
  given: Required<GivenKeys>,
  { digestKey, replacing }: Pick<DatabaseKeys, 'digestKey' | 'replacing'>,
): Promise<void> {
  const { encryptionKey } = given;
  if (digestKey.equals(encryptionKey)) throw new KeyReplacementError(replacing ? FIRST_AGAIN : SWAPPED);
  if (!replacing) return;
  const before = await marks(mongo).findOne({ _id: 'current' });
  if (before && isOf(before, given.previousKey)) {
    const mark = {
      ...{ digest: markOf(encryptionKey, 'under their own'), since: new Date() },
      digestKey: encrypt(encryptionKey, OWNER, digestKey.toString('base64')),
    };
    await marks(mongo).updateOne({ _id: 'current', digest: before.digest }, { $set: mark });
  }
  if (!(await sealsWith(mongo, encryptionKey)))
    throw new WrongEncryptionKeyError('somebody has given it another one at this moment');
}

/** Whether the database seals with this key by now. */
export async function sealsWith(mongo: Mongo, encryptionKey: Buffer): Promise<boolean> {
  const mark = await marks(mongo).findOne({ _id: 'current' });
  return mark !== null && isOf(mark, encryptionKey);
}

/** Documents looked at of each kind: one that is damaged does not decide. */
const SAMPLE = 200;

/** How many of the documents looked at were written under the key, and how many under another. */
interface Reading {
  fit: number;
  unfit: number;
}

/** Most of what was written under a key has to fit: a few documents may be damaged, or of a mistaken start. */
async function requireReadable(mongo: Mongo, encryptionKey: Buffer): Promise<void> {
  const tokens = await readTokens(mongo, encryptionKey);
  const people = await readPeople(mongo, encryptionKey);
  if (tokens.fit + people.fit >= tokens.unfit + people.unfit) return;
  throw new WrongEncryptionKeyError(
    `the access to ${tokens.unfit} connected stores cannot be read with it, and ${people.unfit} of the customers looked at ` +
      'have identity keys of another one',
  );
}

async function readTokens(mongo: Mongo, encryptionKey: Buffer): Promise<Reading> {
  const connections = await mongo.of(connectionModel).find().limit(SAMPLE).select({ refreshToken: 1 }).lean();
  const fit = connections.filter(({ _id, refreshToken }) =>
    opensWith(encryptionKey, _id, refreshToken),
  ).length;
  return { fit, unfit: connections.length - fit };
}

/**
 * What a customer is recognised by follows from their data: under the key of the database some of it is kept, be it as theirs or
 * as that of somebody who had it first. Customers of whom nothing is hashed tell nothing.
 */
async function readPeople(mongo: Mongo, encryptionKey: Buffer): Promise<Reading> {
  const hashed = keyHasher(encryptionKey);
  const customers = await mongo
    .of(customerModel)
    .find()
    .limit(SAMPLE)
    .select({ merchantId: 1, document: 1, phones: 1, emails: 1 })
    .lean();
  const expected = new Map(
    customers.map(({ _id, merchantId, ...data }) => [
      _id,
      keysOf(data).map((key) => hashed(merchantId, identityKeyId(merchantId, key))),
    ]),
  );
  const of = { merchantId: { $in: [...new Set(customers.map(({ merchantId }) => merchantId))] } };
  const keys = mongo.of(identityKeyModel);
  const theirs = await keys.find({ ...of, customerId: { $in: [...expected.keys()] } }).lean();
  const found = await keys.find({ ...of, _id: { $in: [...expected.values()].flat() } }).lean();
  const hashedOf = new Set(
    theirs
      .filter(({ _id, merchantId }) => isHashedKeyId(merchantId, _id))
      .map(({ customerId }) => customerId),
  );
  const there = new Set(found.map(({ _id }) => _id));
  const telling = [...expected].filter(([id, ids]) => ids.length > 0 && hashedOf.has(id));
  const fit = telling.filter(([, ids]) => ids.some((id) => there.has(id))).length;
  return { fit, unfit: telling.length - fit };
}

function keysOf({ document, phones, emails }: Pick<CustomerDoc, 'document' | 'phones' | 'emails'>): string[] {
  const { strong, weak } = identityKeys({
    ...{ externalKey: null, document: document?.value ?? null, emails },
    phones: phones.map(({ e164 }) => e164),
  });
  return [...strong, ...weak];
}
