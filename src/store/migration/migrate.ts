import type { Mongo } from '../mongo';
import { COLLECTIONS } from '../collections';
import { indexWords, makeIndex, readDatabaseState } from './database-state';
import { goThroughGates } from './former-form';
import { asOnlyRunner } from './lease';
import type { Migration, MigrationCursor } from './migration';
import { beginPass, keepStep, markFinished, readMigrationStates } from './migration-state';
import type { MigrationState } from './migration-state';

/** Hears what a migration does. */
export interface MigrationWatcher {
  /** Something is begun, which goes through this many documents, if that is known. */
  began(what: string, size?: number): void;
  /** So many documents of it have been looked at. */
  went(looked: number): void;
  /** It is done (of a dry run: it would be); in a sentence. */
  did(what: string): void;
}

/** How a database is to be brought up to date. */
export interface MigrationWish {
  /** Nothing is written, and everything that would be is told. */
  readonly dryRun: boolean;
  /** No process of an earlier version runs any more: what they wrote is moved too, and their indexes go. */
  readonly finish: boolean;
  readonly watch: MigrationWatcher;
  /** Aborted: it ends after the step it is in, and the next run goes on from there. */
  readonly signal?: AbortSignal;
}

/** What a run came to: how many things it did (or would have), and whether it got to the end. */
export interface MigrationResult {
  readonly did: number;
  readonly complete: boolean;
}

/** Few enough for a step of a second or so, whatever the documents. */
const STEP_DOCUMENTS = 500;

/**
 * Brings a database to what this version wants: collections and indexes are made, data is moved, and at the end (`finish`) the
 * indexes of earlier versions are dropped. Old processes may run meanwhile. Doing it again changes nothing.
 * @throws MigrationRunningError while another one is at work
 */
export async function migrate(
  mongo: Mongo,
  wish: MigrationWish,
  migrations: readonly Migration[],
): Promise<MigrationResult> {
  // With a database that nobody has used there is no earlier version to wait for: its first pass is the last.
  const { collections } = await readDatabaseState(mongo, COLLECTIONS);
  const finish = wish.finish || collections.length === COLLECTIONS.length;
  const all = migrations.filter(({ onlyAtFinish }) => finish || !onlyAtFinish);
  const given = { ...wish, finish, asked: wish.finish };
  if (wish.dryRun) return run(mongo, given, all, () => undefined);
  return asOnlyRunner(mongo, (alone) => run(mongo, given, all, alone));
}

/** A wish, as it is fulfilled. */
interface GivenWish extends MigrationWish {
  /** The last pass was asked for, and is not made because nobody has used the database. */
  readonly asked: boolean;
}

async function run(
  mongo: Mongo,
  wish: GivenWish,
  migrations: readonly Migration[],
  alone: () => void,
): Promise<MigrationResult> {
  let did = 0;
  const watch: MigrationWatcher = {
    ...wish.watch,
    did(what) {
      did += 1;
      wish.watch.did(what);
    },
  };
  const given = { ...wish, watch };
  const goesOn = (): boolean => {
    alone();
    return !wish.signal?.aborted;
  };
  const complete =
    (await makeMissing(mongo, given, goesOn)) &&
    (await moveData(mongo, given, migrations, goesOn)) &&
    (!wish.finish || (await dropFormer(mongo, given, goesOn)));
  const marked = await markFinished(mongo, wish.dryRun);
  if (marked > 0) watch.did(`marked as finished: ${marked} migrations that an earlier version has finished`);
  return { did, complete };
}

async function makeMissing(
  mongo: Mongo,
  { dryRun, watch }: MigrationWish,
  goesOn: () => boolean,
): Promise<boolean> {
  const { collections, indexes } = await readDatabaseState(mongo, COLLECTIONS);
  const db = mongo.connection.getClient().db();
  for (const name of collections) {
    if (!goesOn()) return false;
    if (!dryRun) await db.createCollection(name);
  }
  if (collections.length > 0) watch.did(`collections made: ${collections.join(', ')}`);
  for (const lack of indexes) {
    if (!goesOn()) return false;
    watch.began(`making the index ${indexWords(lack)}`);
    if (!dryRun) await makeIndex(mongo, lack);
    // Of a new collection nobody wants to read one by one that it has its indexes.
    if (!collections.includes(lack.collection)) watch.did(`index made: ${indexWords(lack)}`);
  }
  return true;
}

async function moveData(
  mongo: Mongo,
  wish: GivenWish,
  migrations: readonly Migration[],
  goesOn: () => boolean,
): Promise<boolean> {
  const states = await readMigrationStates(mongo);
  for (const migration of migrations) {
    const state = states.get(migration.id);
    const finish = wish.finish || migration.onlyAtFinish === true;
    const again = wish.asked && migration.again === true;
    if (!again && (finish ? state?.finishedAt : state?.movedAt)) continue;
    const wasFinished = Boolean(state?.finishedAt);
    if (!(await moveOne(mongo, { ...wish, finish, wasFinished }, migration, goesOn))) return false;
  }
  return true;
}

async function moveOne(
  mongo: Mongo,
  { dryRun, finish, watch, wasFinished }: MigrationWish & { readonly wasFinished: boolean },
  migration: Migration,
  goesOn: () => boolean,
): Promise<boolean> {
  let state: MigrationState | null = dryRun ? null : await beginPass(mongo, migration.id, finish);
  // Of the form that ends, and which some may be about to write.
  if (state?.last && migration.onlyAtFinish) await goThroughGates(mongo);
  let cursor: MigrationCursor = state?.cursor ?? null;
  let [looked, changed] = [state?.looked ?? 0, state?.changed ?? 0];
  watch.began(migration.about, await migration.size(mongo));
  do {
    if (!goesOn()) return false;
    const step = await migration.step(mongo, { cursor, limit: STEP_DOCUMENTS, dryRun });
    if (state) state = await keepStep(mongo, state, step);
    looked += step.looked;
    changed += step.changed;
    cursor = step.cursor;
    watch.went(looked);
  } while (cursor !== null);
  // Of a database that has nothing of the kind nobody wants to read it; and gone through again in vain, nothing was done.
  if (looked > 0 && (changed > 0 || !wasFinished))
    watch.did(`${migration.id}: ${migration.about} (${changed} of ${looked} documents)`);
  return true;
}

async function dropFormer(
  mongo: Mongo,
  { dryRun, watch }: MigrationWish,
  goesOn: () => boolean,
): Promise<boolean> {
  const { former } = await readDatabaseState(mongo, COLLECTIONS);
  for (const { collection, name } of former) {
    if (!goesOn()) return false;
    if (!dryRun) await mongo.connection.getClient().db().collection(collection).dropIndex(name);
    watch.did(`index dropped: ${collection}.${name}`);
  }
  return true;
}
