import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of a test's own; `remove` in afterEach. */
export interface TestFolder {
  readonly path: string;
  /** Writes a file, making its folders. */
  file(name: string, content: string): Promise<string>;
  /** Writes a shell script that can be run. */
  program(name: string, script: string): Promise<string>;
  remove(): Promise<void>;
}

export async function testFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'retorno-tools-'));
  const file = async (name: string, content: string): Promise<string> => {
    const full = join(path, name);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
    return full;
  };
  return {
    path,
    file,
    program: async (name, script) => {
      const full = await file(name, `#!/bin/sh\n${script}\n`);
      await chmod(full, 0o755);
      return full;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
