import { randomBytes } from 'node:crypto';
import { newId } from '../../ids';
import { NO_STAND_INS } from '../../loyalty';
import type { StandIns } from '../../loyalty';
import { digest } from '../secret';
import type { Mongo } from '../mongo';
import { isDuplicateKey } from '../mongo';
import type { Caller, KeyScope } from './caller';
import type { ApiKeyDoc, MerchantDoc } from './merchant-model';
import { apiKeyModel, merchantModel } from './merchant-model';

/** Hex digits of a key's digest that name it among a merchant's keys. */
const KEY_ID_LENGTH = 16;

/** Tenants and the keys that speak for them. */
export interface Merchants {
  /** On an empty database: creates merchant `demo` with this key. Any other time: nothing. */
  bootstrap(apiKey: string, now: Date): Promise<'created' | 'kept'>;
  create(name: string, now: Date): Promise<{ merchantId: string }>;
  get(merchantId: string): Promise<MerchantDoc | null>;
  /** What the merchant's staff type in where they do not know who buys (R48); nothing for a merchant that has said nothing. */
  standIns(merchantId: string): Promise<StandIns>;
  /** Replaces them. */
  setStandIns(merchantId: string, standIns: StandIns): Promise<void>;
  /** A page of all merchants' ids, in order; `after` is the last one already seen. */
  ids(page: { after: string | null; limit: number }): Promise<string[]>;
  /** Makes a key; the answer is the only time it is readable. */
  createKey(merchantId: string, label: string, now: Date, scope?: KeyScope): Promise<string>;
  /** Whom an API key speaks for; null for a key that was never issued. */
  callerOf(apiKey: string): Promise<Caller | null>;
}

export function createMerchants(mongo: Mongo): Merchants {
  const storeKey = async (apiKey: string, key: Omit<ApiKeyDoc, '_id'>): Promise<void> => {
    await mongo.of(apiKeyModel).create([{ _id: digest(apiKey), ...key }]);
  };

  return {
    async bootstrap(apiKey, now) {
      if (await mongo.of(merchantModel).exists({ _id: { $gte: '' } })) return 'kept';
      try {
        await storeKey(apiKey, { merchantId: 'demo', label: 'bootstrap', scope: 'full', createdAt: now });
        await mongo.of(merchantModel).create([{ _id: 'demo', name: 'Loja demo', createdAt: now }]);
        return 'created';
      } catch (error) {
        if (isDuplicateKey(error)) return 'kept';
        throw error;
      }
    },
    async create(name, now) {
      const merchantId = newId('mer');
      await mongo.of(merchantModel).create([{ _id: merchantId, name, createdAt: now }]);
      return { merchantId };
    },
    get: (merchantId) => mongo.of(merchantModel).findById(merchantId).lean(),
    async standIns(merchantId) {
      const merchant = await mongo.findOne(merchantModel, { _id: merchantId }, { fields: { standIns: 1 } });
      return merchant?.standIns ?? NO_STAND_INS;
    },
    async setStandIns(merchantId, standIns) {
      await mongo.of(merchantModel).updateOne({ _id: merchantId }, { $set: { standIns } });
    },
    async ids({ after, limit }) {
      const filter = after === null ? {} : { _id: { $gt: after } };
      const page = await mongo
        .of(merchantModel)
        .find(filter)
        .sort({ _id: 1 })
        .limit(limit)
        .select({ _id: 1 })
        .lean();
      return page.map(({ _id }) => _id);
    },
    async createKey(merchantId, label, now, scope = 'full') {
      const apiKey = `rk_${randomBytes(24).toString('base64url')}`;
      await storeKey(apiKey, { merchantId, label, scope, createdAt: now });
      return apiKey;
    },
    async callerOf(apiKey) {
      const key = await mongo.of(apiKeyModel).findById(digest(apiKey)).lean();
      if (!key) return null;
      // A key that was made before there were scopes may what it always could.
      const { _id, merchantId, label, scope = 'full' } = key;
      return { merchantId, actor: { kind: 'key', keyId: _id.slice(0, KEY_ID_LENGTH), label, scope } };
    },
  };
}
