import { replaceEncryptionKey, WrongEncryptionKeyError } from '../../src/store';
import type { Resealed, StoreSettings } from '../../src/store';
import type { Step } from '../progress';
import { NotOurDatabaseError } from './migration-step';

/** Gives the database another `ENCRYPTION_KEY`, saying what it does. */
export function replacementStep(
  settings: Required<StoreSettings>,
  order: { signal?: AbortSignal; noticedMs?: number } = {},
): Step {
  return {
    title: 'ENCRYPTION_KEY',
    run: async (report) => {
      let left = 0;
      const watch = {
        replaced(now: boolean): void {
          report.note(
            now
              ? 'the database is opened with the new key from now on'
              : 'the database was opened with the new key already',
          );
          if (now) report.trying('running processes notice');
        },
        resealed({ of, looked, changed, unreadable }: Resealed): void {
          left += unreadable;
          const lost = unreadable === 0 ? '' : `; ${unreadable} open with neither key, and stay as they are`;
          report.note(`${of}: ${looked} documents, ${changed} texts sealed anew${lost}`);
        },
      };
      try {
        await replaceEncryptionKey(settings, watch, order);
      } catch (error) {
        if (error instanceof WrongEncryptionKeyError) throw new NotOurDatabaseError(error);
        throw error;
      }
      return left === 0
        ? 'replaced: ENCRYPTION_KEY_PREVIOUS can be taken out, process by process'
        : `replaced, but for ${left} texts that nobody can read`;
    },
  };
}
