import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { engine, testMongoUri } from './engines';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
/** What a process ends with that a person has to help first. */
const EXIT_CONFIG = 78;

type Process = ChildProcessByStdio<null, Readable, Readable>;

const mongodbUri = testMongoUri();
let db: mongoose.Connection;
let port: number;
const running = new Set<Process>();
beforeAll(async () => {
  db = await mongoose.createConnection(mongodbUri).asPromise();
  port = await freePort();
});
afterAll(async () => {
  for (const process of running) process.kill('SIGKILL');
  await db.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program of the house, started as an operator does. */
function started(file: string, settings: Record<string, string> = {}): Process {
  const process_ = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: engine('TEST_TEMPORAL_ADDRESS'),
      TEMPORAL_TASK_QUEUE: `test-${mongodbUri.slice(-8)}`,
      MONGODB_URI: mongodbUri,
      PORT: String(port),
      WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE'),
      ...settings,
    },
  });
  running.add(process_);
  process_.once('exit', () => running.delete(process_));
  return process_;
}

/** How a program ended by itself, and what it said to whoever started it. */
async function ended(
  file: string,
  settings?: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const process_ = started(file, settings);
  process_.stdout.resume();
  const [[code], said] = await Promise.all([
    once(process_, 'exit') as Promise<[number | null]>,
    text(process_.stderr),
  ]);
  return { code, said };
}

/** Starts a program, waits for a line of its log, stops it in order and answers the whole log. */
async function workedUntil(file: string, ready: string): Promise<string> {
  const process_ = started(file);
  let log = '';
  process_.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  process_.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await until(`${file} to say "${ready}"`, () => {
    if (process_.exitCode !== null) throw new Error(`${file} ended with ${process_.exitCode}: ${log}`);
    return Promise.resolve(log.includes(ready));
  });
  process_.kill('SIGTERM');
  expect(await once(process_, 'exit')).toEqual([0, null]);
  return log;
}

/** Each process, and what it says when it works. */
const READY = { 'src/server.ts': '"api ready"', 'src/worker.ts': '"worker ready"' };

/** API and worker, started at the same time; both give up. */
function bothEnded(): Promise<{ code: number | null; said: string }[]> {
  return Promise.all(Object.keys(READY).map((file) => ended(file)));
}

/** API and worker, started at the same time; both work. Answers their logs. */
function bothWork(): Promise<string[]> {
  return Promise.all(Object.entries(READY).map(([file, ready]) => workedUntil(file, ready)));
}

async function withoutIndex(collection: string, isMeant: (unique: boolean) => boolean): Promise<string> {
  const indexes = (await db
    .collection(collection)
    .listIndexes()
    .toArray()) as mongoose.mongo.IndexDescriptionInfo[];
  const { name } = indexes.find((each) => each.name !== '_id_' && isMeant(each.unique === true))!;
  await db.collection(collection).dropIndex(name!);
  return `${collection}.${name}`;
}

describe('API and worker, started on a database', () => {
  it('that nobody has migrated, end in words and leave it as it was', async () => {
    for (const { code, said } of await bothEnded()) {
      expect(code).toBe(EXIT_CONFIG);
      expect(said).toMatch(/missing index: unique ledger_entries\.[\s\S]*npm run migrate/);
      expect(said).not.toMatch(/^\s+at /m);
    }
    expect(await db.listCollections()).toEqual([]);
  });

  it('that has been migrated and lacks what can wait, work and say what', async () => {
    expect((await ended('tools/migrate.ts')).code).toBe(0);
    const index = await withoutIndex('sales', (unique) => !unique);
    for (const log of await bothWork()) {
      expect(log).toContain('the database is not up to date');
      expect(log).toContain(`missing index: ${index}`);
    }
  });

  it('that has lost an index without which value could be doubled, end and name it', async () => {
    const index = await withoutIndex('ledger_entries', (unique) => unique);
    for (const { code, said } of await bothEnded()) {
      expect(code).toBe(EXIT_CONFIG);
      expect(said).toContain(`missing index: unique ${index}`);
    }
  });

  it('that is up to date, work and say nothing of it', async () => {
    expect((await ended('tools/migrate.ts')).code).toBe(0);
    for (const log of await bothWork()) expect(log).not.toContain('the database is not up to date');
  });
});

it('API, worker and migration, started with another key than the database’s own, end and say what to do', async () => {
  const settings = { ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64') };
  const kept = await db.collection('encryption_keys').find().toArray();
  for (const file of [...Object.keys(READY), 'tools/migrate.ts']) {
    const { code, said } = await ended(file, settings);
    expect([file, code]).toEqual([file, EXIT_CONFIG]);
    expect(said).toMatch(
      /ENCRYPTION_KEY is not the key of this database: another[\s\S]*no customer would be recognised[\s\S]*Set ENCRYPTION_KEY to/,
    );
    expect(said).not.toMatch(/^\s+at /m);
  }
  expect(kept).toHaveLength(1);
  expect(await db.collection('encryption_keys').find().toArray()).toEqual(kept);
});
