import type { mongo as driver } from 'mongoose';
import type { Mongo } from '../mongo';
import type { MigrationCursor, MigrationStep } from './migration';

/**
 * How far a migration is. It goes through its documents twice: once before processes of this version start (`movedAt`), and once
 * more when no process of an earlier version writes any longer (`finishedAt`).
 */
export interface MigrationState {
  /** The migration's id. */
  _id: string;
  cursor: MigrationCursor;
  /** The pass under way is the last one. */
  last: boolean;
  looked: number;
  changed: number;
  startedAt: Date;
  movedAt: Date | null;
  finishedAt: Date | null;
  /** An HMAC over when it was finished: nobody makes it who can only write to the database. Absent: finished by an earlier version. */
  mark?: string;
}

const states = (mongo: Mongo): driver.Collection<MigrationState> =>
  mongo.connection.getClient().db().collection<MigrationState>('migrations');

/** The states of all migrations that were ever begun, by id. */
export async function readMigrationStates(mongo: Mongo): Promise<Map<string, MigrationState>> {
  const found = await states(mongo)
    .find({ _id: { $gte: '' } })
    .toArray();
  return new Map(found.map((state) => [state._id, state]));
}

/** The state of one of them; null: it was never begun. */
export async function readMigrationState(
  mongo: Mongo,
  id: string,
  session: driver.ClientSession | null,
): Promise<MigrationState | null> {
  return states(mongo).findOne({ _id: id }, session ? { session } : {});
}

/** When the last pass of a migration ended; null: it has not. Where somebody has changed that by hand, it ended before everything. */
export async function finishedAt(mongo: Mongo, id: string): Promise<Date | null> {
  const state = await readMigrationState(mongo, id, null);
  if (!state) return null;
  return isAsMarked(mongo, state) ? state.finishedAt : new Date(0);
}

/** Whether nobody has changed by hand when it was finished. One that an earlier version finished has no mark to go by. */
export function isAsMarked(mongo: Mongo, state: MigrationState): boolean {
  return state.mark === undefined || state.mark === markOf(mongo, state);
}

/** Marks those that an earlier version has finished as they stand. Answers how many. */
export async function markFinished(mongo: Mongo, dryRun: boolean): Promise<number> {
  const unmarked = [...(await readMigrationStates(mongo)).values()].filter(
    ({ finishedAt: at, mark }) => at !== null && mark === undefined,
  );
  for (const state of dryRun ? [] : unmarked)
    await states(mongo).updateOne(
      { _id: state._id, finishedAt: state.finishedAt },
      { $set: { mark: markOf(mongo, state)! } },
    );
  return unmarked.length;
}

/** None of one that is not finished. */
function markOf(mongo: Mongo, { _id, finishedAt: at }: MigrationState): string | undefined {
  if (!(at instanceof Date)) return undefined;
  return mongo.keyedDigest('finished migrations', JSON.stringify([_id, at.getTime()]));
}

/** Where to go on: the pass under way, or a new one. A last pass is not ended by an earlier one's cursor. */
export async function beginPass(mongo: Mongo, id: string, last: boolean): Promise<MigrationState> {
  const known = await states(mongo).findOne({ _id: id });
  if (known && known.cursor !== null && known.last === last) return known;
  const state: MigrationState = {
    ...{ _id: id, cursor: null, last, looked: 0, changed: 0, startedAt: new Date() },
    ...{ movedAt: known?.movedAt ?? null, finishedAt: known?.finishedAt ?? null },
    ...(known?.mark === undefined ? {} : { mark: known.mark }),
  };
  await states(mongo).replaceOne({ _id: id }, state, { upsert: true });
  return state;
}

/** Keeps how far it is now. */
export async function keepStep(
  mongo: Mongo,
  state: MigrationState,
  step: MigrationStep,
): Promise<MigrationState> {
  const done = step.cursor === null;
  const now = new Date();
  const next: MigrationState = {
    ...state,
    cursor: step.cursor,
    looked: state.looked + step.looked,
    changed: state.changed + step.changed,
    movedAt: done ? (state.movedAt ?? now) : state.movedAt,
    finishedAt: done && state.last ? now : state.finishedAt,
  };
  if (done && state.last) next.mark = markOf(mongo, next)!;
  await states(mongo).replaceOne({ _id: state._id }, next, { upsert: true });
  return next;
}
