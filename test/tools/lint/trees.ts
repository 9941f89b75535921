import { join } from 'node:path';
import { runCommand } from '../../../tools/processes';
import type { TestFolder } from '../folders';
import type { Broken } from './cruise';

/** A tiny tree: what each file holds, by its path. Nothing that is imported has to be there but the file. */
export type Tree = Readonly<Record<string, string>>;

/** A file that holds nothing. */
export const EMPTY = '';
/** A file that imports values of another. */
export const uses = (path: string): string => `import { value } from '${path}';\n`;
/** A file that imports only types of another. */
export const usesTypes = (path: string): string => `import type { Shape } from '${path}';\n`;
/** A door that hands out the values of a file. */
export const opens = (path: string): string => `export { value } from '${path}';\n`;

const ROOT = join(__dirname, '..', '..', '..');

/** Writes the trees under `folder` and says of each which imports break the rules of .dependency-cruiser.js. */
export async function brokenBy(trees: readonly Tree[], folder: TestFolder): Promise<Broken[][]> {
  for (const [at, tree] of trees.entries())
    for (const [path, content] of Object.entries(tree)) await folder.file(join(`${at}`, path), content);
  const folders = trees.map((_, at) => join(folder.path, `${at}`));
  const output = await runCommand({
    command: process.execPath,
    args: ['--import', 'tsx', join(__dirname, 'cruise.ts'), ...folders],
    cwd: ROOT,
  });
  return JSON.parse(output) as Broken[][];
}
