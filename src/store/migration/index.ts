export { keepOwnKey, requireOwnKey, WrongEncryptionKeyError } from './encryption-key';
export { formerForm, makeGates } from './former-form';
export { HASHED_KEYS } from './hashed-keys';
export { MigrationRunningError } from './lease';
export { migrate } from './migrate';
export type { MigrationResult, MigrationWatcher, MigrationWish } from './migrate';
export { allMigrations } from './migrations';
export { VOUCHER_CODES } from './voucher-codes';
export { DatabaseNotReadyError, requireReady } from './readiness';
