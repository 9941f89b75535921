import { newId } from '../../ids';
import { NO_STAND_INS } from '../../loyalty';
import type { NoticeKind, StandIns } from '../../loyalty';
import type { Mongo } from '../mongo';
import { isDuplicateKey } from '../mongo';
import { createActivations } from './activation';
import type { Activations } from './activation';
import { createApiKeys, keyDocument } from './api-keys';
import type { ApiKeys } from './api-keys';
import type { MerchantDoc, OwnText } from './merchant-model';
import { apiKeyModel, merchantModel } from './merchant-model';

/** What the owners of a merchant set. */
type MerchantSettings = Partial<Pick<MerchantDoc, 'requireSecondFactorForOwners' | 'messages'>>;

/** Tenants and the keys that speak for them. */
export interface Merchants extends ApiKeys, Activations {
  /** On an empty database: creates merchant `demo` with this key. Any other time: nothing. */
  bootstrap(apiKey: string, now: Date): Promise<'created' | 'kept'>;
  /** @param live whether its customers are written to at once; else once its people have made sure of what they are told */
  create(name: string, now: Date, live?: boolean): Promise<{ merchantId: string }>;
  get(merchantId: string): Promise<MerchantDoc | null>;
  /** What the merchant's staff type in where they do not know who buys (R48); nothing for a merchant that has said nothing. */
  standIns(merchantId: string): Promise<StandIns>;
  /** Replaces them. */
  setStandIns(merchantId: string, standIns: StandIns): Promise<void>;
  /** A page of all merchants, in the order of their ids; `after` is the last one already seen. */
  page(page: { after: string | null; limit: number }): Promise<MerchantDoc[]>;
  /** A page of all merchants' ids, in order; `after` is the last one already seen. */
  ids(page: { after: string | null; limit: number }): Promise<string[]>;
  /** Changes what its owners have set; of what concerns messages, the parts that are named. */
  setSettings(merchantId: string, settings: MerchantSettings): Promise<void>;
  /** Replaces what it says of one occasion in its own words; null: it has none any more. */
  setText(merchantId: string, kind: NoticeKind, text: OwnText | null): Promise<void>;
  /** From then on nobody is served for it; null: again. False: there is no such merchant. */
  suspend(merchantId: string, since: Date | null): Promise<boolean>;
}

export function createMerchants(mongo: Mongo): Merchants {
  return {
    ...createApiKeys(mongo),
    ...createActivations(mongo),
    async bootstrap(apiKey, now) {
      if (await mongo.of(merchantModel).exists({ _id: { $gte: '' } })) return 'kept';
      try {
        const key = { merchantId: 'demo', label: 'bootstrap', scope: 'full' as const, createdAt: now };
        await mongo.of(apiKeyModel).create([keyDocument(apiKey, key)]);
        await mongo.of(merchantModel).create([{ _id: 'demo', name: 'Loja demo', createdAt: now }]);
        return 'created';
      } catch (error) {
        if (isDuplicateKey(error)) return 'kept';
        throw error;
      }
    },
    async create(name, now, live = true) {
      const merchantId = newId('mer');
      const merchant = { _id: merchantId, name, createdAt: now, liveAt: live ? now : null };
      await mongo.of(merchantModel).create([merchant]);
      return { merchantId };
    },
    get: (merchantId) => mongo.findOne(merchantModel, { _id: merchantId }),
    async standIns(merchantId) {
      const merchant = await mongo.findOne(merchantModel, { _id: merchantId }, { fields: { standIns: 1 } });
      return merchant?.standIns ?? NO_STAND_INS;
    },
    async setStandIns(merchantId, standIns) {
      await mongo.of(merchantModel).updateOne({ _id: merchantId }, { $set: { standIns } });
    },
    page({ after, limit }) {
      const filter = after === null ? {} : { _id: { $gt: after } };
      return mongo.of(merchantModel).find(filter).sort({ _id: 1 }).limit(limit).lean();
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
    async setSettings(merchantId, { messages = {}, ...settings }) {
      // Each part by itself, so that two who change different ones at once both do.
      const parts = Object.entries(messages).map(([part, value]) => [`messages.${part}`, value] as const);
      const $set = { ...settings, ...Object.fromEntries(parts) };
      await mongo.of(merchantModel).updateOne({ _id: merchantId }, { $set });
    },
    async setText(merchantId, kind, text) {
      const path = `messageTexts.${kind}`;
      const change = text === null ? { $unset: { [path]: 1 as const } } : { $set: { [path]: text } };
      await mongo.of(merchantModel).updateOne({ _id: merchantId }, change);
    },
    async suspend(merchantId, since) {
      const { matchedCount } = await mongo
        .of(merchantModel)
        .updateOne({ _id: merchantId }, { $set: { suspendedAt: since } });
      return matchedCount === 1;
    },
  };
}
