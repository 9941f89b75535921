import mongoose from 'mongoose';
import type { ClientSession } from 'mongoose';
import type { Mongo } from './model';

/** Two writers met: nothing was written, try again. */
export class ConcurrentChangeError extends Error {
  override readonly name = 'ConcurrentChangeError';
}

/** Runs `work` in one transaction; the driver repeats it as a whole when it loses against another. */
export async function inTransaction<T>(
  mongo: Mongo,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  return mongo.connection.getClient().withSession((session) =>
    session.withTransaction(() => work(session), {
      writeConcern: { w: 'majority' },
      readConcern: { level: 'snapshot' },
    }),
  );
}

/** Reads several documents as of one moment. `read` may run more than once, and writes nothing. */
export async function inSnapshot<T>(mongo: Mongo, read: (session: ClientSession) => Promise<T>): Promise<T> {
  return inTransaction(mongo, read);
}

const DUPLICATE_KEY = 11_000;

/**
 * Which of several documents, inserted in no order, could not be written because of a unique key: their places.
 * @throws the error where something else went wrong with any of them
 */
export function duplicatesIn(error: unknown): number[] {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  const failed = [error.writeErrors].flat();
  if (failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return failed.map(({ index }) => index);
}

/** The write hit a unique key that somebody else had written. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
}
