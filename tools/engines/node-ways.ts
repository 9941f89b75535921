import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { EngineCache } from './cache';
import { cachedWay } from './cached-way';
import { ENGINE_VERSIONS } from './versions';
import type { Way } from './ways';

/** The Node of the image, for those who run with another one. */
export interface NodeProgram {
  readonly executable: string;
}

const VERSION = ENGINE_VERSIONS.node;
const ENTRY = `node-${VERSION}`;
/** Where npm has this version as a package, `node-<platform>-<architecture>`. */
const PACKAGED = ['linux-x64', 'linux-arm64'];

/** How the Node of the image can be had on this machine, in the order in which the ways are tried. */
export function nodeWays(cache: EngineCache, env: NodeJS.ProcessEnv): Way<NodeProgram>[] {
  const use = (executable: string): NodeProgram => ({ executable });
  return [cachedWay(cache, ENTRY, executableIn(''), use), fromNpm(cache, env)];
}

function fromNpm(cache: EngineCache, env: NodeJS.ProcessEnv): Way<NodeProgram> {
  return {
    name: 'the package of npm',
    look: () =>
      Promise.resolve(
        PACKAGED.includes(platform())
          ? { state: 'possible', detail: `fetching Node ${VERSION} with npm`, usualMs: 20_000 }
          : {
              state: 'impossible',
              reason: `npm has no package of Node ${VERSION} for ${platform()}`,
              remedy: `Install Node ${VERSION.split('.', 1)[0]} from https://nodejs.org and run with it`,
            },
      ),
    take: async (report) => {
      const folder = await cache.filled(ENTRY, report, async (beside) => {
        await runCommand({
          command: 'npm',
          args: ['install', '--prefix', beside, '--no-save', '--ignore-scripts', packageName()],
          env,
          cwd: beside,
          onLine: (line) => report.line(line),
        });
        await access(executableIn(beside));
      });
      return { executable: executableIn(folder) };
    },
  };
}

function packageName(): string {
  return `node-${platform()}@${VERSION}`;
}

function executableIn(folder: string): string {
  return join(folder, 'node_modules', `node-${platform()}`, 'bin', 'node');
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}
