import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { Reporter } from '../progress';
import type { EngineCache } from './cache';
import { versionText } from './programs';
import { findPython, hasModules, PYTHON_REMEDY } from './python';
import type { Python } from './python';
import { ENGINE_VERSIONS, OLDEST_ON_PATH } from './versions';
import type { Finding, Way } from './ways';

/** The fuzzer of the HTTP contract. */
export interface SchemathesisProgram {
  readonly executable: string;
}

const VERSION = ENGINE_VERSIONS.schemathesis;
/** Everything it needs, each file by its hash. */
const REQUIREMENTS = join(__dirname, '..', 'schemathesis', 'requirements.txt');
const EXECUTABLE = 'bin/schemathesis';

/** How Schemathesis can be had on this machine, in the order in which the ways are tried. All of them need a Python. */
export function schemathesisWays(cache: EngineCache, env: NodeJS.ProcessEnv): Way<SchemathesisProgram>[] {
  let found: Promise<Python | undefined> | undefined;
  const python = (): Promise<Python | undefined> => (found ??= findPython(env, OLDEST_ON_PATH.python));
  return [fromCache(cache, python), intoVenv(cache, python, env), byPipAlone(cache, python, env)];
}

type FindPython = () => Promise<Python | undefined>;

const NO_PYTHON: Finding = {
  state: 'impossible',
  reason: `there is no Python ${OLDEST_ON_PATH.python.join('.')} or later`,
  remedy: PYTHON_REMEDY,
};

/** Some of its packages are compiled for one version of Python, and all of them are found by its place. */
function entryFor({ executable, version }: Python): string {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).update(executable).update(version);
  return `schemathesis-${VERSION}-${digest.digest('hex').slice(0, 12)}`;
}

function fromCache(cache: EngineCache, python: FindPython): Way<SchemathesisProgram> {
  return {
    name: 'the cache',
    look: async () => {
      const known = await python();
      if (!known) return NO_PYTHON;
      const folder = cache.folder(entryFor(known));
      return (await cache.has(entryFor(known)))
        ? { state: 'ready', detail: folder }
        : { state: 'impossible', reason: `${folder} is not there` };
    },
    take: async () => ({ executable: join(cache.folder(entryFor((await python())!)), EXECUTABLE) }),
  };
}

/** Apart from whatever else is installed for this Python. */
function intoVenv(cache: EngineCache, python: FindPython, env: NodeJS.ProcessEnv): Way<SchemathesisProgram> {
  return {
    name: 'pip in an environment of its own',
    look: async () => lookFor(await python(), ['venv', 'ensurepip'], env),
    take: (report) =>
      installed(cache, python, report, async (beside, { executable }) => {
        const venv = join(beside, 'venv');
        await runCommand({ command: executable, args: ['-m', 'venv', venv], env, cwd: beside });
        await install(join(venv, 'bin', 'python'), [], beside, env, report);
        return `exec "$home/venv/bin/python" -I`;
      }),
  };
}

/** Debian splits Python into packages: there may be pip without venv. */
function byPipAlone(
  cache: EngineCache,
  python: FindPython,
  env: NodeJS.ProcessEnv,
): Way<SchemathesisProgram> {
  return {
    name: 'pip into a folder',
    look: async () => lookFor(await python(), ['pip'], env),
    take: (report) =>
      installed(cache, python, report, async (beside, { executable }) => {
        await install(executable, ['--target', join(beside, 'packages')], beside, env, report);
        return `PYTHONPATH="$home/packages" exec '${executable}' -s`;
      }),
  };
}

async function lookFor(
  python: Python | undefined,
  modules: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Finding> {
  if (!python) return NO_PYTHON;
  if (await hasModules(python, modules, env))
    return { state: 'possible', detail: `installing Schemathesis ${VERSION} with pip`, usualMs: 20_000 };
  return {
    state: 'impossible',
    reason: `${python.executable} has no ${modules.join(' and ')}`,
    remedy: 'Install them: `apt-get install python3-venv`',
  };
}

/** @param fill installs into the folder, and gives how its Python is started from the folder that will be `$home` */
async function installed(
  cache: EngineCache,
  python: FindPython,
  report: Reporter,
  fill: (beside: string, python: Python) => Promise<string>,
): Promise<SchemathesisProgram> {
  const known = (await python())!;
  const folder = await cache.filled(entryFor(known), report, async (beside) => {
    const start = await fill(beside, known);
    await mkdir(join(beside, 'bin'));
    await writeFile(join(beside, EXECUTABLE), launcher(start));
    await chmod(join(beside, EXECUTABLE), 0o755);
    if (!(await versionText(join(beside, EXECUTABLE))).includes(VERSION))
      throw new Error('what was installed does not run here');
  });
  return { executable: join(folder, EXECUTABLE) };
}

async function install(
  python: string,
  where: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  report: Reporter,
): Promise<void> {
  const quietly = [
    '--no-input',
    '--disable-pip-version-check',
    '--no-warn-script-location',
    '--retries',
    '1',
  ];
  const pinned = ['--require-hashes', '--only-binary', ':all:', '--requirement', REQUIREMENTS];
  await runCommand({
    command: python,
    args: ['-m', 'pip', 'install', ...quietly, ...pinned, ...where],
    env: { ...env, PIP_REQUIRE_VIRTUALENV: '0' },
    cwd,
    onLine: (line) => report.line(line),
  });
}

/** The scripts that pip makes name the folder in which they were made, which is renamed. */
const launcher = (start: string): string => `#!/bin/sh
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
${start} -c 'from schemathesis.cli import schemathesis; schemathesis(prog_name="schemathesis")' "$@"
`;
