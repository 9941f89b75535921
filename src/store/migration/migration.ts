import type { Mongo } from '../mongo';

/** Where a migration stands in its documents; null: at the beginning, or at the end. */
export type MigrationCursor = string | null;

/** What one step did. `cursor` null: nothing is left. */
export interface MigrationStep {
  /** Documents looked at, and of them those that were changed (of a dry run: that would be). */
  looked: number;
  changed: number;
  cursor: MigrationCursor;
}

/**
 * One move of data to what this version writes. Old processes may run beside it, before it and after it: what it leaves must be
 * readable by them, and what they write meanwhile is moved when it is run again. A step done twice changes nothing more.
 */
export interface Migration {
  /** Unique and for ever, in order: `2026-11-kept-sales`. */
  readonly id: string;
  /** What it does, for whoever runs it: one line of English, without a full stop, as all else in a terminal. */
  readonly about: string;
  /** This version cannot work on what has not been moved: API and worker do not start before. Absent: they read both forms. */
  readonly required?: true;
  /** Earlier versions cannot do with what it leaves: it is made in the last pass only, when none of them runs. */
  readonly onlyAtFinish?: true;
  /** Whoever asks for `--finish` again has it gone through again: an earlier version may have been gone back to, and have written. */
  readonly again?: true;
  /** How many documents it goes through at most, for the progress; an estimate. */
  size(mongo: Mongo): Promise<number>;
  /** Goes through at most `limit` documents after `cursor`. With `dryRun` nothing is written. */
  step(
    mongo: Mongo,
    place: { cursor: MigrationCursor; limit: number; dryRun: boolean },
  ): Promise<MigrationStep>;
}
