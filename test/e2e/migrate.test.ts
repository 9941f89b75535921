import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { migrateDatabase, openStore } from '../../src/store';
import { DatabaseNotReadyError, migrate } from '../../src/store/migration';
import type { MigrationWish } from '../../src/store/migration';
import type { Migration, MigrationCursor } from '../../src/store/migration/migration';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { testMongoUri } from './engines';

const encryptionKey = Buffer.alloc(32, 7);

/** What a run told, in words. */
function listening(order: Partial<MigrationWish> = {}): { wish: MigrationWish; told: string[] } {
  const told: string[] = [];
  const watch = {
    began: () => undefined,
    went: () => undefined,
    did: (what: string) => void told.push(what),
  };
  return { wish: { dryRun: false, finish: false, watch, ...order }, told };
}

describe('a database that nobody has used', () => {
  const settings = { uri: testMongoUri(), encryptionKey };
  let db: mongoose.Connection;
  beforeAll(async () => {
    db = await mongoose.createConnection(settings.uri).asPromise();
  });
  afterAll(() => db.close());
  const collections = async (): Promise<string[]> => (await db.listCollections()).map(({ name }) => name);

  it('is refused in words by a process that starts', async () => {
    const refused = await openStore(settings).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseNotReadyError);
    expect((refused as Error).message).toMatch(
      /missing index: unique ledger_entries\.[\s\S]*npm run migrate/,
    );
    expect(await collections()).toEqual([]);
  });

  it('is told what would be done, and nothing is written', async () => {
    const { wish, told } = listening({ dryRun: true });
    await migrateDatabase(settings, wish);
    expect(told).toContainEqual(expect.stringMatching(/^collections made: .*ledger_entries/));
    expect(await collections()).toEqual([]);
  });

  it('is made, once', async () => {
    const first = listening();
    expect(await migrateDatabase(settings, first.wish)).toMatchObject({ complete: true });
    expect(first.told).toEqual([
      expect.stringMatching(/^collections made: /),
      expect.stringMatching(/^kept: a digest of ENCRYPTION_KEY/),
    ]);
    const lacks: string[] = [];
    await (await openStore(settings, (waiting) => lacks.push(...waiting))).close();
    expect(lacks).toEqual([]);
    const second = listening();
    expect(await migrateDatabase(settings, second.wish)).toEqual({ did: 0, complete: true });
    expect(second.told).toEqual([]);
  });

  it('is finished from the start: no earlier version has written anything that would have to be excused', async () => {
    const states = await db.collection('migrations').find().toArray();
    expect(states.length).toBeGreaterThan(0);
    expect(states.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
  });

  it('is refused again when a unique index has gone, and only told of where another one has', async () => {
    const indexes = async (name: string): Promise<mongoose.mongo.IndexDescriptionInfo[]> =>
      (await db.collection(name).listIndexes().toArray()) as mongoose.mongo.IndexDescriptionInfo[];
    const unique = (await indexes('ledger_entries')).find(({ unique }) => unique)!;
    const plain = (await indexes('sales')).find(({ name }) => name !== '_id_')!;
    await db.collection('sales').dropIndex(plain.name!);
    const lacks: string[] = [];
    await (await openStore(settings, (waiting) => lacks.push(...waiting))).close();
    expect(lacks).toEqual([`missing index: sales.${plain.name}`]);
    await db.collection('ledger_entries').dropIndex(unique.name!);
    await expect(openStore(settings)).rejects.toThrow(`unique ledger_entries.${unique.name}`);
    await migrateDatabase(settings, listening().wish);
    await (await openStore(settings)).close();
  });
});

