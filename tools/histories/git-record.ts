import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MANIFEST, parseManifest } from './manifest';

const run = promisify(execFile);

/** What the version control says of the manifest. */
export interface GitRecord {
  /** Histories that were listed once and are neither listed nor retired any more. */
  problems: string[];
  /** Why not all of the past was looked at; null: it was. */
  unseen: string | null;
}

/** A line that a change took out of the manifest. */
const TAKEN_OUT = /^-+([0-9a-f]{64}) {2}(\S+\.json)$/;

/**
 * Looks through the past of the manifest, the working tree included, for histories that it listed and lists no more: as each is
 * listed with its SHA-256, none can be changed without that. Without git, or beyond a shallow clone, there is no past to look at.
 */
export async function gitRecord(folder: string): Promise<GitRecord> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 })).stdout;
  let shallow: boolean;
  try {
    shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    await git('rev-parse', '--verify', 'HEAD');
  } catch {
    return { problems: [], unseen: 'there is no git repository here, or no git' };
  }
  // Each merge is compared with every one of its parents: what only a merge took out is seen too.
  const past = await git('log', '-m', '-p', '--format=', '--no-ext-diff', '--no-color', '--', MANIFEST);
  const now = await git('diff', 'HEAD', '--no-ext-diff', '--no-color', '--', MANIFEST);
  const { recorded, retired } = parseManifest(await readFile(join(folder, MANIFEST), 'utf8'));
  const lost = new Map<string, string>();
  for (const line of `${past}\n${now}`.split('\n')) {
    const [, sum = '', file = ''] = TAKEN_OUT.exec(line) ?? [];
    if (sum !== '' && recorded.get(file) !== sum && retired.get(file) !== sum) lost.set(sum, file);
  }
  return {
    problems: [...lost].map(([sum, file]) => `${file} (SHA-256 ${sum}) was recorded once and is no more`),
    unseen: shallow ? 'this is a shallow clone: what it does not have was not looked at' : null,
  };
}
