import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../tools/processes';

const ROOT = join(__dirname, '..', '..');

/** The console as it is built from the sources that are there: built again only where one of them is newer. */
export async function builtConsole(): Promise<void> {
  const built = await modifiedAt(join(ROOT, 'dist', 'console', 'index.html'));
  const entries = await readdir(join(ROOT, 'console'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const times = await Promise.all([...files, join(ROOT, 'package-lock.json')].map(modifiedAt));
  if (times.some((time) => time > built))
    await runCommand({ command: 'npm', args: ['run', '--silent', 'build:console'], cwd: ROOT });
}

async function modifiedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
