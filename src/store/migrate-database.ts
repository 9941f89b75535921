import { openDatabase } from './open-database';
import { allMigrations, keepOwnKey, migrate } from './migration';
import type { MigrationResult, MigrationWish } from './migration';
import type { StoreSettings } from './open-store';

/**
 * Brings a database up to date with this version: the only way in which collections and indexes are made or changed and data is
 * moved. Resumable, and done twice it changes nothing.
 * @throws WrongEncryptionKeyError where the database was written with another key
 * @throws MigrationRunningError while another one is at work on the database
 */
export async function migrateDatabase(
  { uri, ...given }: StoreSettings,
  wish: MigrationWish,
): Promise<MigrationResult> {
  const { mongo, keys } = await openDatabase(uri, given);
  try {
    // Before anything is hashed under it.
    if (!keys.known && !wish.dryRun) await keepOwnKey(mongo, given);
    const { did, complete } = await migrate(mongo, wish, allMigrations(keys));
    if (keys.known) return { did, complete };
    wish.watch.did('kept: a digest of ENCRYPTION_KEY, so that no process starts with another');
    return { did: did + 1, complete };
  } finally {
    await mongo.connection.close();
  }
}
