import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The list of recorded histories with their SHA-256, in the folder of the histories; `sha256sum -c` reads it too. */
export const MANIFEST = 'SHA256SUMS';

const RECORDED = /^([0-9a-f]{64}) {2}(\S+\.json)$/;
const RETIRED = /^# retired ([0-9a-f]{64}) {2}(\S+\.json): \S/;

/** What the manifest says. Keys are names of files, values their SHA-256 in hex. */
export interface Manifest {
  recorded: Map<string, string>;
  /** Taken away on purpose, with a reason: no run of their time can be alive. */
  retired: Map<string, string>;
}

/** Reads a manifest's text. @throws Error naming a line that is neither a history, nor a retired one, nor empty */
export function parseManifest(text: string): Manifest {
  const manifest: Manifest = { recorded: new Map(), retired: new Map() };
  for (const line of text.split('\n')) {
    const recorded = RECORDED.exec(line);
    const retired = RETIRED.exec(line);
    if (recorded) manifest.recorded.set(recorded[2]!, recorded[1]!);
    else if (retired) manifest.retired.set(retired[2]!, retired[1]!);
    else if (line !== '') throw new Error(`${MANIFEST} has a line that is not understood: ${line}`);
  }
  return manifest;
}

/** The SHA-256 of a file's bytes, in hex. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What of the histories in `folder` is not as its manifest says; empty: all is as it was recorded. */
export async function manifestProblems(folder: string): Promise<string[]> {
  const { recorded } = parseManifest(await readFile(join(folder, MANIFEST), 'utf8'));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const problems = [...recorded.keys()]
    .filter((file) => !files.includes(file))
    .map((file) => `${file} is gone: bring it back from the version control`);
  for (const file of files) {
    const sum = recorded.get(file);
    if (sum === undefined)
      problems.push(
        `${file} is not in ${MANIFEST}: record histories with npm run history:record, which lists them`,
      );
    else if (sha256(await readFile(join(folder, file))) !== sum)
      problems.push(
        `${file} was changed after it was recorded: bring it back, and record the new run under another name`,
      );
  }
  return problems;
}

/** Lists a history that has just been recorded. */
export async function listInManifest(folder: string, file: string, content: string): Promise<void> {
  await appendFile(join(folder, MANIFEST), `${sha256(content)}  ${file}\n`);
}
