import { EXIT_CONFIG } from '../../src/environment';
import { migrateDatabase, MigrationRunningError, WrongEncryptionKeyError } from '../../src/store';
import type { StoreSettings } from '../../src/store';
import { RetornoToolError } from '../processes';
import type { Reporter, Step } from '../progress';

/** How the database is to be brought up to date; see `migrateDatabase`. */
export interface MigrationOrder {
  readonly dryRun?: boolean;
  /** No process of an earlier version runs any more. */
  readonly finish?: boolean;
  readonly signal?: AbortSignal;
}

/** Another runner is at work, or the migration was stopped half-way. */
export class NotMigratedError extends RetornoToolError {
  constructor(message: string, cause?: unknown) {
    super('not_migrated', message, { cause });
  }
}

/** The settings are another database's. */
export class NotOurDatabaseError extends RetornoToolError {
  constructor(cause: WrongEncryptionKeyError) {
    super('wrong_encryption_key', cause.message, { cause, exitCode: EXIT_CONFIG });
  }
}

/** Brings the database up to date, saying what it does. */
export function migrationStep(settings: () => StoreSettings, order: MigrationOrder): Step {
  const { dryRun = false, finish = false, signal } = order;
  return {
    title: 'Database',
    run: async (report) => {
      try {
        const wish = { dryRun, finish, watch: told(report), ...(signal && { signal }) };
        const { did, complete } = await migrateDatabase(settings(), wish);
        if (!complete) throw new NotMigratedError('Stopped. Run it again: it goes on from where it stands.');
        return outcome(did, dryRun);
      } catch (error) {
        if (error instanceof MigrationRunningError) throw new NotMigratedError(error.message, error);
        if (error instanceof WrongEncryptionKeyError) throw new NotOurDatabaseError(error);
        throw error;
      }
    },
  };
}

function told(report: Reporter): Parameters<typeof migrateDatabase>[1]['watch'] {
  let size: number | undefined;
  return {
    began(what, documents) {
      size = documents;
      report.trying(what);
    },
    went: (looked) => report.line(`${looked} of about ${Math.max(looked, size ?? 0)} documents`),
    did: (what) => report.note(what),
  };
}

function outcome(did: number, dryRun: boolean): string {
  if (did === 0) return 'up to date';
  return dryRun ? 'nothing was written; this is what would be done' : 'brought up to date';
}
