export { keepOwnKey, requireOwnKey, WrongEncryptionKeyError } from './encryption-key';
export { HASHED_KEYS } from './hashed-keys';
export { MigrationRunningError } from './lease';
export { migrate } from './migrate';
export type { MigrationResult, MigrationWatcher, MigrationWish } from './migrate';
export { formerMayRun } from './migration-state';
export { allMigrations } from './migrations';
export { DatabaseNotReadyError, requireReady } from './readiness';
