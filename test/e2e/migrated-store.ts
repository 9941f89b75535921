import { migrateDatabase, openStore } from '../../src/store';
import type { Store, StoreSettings } from '../../src/store';

const QUIET = { began: () => undefined, went: () => undefined, did: () => undefined };

/** Migrates as `npm run migrate` does, without a word. */
export async function migrateQuietly(settings: StoreSettings, { finish = true } = {}): Promise<void> {
  await migrateDatabase(settings, { dryRun: false, finish, watch: QUIET });
}

/** The store of a database that has been migrated, as processes find it. */
export async function openMigratedStore(settings: StoreSettings): Promise<Store> {
  await migrateQuietly(settings);
  return openStore(settings);
}
