export { attestSales } from './attest-sales';
export {
  keepOwnKey,
  KeyReplacementError,
  replaceKey,
  requireOwnKey,
  WrongEncryptionKeyError,
} from './encryption-key';
export type { DatabaseKeys, GivenKeys } from './encryption-key';
export { NOTICED_WITHIN_MS, resealSecrets, watchReplacement } from './key-replacement';
export type { Resealed } from './key-replacement';
export { FAIR_EXPIRY } from './fair-expiry';
export { formerForm, makeGates } from './former-form';
export { HASHED_KEYS } from './hashed-keys';
export { MigrationRunningError } from './lease';
export { migrate } from './migrate';
export type { MigrationResult, MigrationWatcher, MigrationWish } from './migrate';
export { createMigrationMarks } from './migration-marks';
export { finishedAt } from './migration-state';
export { allMigrations } from './migrations';
export { SEALED_ANSWERS } from './sealed-answers';
export { SEALED_PROGRAMS } from './sealed-programs';
export { sealedSales } from './sealed-sales';
export { voucherCodeNames } from './voucher-code-names';
export { VOUCHER_CODES } from './voucher-codes';
export { VOUCHER_ATTEMPTS } from './voucher-attempts';
export { DatabaseNotReadyError, requireReady } from './readiness';
