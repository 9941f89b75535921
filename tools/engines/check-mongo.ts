import { mongo } from 'mongoose';
import { RetornoToolError } from '../processes';

/** The MongoDB of MONGODB_URI cannot be used. */
export class MongoUnusableError extends RetornoToolError {
  constructor(why: string, cause?: unknown) {
    super('mongo_unusable', `The MongoDB of MONGODB_URI cannot be used: ${why}`, { cause });
  }
}

const ANSWER_WITHIN_MS = 5_000;

/**
 * Checks that the MongoDB somebody else runs answers, and is a replica set or a sharded cluster: Retorno's
 * changes of value are transactions, which a standalone server refuses.
 *
 * @throws {MongoUnusableError}
 */
export async function requireReplicaSet(uri: string): Promise<void> {
  const hello = await sayHello(uri);
  if (typeof hello.setName === 'string' || hello.msg === 'isdbgrid') return;
  throw new MongoUnusableError(
    'it is a standalone server, which has no transactions. Make it a replica set: start it with --replSet rs0 and call rs.initiate() once.',
  );
}

async function sayHello(uri: string): Promise<mongo.Document> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: ANSWER_WITHIN_MS });
  try {
    return await client.db('admin').command({ hello: 1 });
  } catch (error) {
    // The driver's message names hosts and reasons, never the password of the URI.
    const why = error instanceof Error ? error.message : String(error);
    throw new MongoUnusableError(`${why}. Check the address, and that the server runs.`, error);
  } finally {
    await client.close();
  }
}
