import mongoose from 'mongoose';
import { Mongo } from './model';

/** How long an operation looks for a server before it fails and is tried again by whoever asked. */
const SERVER_SELECTION_MS = 5_000;

/**
 * A server is asked so often whether it is there, and so long waited for. One that hangs and keeps its connections is taken for gone
 * after the two of them at most, and whatever waits for it ends then: the driver's own half a minute is longer than anybody stands at a
 * counter. An operation that takes its time on a server that is there is not cut off.
 */
const LOOKED_AT_EVERY_MS = 5_000;
const SILENT_MS = 5_000;

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
      heartbeatFrequencyMS: LOOKED_AT_EVERY_MS,
      connectTimeoutMS: SILENT_MS,
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
