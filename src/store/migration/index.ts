export { MigrationRunningError } from './lease';
export { migrate } from './migrate';
export type { MigrationResult, MigrationWatcher, MigrationWish } from './migrate';
export { DatabaseNotReadyError, requireReady } from './readiness';
