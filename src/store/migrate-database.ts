import { connectMongo } from './mongo';
import { allMigrations, migrate } from './migration';
import type { MigrationResult, MigrationWish } from './migration';
import type { StoreSettings } from './open-store';

/**
 * Brings a database up to date with this version: the only way in which collections and indexes are made or changed and data is
 * moved. Resumable, and done twice it changes nothing.
 * @throws MigrationRunningError while another one is at work on the database
 */
export async function migrateDatabase(
  { uri, encryptionKey }: StoreSettings,
  wish: MigrationWish,
): Promise<MigrationResult> {
  const mongo = await connectMongo(uri);
  try {
    return await migrate(mongo, wish, allMigrations(encryptionKey));
  } finally {
    await mongo.connection.close();
  }
}
