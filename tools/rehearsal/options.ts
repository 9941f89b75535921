import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { RetornoToolError } from '../processes';

/** What is rehearsed. */
export interface RehearsalOptions {
  /** Sales whose runs are open from before the upgrade until after the way back. */
  readonly runs: number;
  /** The checkout that the old API and worker are of; null: this one, as another build. */
  readonly old: string | null;
}

/** What `--help` shows. */
export const REHEARSAL_USAGE = `npm run rehearse:upgrade -- [options]

Plays an upgrade through and back again, on engines of its own on free ports: an old worker with open runs, a new one joins and
becomes current, the old leaves; then the same the other way round. At the end every run, redemption, wallet and the ledger
are looked at.

  --runs N    sales whose runs are open all the while (200)
  --old DIR   the old API and worker are those of another checkout, with its packages installed, such as
              git worktree add ../former RELEASE && (cd ../former && npm ci)
              (default: this checkout under another build id)
  --help      shows this

The exit code says whether everything was as it must be (0) or not (1).`;

const LARGEST = 10_000;

/** @throws {RetornoToolError} naming the argument */
export function readRehearsalOptions(args: readonly string[]): RehearsalOptions | 'help' {
  const { runs = '200', old, help } = parsed(args);
  if (help) return 'help';
  const count = Number(runs);
  if (!/^\d+$/.test(runs) || count < 1 || count > LARGEST)
    throw usage(`--runs ${runs}: expected a whole number from 1 to ${LARGEST}.`);
  return { runs: count, old: old === undefined ? null : resolve(old) };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { runs: text, old: text, help: { type: 'boolean' } } })
      .values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(why: string): RetornoToolError {
  return new RetornoToolError('rehearsal_options', `${why}\n\n${REHEARSAL_USAGE}`);
}
