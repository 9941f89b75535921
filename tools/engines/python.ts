import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from '../processes';
import { isAtLeast } from './versions';

/** A Python of this machine. */
export interface Python {
  /** The program itself, behind whatever names and shims it goes by. */
  readonly executable: string;
  readonly version: string;
}

/** What somebody without one is told. */
export const PYTHON_REMEDY =
  'Install Python 3.11 or later with venv: `apt-get install python3 python3-venv` or `brew install python3`';

const NAMES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];
const TIMEOUT_MS = 15_000;
const SELF =
  'import os, platform, sys; print(os.path.realpath(sys.executable)); print(platform.python_version())';

/**
 * The first Python on PATH, or among those of pyenv, that is new enough. One that is only a name (a shim without a version behind
 * it) is passed over.
 */
export async function findPython(
  env: NodeJS.ProcessEnv,
  oldest: readonly [number, number],
): Promise<Python | undefined> {
  for (const candidate of [...(await onPath(env)), ...(await ofPyenv(env))]) {
    const python = await introduced(candidate, env).catch(() => undefined);
    if (python && isAtLeast(python.version, oldest)) return python;
  }
  return undefined;
}

/** Whether a Python has these modules. */
export async function hasModules(
  { executable }: Python,
  modules: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return promisify(execFile)(executable, ['-c', `import ${modules.join(', ')}`], {
    env,
    timeout: TIMEOUT_MS,
  }).then(
    () => true,
    () => false,
  );
}

async function introduced(program: string, env: NodeJS.ProcessEnv): Promise<Python> {
  const { stdout } = await promisify(execFile)(program, ['-c', SELF], { env, timeout: TIMEOUT_MS });
  const [executable = '', version = ''] = stdout.trim().split(/\r?\n/);
  return { executable, version };
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string[]> {
  const found = await Promise.all(NAMES.map((name) => findOnPath(name, env)));
  return found.filter((path) => path !== undefined);
}

/** pyenv's own, also where its shims are not on PATH, as in a shell that nobody logged into. */
async function ofPyenv(env: NodeJS.ProcessEnv): Promise<string[]> {
  const versions = join(env.PYENV_ROOT || join(env.HOME || homedir(), '.pyenv'), 'versions');
  const names = await readdir(versions).catch((): string[] => []);
  return names
    .sort()
    .reverse()
    .map((name) => join(versions, name, 'bin', 'python3'));
}
