import { KeyReplacementError, replaceEncryptionKey, WrongEncryptionKeyError } from '../../src/store';
import type { Resealed, StoreSettings } from '../../src/store';
import { RetornoToolError } from '../processes';
import type { Step } from '../progress';
import { NotOurDatabaseError } from './migration-step';

/** The key was not replaced, or not everything is sealed with it. */
export class NotReplacedError extends RetornoToolError {
  constructor(message: string, cause?: unknown) {
    super('key_not_replaced', message, { cause });
  }
}

const unreadableWords = (left: number): string =>
  `The database is opened with the new key, but ${left} texts open with neither key, and stay as they are. ` +
  'Were they sealed with a key from before? Then run it again with that one as ENCRYPTION_KEY_PREVIOUS. ' +
  'Else connect those stores again, and have those people set up their second factor again.';

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
          report.trying('running processes notice');
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
        if (error instanceof KeyReplacementError) throw new NotReplacedError(error.message, error);
        if (order.signal?.aborted) throw new NotReplacedError('Stopped. Run it again.', error);
        throw error;
      }
      if (left > 0) throw new NotReplacedError(unreadableWords(left));
      return 'replaced. Once it says 0 texts of everything, ENCRYPTION_KEY_PREVIOUS can be taken out';
    },
  };
}
