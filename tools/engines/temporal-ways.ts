import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath, runCommand } from '../processes';
import type { EngineCache } from './cache';
import { cachedWay } from './cached-way';
import { downloadInto } from './download';
import { lookForPrograms, PROGRAMS, versionText } from './programs';
import { reach } from './reach';
import { ENGINE_VERSIONS, isAtLeast, OLDEST_ON_PATH } from './versions';
import type { Finding, Way } from './ways';

/** A `temporal` command with a development server inside. */
export interface TemporalProgram {
  readonly executable: string;
}

const VERSION = ENGINE_VERSIONS.temporalCli;
const ENTRY = `temporal-${VERSION}`;
const EXECUTABLE = 'bin/temporal';

/** How the Temporal server can be had on this machine, in the order in which the ways are tried. */
export function temporalWays(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TemporalProgram>[] {
  const use = (executable: string): TemporalProgram => ({ executable });
  return [onPath(env), cachedWay(cache, ENTRY, EXECUTABLE, use), download(cache, env), build(cache, env)];
}

function onPath(env: NodeJS.ProcessEnv): Way<TemporalProgram> {
  return {
    name: '`temporal` on PATH',
    look: async () => lookAtTemporal(await findOnPath('temporal', env)),
    take: async () => ({ executable: (await findOnPath('temporal', env)) ?? 'temporal' }),
  };
}

async function lookAtTemporal(executable: string | undefined): Promise<Finding> {
  if (!executable) return { state: 'impossible', reason: 'there is none' };
  const text = await versionText(executable).catch(() => '');
  const server = /Server (\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (!server) return { state: 'impossible', reason: `${executable} is not the Temporal CLI` };
  if (!isAtLeast(server, OLDEST_ON_PATH.temporalServer)) {
    const oldest = OLDEST_ON_PATH.temporalServer.join('.');
    return { state: 'impossible', reason: `${executable} carries server ${server}, older than ${oldest}` };
  }
  return { state: 'ready', detail: `${executable}, server ${server}` };
}

function download(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TemporalProgram> {
  return {
    name: 'the official download',
    look: async () => {
      const found = await reach('temporal.download', env);
      return found.reachable
        ? { state: 'possible', detail: `downloading the Temporal CLI ${VERSION}`, usualMs: 30_000 }
        : { state: 'impossible', reason: found.reason };
    },
    take: async (report) => {
      const folder = await cache.filled(ENTRY, report, async (beside) => {
        await downloadInto(beside, 'download-by-sdk', ['cli', VERSION], report);
        await mkdir(join(beside, 'bin'));
        await rename(join(beside, `temporal-v${VERSION}`), join(beside, EXECUTABLE));
        await versionText(join(beside, EXECUTABLE));
      });
      return { executable: join(folder, EXECUTABLE) };
    },
  };
}

function build(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TemporalProgram> {
  return {
    name: 'a build with Go',
    look: () =>
      lookForPrograms(
        [PROGRAMS.go],
        { detail: `building the Temporal CLI ${VERSION} with Go`, usualMs: 180_000 },
        env,
      ),
    take: async (report) => {
      const folder = await cache.filled(ENTRY, report, async (beside) => {
        await runCommand({
          command: 'go',
          // -v names each package as it is compiled, which is the progress shown.
          args: ['install', '-v', `github.com/temporalio/cli/cmd/temporal@v${VERSION}`],
          env: { ...env, GOBIN: join(beside, 'bin') },
          cwd: beside,
          onLine: (line) => report.line(line),
        });
        await versionText(join(beside, EXECUTABLE));
      });
      return { executable: join(folder, EXECUTABLE) };
    },
  };
}