describe('a move of data', () => {
  let mongo: Mongo;
  beforeAll(async () => {
    mongo = await connectMongo(testMongoUri(), Buffer.alloc(32, 7));
    await migrate(mongo, listening().wish, []);
  });
  afterAll(() => mongo.connection.close());

  const things = (): mongoose.mongo.Collection<{ _id: number; moved?: number }> =>
    mongo.connection.db!.collection('things');

  /** Writes `moved` into everything, ten at a time, and notes where each step began. */
  function moving(began: MigrationCursor[], id = 'test-1', meanwhile = (): void => undefined): Migration {
    return {
      ...{ id, about: 'marks things', size: () => things().countDocuments() },
      async step(_mongo, { cursor, dryRun }) {
        began.push(cursor);
        const after = cursor === null ? -1 : Number(cursor);
        const found = await things()
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(10)
          .toArray();
        const missing = found.filter(({ moved }) => moved === undefined);
        if (!dryRun)
          await things().updateMany({ _id: { $in: missing.map(({ _id }) => _id) } }, { $set: { moved: 1 } });
        meanwhile();
        const last = found.length === 10 ? String(found.at(-1)!._id) : null;
        return { looked: found.length, changed: missing.length, cursor: last };
      },
    };
  }
  const left = (): Promise<number> => things().countDocuments({ moved: { $exists: false } });

  it('goes on where it was stopped, and is not made twice', async () => {
    await things().insertMany(Array.from({ length: 35 }, (_, _id) => ({ _id })));
    const dry = listening({ dryRun: true });
    await migrate(mongo, dry.wish, [moving([])]);
    expect(dry.told).toEqual(['test-1: marks things (35 of 35 documents)']);
    expect(await left()).toBe(35);

    const stop = new AbortController();
    const stopped = listening({ signal: stop.signal });
    expect(await migrate(mongo, stopped.wish, [moving([], 'test-1', () => stop.abort())])).toMatchObject({
      complete: false,
    });
    expect(await left()).toBe(25);

    const began: MigrationCursor[] = [];
    const { wish, told } = listening();
    expect(await migrate(mongo, wish, [moving(began)])).toMatchObject({ complete: true });
    expect(began).toEqual(['9', '19', '29']);
    expect(told).toEqual(['test-1: marks things (35 of 35 documents)']);
    expect(await left()).toBe(0);

    const again: MigrationCursor[] = [];
    await migrate(mongo, listening().wish, [moving(again)]);
    expect(again).toEqual([]);
  });

  it('is made once more at the finish, for what earlier versions wrote meanwhile, and then never again', async () => {
    await things().insertOne({ _id: 3.5 });
    await migrate(mongo, listening().wish, [moving([])]);
    expect(await left()).toBe(1);
    await migrate(mongo, listening({ finish: true }).wish, [moving([])]);
    expect(await left()).toBe(0);
    const began: MigrationCursor[] = [];
    await migrate(mongo, listening({ finish: true }).wish, [moving(began)]);
    expect(began).toEqual([]);
  });

  it('is made again where it says so and the finish is asked for again, as an earlier version may have been back', async () => {
    const again = (began: MigrationCursor[]): Migration => ({ ...moving(began, 'test-again'), again: true });
    await migrate(mongo, listening({ finish: true }).wish, [again([])]);
    await things().insertOne({ _id: 4.5 });
    const began: MigrationCursor[] = [];
    await migrate(mongo, listening().wish, [again(began)]);
    expect([began, await left()]).toEqual([[], 1]);
    await migrate(mongo, listening({ finish: true }).wish, [again(began)]);
    expect(began).not.toEqual([]);
    expect(await left()).toBe(0);
  });

  it('has one runner at a time', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const slow: Migration = {
      ...{ id: 'test-slow', about: 'waits', size: () => Promise.resolve(1) },
      async step() {
        entered();
        await held;
        return { looked: 1, changed: 0, cursor: null };
      },
    };
    const first = migrate(mongo, listening().wish, [slow]);
    await inside;
    await expect(migrate(mongo, listening().wish, [])).rejects.toThrow(/Another migration .* is at work/);
    release();
    await first;
    await expect(migrate(mongo, listening().wish, [])).resolves.toMatchObject({ complete: true });
  });
});
