import { mkdir } from 'node:fs/promises';
import { mongo } from 'mongoose';
import type { MongoProgram } from './mongodb-ways';
import { startEngine } from './start-engine';
import type { RunningEngine } from './start-engine';

/** A one-node MongoDB replica set. */
export interface MongoSpec extends MongoProgram {
  readonly port: number;
  /** Made when missing. Belongs to one kind of server for good. */
  readonly dataDir: string;
  readonly database: string;
  readonly logFile: string;
  /** Aborts when it is no longer wanted. */
  readonly signal?: AbortSignal;
}

/** A replica set that has a primary and has carried out a transaction. */
export interface RunningMongo extends RunningEngine {
  /** As in MONGODB_URI, with the database. */
  readonly uri: string;
}

const REPLICA_SET = 'retorno';
/** MongoDB error codes: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const NOT_YET_INITIALIZED = 94;

/**
 * Starts a MongoDB server and waits until transactions work.
 *
 * @throws {EngineNotStartedError}
 */
export async function startMongo(spec: MongoSpec): Promise<RunningMongo> {
  await mkdir(spec.dataDir, { recursive: true });
  let replicaSet = REPLICA_SET;
  const engine = await startEngine({
    name: spec.kind === 'mongod' ? 'MongoDB' : 'MongoDB (the stand-in secantusd-rs)',
    command: spec.executable,
    args: mongoArguments(spec),
    ports: [spec.port],
    logFile: spec.logFile,
    signal: spec.signal,
    isReady: () =>
      withClient(spec.port, async (client) => {
        if (spec.kind === 'mongod') await ensureReplicaSet(client, `127.0.0.1:${spec.port}`);
        const hello = await client.db('admin').command({ hello: 1 });
        if (hello.isWritablePrimary !== true) return false;
        replicaSet = String(hello.setName);
        await tryTransaction(client);
        return true;
      }),
  });
  return { ...engine, uri: `mongodb://127.0.0.1:${spec.port}/${spec.database}?replicaSet=${replicaSet}` };
}

/** The arguments of the server for such a replica set. */
export function mongoArguments(spec: MongoSpec): string[] {
  const port = String(spec.port);
  switch (spec.kind) {
    case 'mongod':
      return [
        ...['--replSet', REPLICA_SET, '--bind_ip', '127.0.0.1', '--port', port, '--dbpath', spec.dataDir],
        ...['--wiredTigerCacheSizeGB', '0.5', '--nounixsocket'],
      ];
    case 'secantusd':
      // Without --sync-on-commit an acknowledged write can be lost when the server is killed.
      return [
        ...['--host', '127.0.0.1', '--port', port, '--storage-path', spec.dataDir, '--sync-on-commit'],
        ...['--cache-size', '512M', '--log-file-max', '32MB', '--log-level', 'WARNING'],
      ];
  }
}

interface ReplicaSetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

/** Makes a fresh `mongod` a replica set of one, and one whose port was changed a replica set again. */
async function ensureReplicaSet(client: mongo.MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  try {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: ReplicaSetConfig };
    if (config.members.length === 1 && config.members[0]?.host === host) return;
    const moved = { ...config, version: config.version + 1, members };
    await admin.command({ replSetReconfig: moved, force: true });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== NOT_YET_INITIALIZED) throw error;
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  }
}

/** A write in a transaction that is then given up, so that nothing stays. */
async function tryTransaction(client: mongo.MongoClient): Promise<void> {
  await client.withSession(async (session) => {
    session.startTransaction({ writeConcern: { w: 'majority' } });
    await client.db('retorno_start').collection('probe').insertOne({}, { session });
    await session.abortTransaction();
  });
}

async function withClient<T>(port: number, use: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    connectTimeoutMS: 1_000,
  });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
