import mongoose from 'mongoose';
import { Mongo } from './model';

/** How long an operation looks for a server before it fails and is tried again by whoever asked. */
const SERVER_SELECTION_MS = 5_000;

/**
 * Connects, with majority write concern throughout. Makes nothing: collections and indexes are a migration's.
 * @param key under which it seals what it writes, 32 bytes; null: for who seals nothing
 */
export async function connectMongo(uri: string, key: Buffer | null = null): Promise<Mongo> {
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
  return new Mongo(connection, key);
}

/** What time it is by MongoDB. */
export async function serverTime(mongo: Mongo): Promise<number> {
  const { localTime } = await mongo.connection.getClient().db().command({ hello: 1 });
  return (localTime as Date).getTime();
}
