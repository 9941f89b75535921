import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { Reporter } from '../progress';

const SOURCES = ['src', 'simulator', 'tools', 'console'];
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
/** Written after a build that succeeded: when it is newer than every source, the build is current. */
const STAMP = join('dist', '.built');
/** What Python leaves beside a script that it has run: no source. */
const LEFT_BEHIND = /\.pyc$/;
const USUAL_MS = 40_000;

/**
 * Builds the project unless its last build is newer than every source; says which.
 *
 * @throws {CommandFailedError} with the compiler's messages
 */
export async function buildIfStale(root: string, report: Reporter): Promise<string> {
  if (await isBuilt(root)) return 'up to date';
  report.trying('compiling', USUAL_MS);
  await runCommand({
    command: 'npm',
    args: ['run', '--silent', 'build'],
    cwd: root,
    onLine: (line) => report.line(line),
  });
  await writeFile(join(root, STAMP), '');
  return 'built';
}

/** Whether the last build is newer than every source. */
export async function isBuilt(root: string): Promise<boolean> {
  const built = await modifiedAt(join(root, STAMP));
  if (built === undefined) return false;
  const names = await Promise.all(SOURCES.map((folder) => filesUnder(join(root, folder))));
  const files = [...names.flat(), ...SETTINGS.map((name) => join(root, name))];
  const times = await Promise.all(files.map(modifiedAt));
  return times.every((time) => time === undefined || time < built);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !LEFT_BEHIND.test(name))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function modifiedAt(file: string): Promise<number | undefined> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}
