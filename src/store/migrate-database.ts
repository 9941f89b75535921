import { connectMongo } from './mongo';
import { allMigrations, keepOwnKey, migrate, requireOwnKey } from './migration';
import type { MigrationResult, MigrationWish } from './migration';
import type { StoreSettings } from './open-store';

/**
 * Brings a database up to date with this version: the only way in which collections and indexes are made or changed and data is
 * moved. Resumable, and done twice it changes nothing.
 * @throws WrongEncryptionKeyError where the database was written with another key
 * @throws MigrationRunningError while another one is at work on the database
 */
export async function migrateDatabase(
  { uri, encryptionKey }: StoreSettings,
  wish: MigrationWish,
): Promise<MigrationResult> {
  const mongo = await connectMongo(uri, encryptionKey);
  try {
    // Before anything is hashed under it.
    const knowsKey = await requireOwnKey(mongo, encryptionKey);
    if (!knowsKey && !wish.dryRun) await keepOwnKey(mongo, encryptionKey);
    const { did, complete } = await migrate(mongo, wish, allMigrations(encryptionKey));
    if (knowsKey) return { did, complete };
    wish.watch.did('kept: a digest of ENCRYPTION_KEY, so that no process starts with another');
    return { did: did + 1, complete };
  } finally {
    await mongo.connection.close();
  }
}
