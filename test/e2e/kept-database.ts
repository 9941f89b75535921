import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { COLLECTIONS } from '../../src/store/collections';
import type { EventfulShop } from './eventful-shop';

type Document = Record<string, unknown> & { _id: string };

/** What `eventful-shop.test.ts` of an earlier version kept. */
interface KeptDatabase {
  merchantId: string;
  shop: EventfulShop;
  wallets: Record<string, unknown>;
  collections: Record<string, Document[]>;
}

/** The shop of that database: who is in it, and what their wallets were. */
export const keptShop = mongoose.mongo.BSON.EJSON.parse(
  readFileSync(join(__dirname, '../databases/eventful-shop.json'), 'utf8'),
) as KeptDatabase;

/** Answers that the database forgets after thirty days are of yesterday, whenever this is run. */
const YESTERDAY = new Date(Date.now() - 86_400_000);

/** Fills a database as the earlier version left it, with the indexes it had made. */
export async function keptDatabase(uri: string): Promise<Connection> {
  const database = await mongoose.createConnection(uri).asPromise();
  for (const [name, documents] of Object.entries(keptShop.collections)) {
    const recent =
      name === 'idempotency' ? documents.map((one) => ({ ...one, createdAt: YESTERDAY })) : documents;
    await database.collection<Document>(name).insertMany(recent);
  }
  for (const { collection, former } of COLLECTIONS)
    for (const { key, standsFor } of former)
      await database.collection(collection).createIndex({ ...key }, { unique: standsFor !== undefined });
  // Those without which no process starts, and which no former index stands for.
  for (const { collection, indexes, former } of COLLECTIONS)
    for (const { key, unique } of indexes)
      if (unique && !former.some(({ standsFor }) => standsFor !== undefined))
        await database.collection(collection).createIndex({ ...key }, { unique });
  return database;
}
