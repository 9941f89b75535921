import { findOnPath, runCommand } from '../processes';
import type { Way } from './ways';

const USUAL_MS = 60_000;

/** What was begun last. */
let former: Promise<unknown> = Promise.resolve();

/** One after the other: Debian refuses whoever comes while it installs something else. */
function inTurn<T>(take: () => Promise<T>): Promise<T> {
  const mine = former.then(take);
  former = mine.catch(() => undefined);
  return mine;
}

/**
 * The way "a package of Debian": only where nobody is surprised by what is installed on their system.
 * @param remedy what somebody is told where it is not done for them
 * @param use what the engine is started from, once the package is there
 */
export function byDebian<T>(
  debianPackage: string,
  remedy: string,
  env: NodeJS.ProcessEnv,
  use: () => Promise<T>,
): Way<T> {
  return {
    name: 'the package of Debian',
    look: async () => {
      if (env.CI !== 'true')
        return { state: 'impossible', reason: 'packages are only installed with CI=true', remedy };
      const apt = await findOnPath('apt-get', env);
      if (apt === undefined || process.getuid?.() !== 0)
        return { state: 'impossible', reason: 'there is no apt-get, or this is not root', remedy };
      return { state: 'possible', detail: `installing ${debianPackage} with apt-get`, usualMs: USUAL_MS };
    },
    take: (report) =>
      inTurn(async () => {
        const run = (...args: string[]): Promise<string> =>
          runCommand({
            command: 'apt-get',
            args,
            env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
            cwd: '/',
            onLine: (line) => report.line(line),
          });
        await run('update');
        await run('install', '--yes', '--no-install-recommends', debianPackage);
        return use();
      }),
  };
}
