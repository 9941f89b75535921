import { randomBytes } from 'node:crypto';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { digest } from '../secret';
import type { Caller, KeyScope } from './caller';
import { meetAsOwner } from './deed';
import type { Deed } from './deed';
import type { ApiKeyDoc } from './merchant-model';
import { apiKeyModel, merchantModel } from './merchant-model';

/** Hex digits of a key's digest that name it among a merchant's keys. */
const KEY_ID_LENGTH = 16;
/** Characters of a key that are kept in clear text; all that keys have in common among them. */
const PREFIX_LENGTH = 7;
/** Its last use is written down no more often than this. */
const NOTED_MS = 15 * 60_000;
/** A key never goes over to another merchant: so many are remembered with theirs. */
const REMEMBERED = 1_000;
/** Nobody who needs more keeps track of them. */
const MOST_KEYS = 50;

/** A key as it is shown: by nothing that would let anybody call. */
export interface ApiKey extends Pick<ApiKeyDoc, 'label' | 'createdAt'> {
  /** The id by which it is named. */
  id: string;
  prefix: string | null;
  scope: KeyScope;
  createdBy: string | null;
  usedAt: Date | null;
}

/** What is said of a new key. */
export interface NewApiKey {
  label: string;
  scope: KeyScope;
  /** The person who makes it; null: a tool. */
  createdBy: string | null;
}

/** The keys that speak for merchants, kept only as digests. */
export interface ApiKeys {
  /** Makes a key by a tool, in whatever number; the answer is the only time it is readable. */
  createKey(merchantId: string, label: string, now: Date, scope?: KeyScope): Promise<string>;
  /**
   * The same for who manages them; null: there are as many as may be, however many are made at once.
   * @throws NotAnOwnerError
   */
  issueKey(merchantId: string, about: NewApiKey, now: Date): Promise<{ apiKey: string; key: ApiKey } | null>;
  /** Those that still speak, the newest first. */
  keys(merchantId: string): Promise<ApiKey[]>;
  /** From now on it opens nothing. The key as it was; null: there is no such key. @throws NotAnOwnerError */
  revokeKey(merchantId: string, keyId: string, deed: Deed): Promise<ApiKey | null>;
  /** Whom an API key speaks for, which is used by that; null for a key that was never issued, or was revoked. */
  callerOf(apiKey: string, now: Date): Promise<{ caller: Caller; suspended: boolean } | null>;
}

/** A key of this text, as it is kept. */
export function keyDocument(
  apiKey: string,
  key: Pick<ApiKeyDoc, 'merchantId' | 'label' | 'scope' | 'createdAt' | 'createdBy'>,
): ApiKeyDoc {
  const _id = key.scope === undefined || key.scope === 'full' ? digest(apiKey) : scopedId(apiKey);
  return { _id, ...key, prefix: apiKey.slice(0, PREFIX_LENGTH) };
}

const SCOPED = 'scoped/';

/**
 * Under what a key that may not do everything is kept: a former version, which takes every key for one that may, looks for the
 * digest alone, and so finds none.
 */
function scopedId(apiKey: string): string {
  return `${SCOPED}${digest(apiKey)}`;
}

/** The API keys of one database. */
export function createApiKeys(mongo: Mongo): ApiKeys {
  const merchants = new Map<string, string>();

  function remember(keyDigest: string, merchantId: string): void {
    if (merchants.size >= REMEMBERED) merchants.delete(merchants.keys().next().value!);
    merchants.set(keyDigest, merchantId);
  }

  const isSuspended = async (merchantId: string): Promise<boolean> => {
    const fields = { suspendedAt: 1 as const };
    const merchant = await mongo.findOne(merchantModel, { _id: merchantId }, { fields });
    return Boolean(merchant?.suspendedAt);
  };

  async function noteUse({ _id, usedAt }: ApiKeyDoc, now: Date): Promise<void> {
    if (usedAt && now.getTime() - usedAt.getTime() < NOTED_MS) return;
    await mongo.of(apiKeyModel).updateOne({ _id }, { $set: { usedAt: now } });
  }

  return {
    async createKey(merchantId, label, now, scope = 'full') {
      const apiKey = freshKey();
      await mongo
        .of(apiKeyModel)
        .insertMany([keyDocument(apiKey, { merchantId, label, scope, createdAt: now })], { lean: true });
      return apiKey;
    },

    issueKey(merchantId, { label, scope, createdBy }, now) {
      const apiKey = freshKey();
      const made = { merchantId, label, scope, createdAt: now };
      const doc = keyDocument(apiKey, createdBy === null ? made : { ...made, createdBy });
      return inTransaction(mongo, async (session) => {
        await meetAsOwner(mongo, merchantId, createdBy, session);
        const known = await mongo.of(apiKeyModel).find({ merchantId }).session(session).lean();
        if (known.filter(speaks).length >= MOST_KEYS) return null;
        await mongo.of(apiKeyModel).insertMany([doc], { lean: true, session });
        return { apiKey, key: asKey(doc) };
      });
    },

    async keys(merchantId) {
      const docs = await mongo.find(apiKeyModel, { merchantId });
      return docs
        .filter(speaks)
        .map(asKey)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    },

    revokeKey(merchantId, keyId, { by, now }) {
      return inTransaction(mongo, async (session) => {
        await meetAsOwner(mongo, merchantId, by, session);
        const known = await mongo.of(apiKeyModel).find({ merchantId }).session(session).lean();
        const key = known.filter(speaks).find((one) => keyIdOf(one) === keyId);
        if (!key) return null;
        const gone = { ...key, _id: `revoked/${key._id}`, revokedAt: now };
        await mongo.of(apiKeyModel).deleteOne({ _id: key._id }, { session });
        await mongo.of(apiKeyModel).insertMany([gone], { lean: true, session });
        return asKey(key);
      });
    },

    async callerOf(apiKey, now) {
      const _id = digest(apiKey);
      const remembered = merchants.get(_id);
      const [key, suspendedThen] = await Promise.all([
        mongo.findOne(apiKeyModel, { _id: { $in: [_id, scopedId(apiKey)] } }),
        remembered === undefined ? null : isSuspended(remembered),
      ]);
      if (!key) return null;
      const { merchantId } = key;
      if (remembered === undefined) remember(_id, merchantId);
      const suspended = suspendedThen ?? (await isSuspended(merchantId));
      await noteUse(key, now);
      const { id: keyId, label, scope } = asKey(key);
      return { caller: { merchantId, actor: { kind: 'key', keyId, label, scope } }, suspended };
    },
  };
}

function freshKey(): string {
  return `rk_${randomBytes(24).toString('base64url')}`;
}

function speaks({ revokedAt }: ApiKeyDoc): boolean {
  return !revokedAt;
}

function keyIdOf({ _id }: ApiKeyDoc): string {
  return _id.replace(SCOPED, '').slice(0, KEY_ID_LENGTH);
}

/** A key that was made before there were scopes may what it always could. */
function asKey(doc: ApiKeyDoc): ApiKey {
  const { label, scope = 'full', createdAt, prefix = null, createdBy = null, usedAt = null } = doc;
  return { id: keyIdOf(doc), label, scope, createdAt, prefix, createdBy, usedAt };
}
