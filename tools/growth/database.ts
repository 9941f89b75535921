import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { obtainMongo, startMongo } from '../engines';
import { migrationStep } from '../migration';
import { freePorts } from '../processes';
import type { Teardown } from '../processes';
import { runSteps } from '../progress';

/** A MongoDB of its own, the store over it, and a way in beside the store; gone with `teardown`. */
export async function openDatabase(
  teardown: Teardown,
): Promise<{ store: Store; db: mongo.Db; uri: string; encryptionKey: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-growth-'));
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  const settings = { uri: await startDatabase(folder, teardown), encryptionKey: randomBytes(32) };
  await runSteps([migrationStep(() => settings, { finish: true })]);
  const store = await openStore(settings);
  teardown.add('the connection to MongoDB', () => store.close());
  const client = await mongo.MongoClient.connect(settings.uri);
  teardown.add('the way in beside it', () => client.close());
  return { store, db: client.db(), ...settings };
}

async function startDatabase(folder: string, teardown: Teardown): Promise<string> {
  const [port = 0] = await freePorts(1);
  const found = { uri: '' };
  const run = async (step: Parameters<typeof obtainMongo>[1]): Promise<string> => {
    const { value, way } = await obtainMongo(process.env, step);
    const files = { dataDir: join(folder, 'mongodb'), logFile: join(folder, 'mongodb.log') };
    const mongod = await startMongo({ ...value, port, database: 'retorno_growth', ...files });
    teardown.add('MongoDB', () => mongod.stop());
    found.uri = mongod.uri;
    return `${mongod.uri}, from ${way}`;
  };
  await runSteps([{ title: 'MongoDB', run }]);
  return found.uri;
}
