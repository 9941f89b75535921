import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ENGINE_VERSIONS, EngineCache } from '../engines';
import { isBuilt, mongoKindOf, neededPorts } from '../local';
import { PROJECT_ROOT } from '../local-settings';
import type { LocalSettings } from '../local-settings';
import { findOnPath, isPortFree } from '../processes';
import type { Check } from './check';

const OLDEST_NODE = [20, 19] as const;
/** The end of Node 20's support: https://nodejs.org/en/about/previous-releases */
const OLDEST_WITH_FIXES = 22;
const [LTS] = ENGINE_VERSIONS.node.split('.');
const NODE = 'https://nodejs.org';

/** The Node that runs this, against the oldest one the dependencies accept. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const said = { what: 'Node', detail: version };
  if (!isNewEnough)
    return {
      ...said,
      verdict: 'bad',
      more: [`Install Node ${LTS} (at least ${OLDEST_NODE.join('.')}): ${NODE}`],
    };
  if (major < OLDEST_WITH_FIXES)
    return {
      ...said,
      verdict: 'note',
      more: [`It works, but has no fixes any more. Install Node ${LTS}: ${NODE}`],
    };
  return { ...said, verdict: 'ok' };
}

/** The tool chains the builds of engines need; missing ones only matter where nothing else leads to an engine. */
export async function checkToolChains(env: NodeJS.ProcessEnv): Promise<Check[]> {
  return Promise.all(
    ['go', 'cargo', 'cc', 'cmake', 'java', 'mvn', 'python3'].map(async (name): Promise<Check> => {
      const path = await findOnPath(name, env);
      return path
        ? { verdict: 'ok', what: name, detail: path }
        : {
            verdict: 'note',
            what: name,
            detail: 'not on PATH; only needed where an engine has to be built with it',
          };
    }),
  );
}

/** Whether the ports of `npm start` are free. A taken one is no fault while a start is running. */
export async function checkPorts(settings: LocalSettings): Promise<Check[]> {
  return Promise.all(
    neededPorts(settings).map(async ({ port, what, variable }): Promise<Check> => {
      if (await isPortFree(port)) return { verdict: 'ok', what: `Port ${port}`, detail: `free, for ${what}` };
      return {
        verdict: 'bad',
        what: `Port ${port}`,
        detail: `taken, needed by ${what}`,
        more: [`Stop what uses it (\`lsof -i :${port}\` names it) or set ${variable} to another port.`],
      };
    }),
  );
}

/** The cache, the data folder and the build: what an earlier start left, and what the next one will do. */
export async function checkFolders(settings: LocalSettings, env: NodeJS.ProcessEnv): Promise<Check[]> {
  const cache = EngineCache.of(env);
  const kind = await mongoKindOf(settings.dataDir);
  const isSecondStart = await exists(settings.dataDir);
  const built = await isBuilt(PROJECT_ROOT);
  return [
    await checkWritable('Engine cache', cache.root, 'XDG_CACHE_HOME'),
    await checkWritable('Data folder', settings.dataDir, 'DATA_DIR'),
    {
      verdict: 'ok',
      what: 'Next start',
      detail: isSecondStart
        ? `goes on with the data that is there${kind ? ` (MongoDB data of ${kind})` : ''}`
        : `is the first: makes secrets${settings.simulator ? ', publishes the demo program, connects the demo store' : ''}`,
    },
    {
      verdict: 'ok',
      what: 'Build',
      detail: built ? 'up to date' : 'will be made at the next start, in about 30 s',
    },
  ];
}

async function checkWritable(what: string, folder: string, variable: string): Promise<Check> {
  let present = folder;
  while (!(await exists(present))) present = dirname(present);
  try {
    await access(present, constants.W_OK);
    return { verdict: 'ok', what, detail: present === folder ? folder : `${folder} (made when needed)` };
  } catch {
    return {
      verdict: 'bad',
      what,
      detail: `${folder} cannot be written`,
      more: [`Make ${present} writable, or set ${variable} to a folder that is.`],
    };
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
