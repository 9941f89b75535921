import { newId } from '../../ids';
import { parseDocument } from '../../loyalty';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { shopModel } from './shop-model';
import type { ShopDoc } from './shop-model';

/** One of a merchant's stores as it is kept; `id` in place of `_id`. */
export interface Shop extends Omit<ShopDoc, '_id' | 'marks' | 'version'> {
  id: string;
}

/** What a merchant says of a store. */
export type ShopFields = Pick<ShopDoc, 'name' | 'zone' | 'channels' | 'documents'>;

/** Another store of the merchant has the name, or is meant by a channel or document, that this one was to have. */
export class ShopTakenError extends Error {
  override readonly name = 'ShopTakenError';

  constructor(
    readonly field: 'name' | 'channels' | 'documents',
    readonly shopId: string,
  ) {
    super(`Another store of the merchant has the same of ${field}.`);
  }
}

/** Past this nobody finds a store in a list, and a merchant is several. */
export const MOST_SHOPS = 500;

/** The stores of merchants. */
export interface Shops {
  /** In the order in which they were made. */
  list(merchantId: string): Promise<Shop[]>;
  get(merchantId: string, id: string): Promise<Shop | null>;
  /** The store that is meant by an id, a sales channel, what tills call it, or a CNPJ; null: none. */
  meant(merchantId: string, said: string): Promise<Shop | null>;
  /** The ids of the stores that some sales channels mean, by those of them that mean one. */
  meaningStores(merchantId: string, channels: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** @returns null where the merchant has as many as there can be. @throws ShopTakenError */
  create(merchantId: string, fields: ShopFields, now: Date): Promise<Shop | null>;
  /** @returns how it was and how it is; null: there is none. @throws ShopTakenError */
  change(
    merchantId: string,
    id: string,
    fields: Partial<ShopFields>,
  ): Promise<{ before: Shop; after: Shop } | null>;
}

/** The stores of one database. */
export function createShops(mongo: Mongo): Shops {
  const docsOf = (merchantId: string): Promise<ShopDoc[]> =>
    mongo.of(shopModel).find({ merchantId }).sort({ createdAt: 1, _id: 1 }).limit(MOST_SHOPS).lean();

  /** Whose mark it is that could not be had. */
  async function taken(merchantId: string, id: string, fields: ShopFields): Promise<Error | null> {
    const others = (await docsOf(merchantId)).filter(({ _id }) => _id !== id);
    for (const field of ['name', 'channels', 'documents'] as const) {
      const wanted = marksOf({ ...NO_MARKS, [field]: fields[field] });
      const other = others.find(({ marks }) => wanted.some((mark) => marks.includes(mark)));
      if (other) return new ShopTakenError(field, other._id);
    }
    return null;
  }

  return {
    async list(merchantId) {
      return (await docsOf(merchantId)).map(toShop);
    },
    async get(merchantId, _id) {
      const doc = await mongo.of(shopModel).findOne({ _id, merchantId }).lean();
      return doc && toShop(doc);
    },
    meant: (merchantId, said) => shopMeant(mongo, merchantId, said),
    async meaningStores(merchantId, channels) {
      const wanted = marksOf({ ...NO_MARKS, channels: [...channels] });
      const found = await mongo.find(shopModel, { merchantId, marks: { $in: wanted } });
      const known = found.flatMap((shop) => shop.channels.map((channel) => [channel, shop._id] as const));
      return new Map(known.filter(([channel]) => channels.includes(channel)));
    },
    async create(merchantId, fields, now) {
      if ((await docsOf(merchantId)).length >= MOST_SHOPS) return null;
      const _id = newId('str');
      const doc = { _id, merchantId, ...fields, marks: marksOf(fields), createdAt: now, version: 1 };
      try {
        await mongo.of(shopModel).insertMany([doc], { lean: true });
        return toShop(doc);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw (await taken(merchantId, _id, fields)) ?? error;
      }
    },
    async change(merchantId, _id, fields) {
      for (;;) {
        const doc = await mongo.of(shopModel).findOne({ _id, merchantId }).lean();
        if (!doc) return null;
        const { name, zone, channels, documents } = { ...doc, ...fields };
        const set = { name, zone, channels, documents };
        try {
          const { matchedCount } = await mongo.of(shopModel).updateOne(
            { _id, merchantId, version: doc.version },
            {
              $set: { ...set, marks: marksOf(set) },
              $inc: { version: 1 },
            },
          );
          if (matchedCount === 1) return { before: toShop(doc), after: toShop({ ...doc, ...set }) };
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          throw (await taken(merchantId, _id, set)) ?? error;
        }
      }
    },
  };
}

/** The store that is meant by an id, a sales channel, what tills call it, or a CNPJ; null: none. */
export async function shopMeant(mongo: Mongo, merchantId: string, said: string): Promise<Shop | null> {
  const document = parseDocument(said)?.value;
  const marks = [`channel:${said}`, ...(document === undefined ? [] : [`document:${document}`])];
  const found = await mongo.find(shopModel, {
    merchantId,
    $or: [{ _id: said }, { marks: { $in: marks } }],
  });
  // A till may have chosen another store's id for a name: the id is meant.
  const doc = found.find(({ _id }) => _id === said) ?? found[0];
  return doc ? toShop(doc) : null;
}

/** Everything a store goes by: its id, its channels, its CNPJs. */
export function namesOfShop({ id, channels, documents }: Shop): string[] {
  return [id, ...channels, ...documents];
}

const NO_MARKS = { name: '', channels: [], documents: [] };

/** Names are the same whatever their case and accents. */
function marksOf({ name, channels, documents }: Omit<ShopFields, 'zone'>): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [
    ...(name === '' ? [] : [`name:${plain}`]),
    ...channels.map((channel) => `channel:${channel}`),
    ...documents.map((document) => `document:${document}`),
  ];
}

function toShop({ _id, merchantId, name, zone, channels, documents, createdAt }: ShopDoc): Shop {
  return { id: _id, merchantId, name, zone, channels, documents, createdAt };
}
