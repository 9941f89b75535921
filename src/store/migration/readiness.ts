import type { Mongo } from '../mongo';
import { COLLECTIONS } from '../collections';
import type { DatabaseKeys } from './encryption-key';
import { indexWords, readDatabaseState } from './database-state';
import { readMigrationStates } from './migration-state';
import { allMigrations } from './migrations';

/** The database is not what this version needs: starting again does not help, migrating does. */
export class DatabaseNotReadyError extends Error {
  override readonly name = 'DatabaseNotReadyError';

  constructor(lacks: readonly string[]) {
    super(
      `The database is not ready for this version:\n${lacks.map((lack) => `  ${lack}`).join('\n')}\n` +
        'Run `npm run migrate` (in the image: node dist/tools/migrate.js) with the same settings, and start again.',
    );
  }
}

/**
 * Looks at indexes and migrations, without changing anything.
 * @returns in words what is still to be done and can wait
 * @throws DatabaseNotReadyError if what keeps value right is missing: a unique index, or a migration this version cannot do without
 */
export async function requireReady(mongo: Mongo, keys: DatabaseKeys): Promise<string[]> {
  const [{ indexes, former }, states] = await Promise.all([
    readDatabaseState(mongo, COLLECTIONS),
    readMigrationStates(mongo),
  ]);
  const unguarded = indexes.filter(({ index, guarded }) => index.unique && !guarded);
  const pending = allMigrations(keys).filter(({ id, onlyAtFinish }) => {
    const state = states.get(id);
    return !(onlyAtFinish ? state?.finishedAt : state?.movedAt);
  });
  const lacks = [
    ...unguarded.map((lack) => `missing index: ${indexWords(lack)}`),
    ...pending
      .filter(({ required }) => required)
      .map(({ id, about }) => `pending migration: ${id} (${about})`),
  ];
  if (lacks.length > 0) throw new DatabaseNotReadyError(lacks);
  return [
    ...(keys.known ? [] : ['not kept yet: which ENCRYPTION_KEY is the database’s own']),
    ...indexes.map((lack) => `missing index: ${indexWords(lack)}`),
    ...pending.map(({ id, about }) => `pending migration: ${id} (${about})`),
    ...former.map(({ collection, name }) => `index of an earlier version: ${collection}.${name}`),
  ];
}
