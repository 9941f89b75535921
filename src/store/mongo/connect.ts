import mongoose from 'mongoose';
import { Mongo } from './model';
import type { Collection } from './model';

/** How long an operation looks for a server before it fails and is tried again by whoever asked. */
const SERVER_SELECTION_MS = 5_000;

/** Connects, with majority write concern throughout, and makes sure that every collection and index exists. */
export async function connectMongo(uri: string, collections: readonly Collection[]): Promise<Mongo> {
  const connection = await mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      writeConcern: { w: 'majority' },
      readConcern: { level: 'majority' },
      retryWrites: true,
    })
    .asPromise();
  const mongo = new Mongo(connection);
  for (const collection of collections) await collection.ensure(mongo);
  return mongo;
}
