import { programDiff } from '../../loyalty';
import type { Program } from '../../loyalty';
import { ForgedProgramError } from '../../store';
import type { Programs, ProgramVersion } from '../../store';
import { Problem } from '../http/problem';

/** What a draft would take the place of. `known` null: somebody has changed it by hand, and publishing mends it. */
export interface VersionInForce {
  version: number;
  known: ProgramVersion | null;
}

/** The newest version; null: none was published. */
export async function inForce(
  programs: Pick<Programs, 'current'>,
  merchantId: string,
): Promise<VersionInForce | null> {
  try {
    const known = await programs.current(merchantId);
    return known && { version: known.version, known };
  } catch (error) {
    if (error instanceof ForgedProgramError) return { version: error.version, known: null };
    throw error;
  }
}

/**
 * Refuses a draft that was written over another version than the one in force, and says what was published meanwhile.
 * @param replaces the version the draft was made from; 0: there was none; undefined: whichever is in force
 * @throws Problem `program_changed`
 */
export async function requireReplaced(
  programs: Pick<Programs, 'version'>,
  merchantId: string,
  before: VersionInForce | null,
  replaces: number | undefined,
): Promise<void> {
  const version = before?.version ?? 0;
  if (replaces === undefined || replaces === version) return;
  const from = await programOf(programs, merchantId, replaces);
  const to = before?.known?.program;
  const known = to !== undefined && from !== undefined;
  throw new Problem('program_changed', {
    facts: { version, replaces },
    lists: { changes: known ? programDiff(from, to) : [] },
  });
}

/** A version's program; null: there was none, undefined: it cannot be said. */
async function programOf(
  programs: Pick<Programs, 'version'>,
  merchantId: string,
  version: number,
): Promise<Program | null | undefined> {
  if (version === 0) return null;
  try {
    return (await programs.version(merchantId, version))?.program;
  } catch (error) {
    if (error instanceof ForgedProgramError) return undefined;
    throw error;
  }
}
