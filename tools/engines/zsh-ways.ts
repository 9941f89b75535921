import { findOnPath } from '../processes';
import { byDebian } from './by-debian';
import { versionText } from './programs';
import type { Way } from './ways';

/** The second shell that the tour of the README is pasted into. */
export interface ZshProgram {
  readonly executable: string;
}

/** How a zsh can be had on this machine, in the order in which the ways are tried. */
export function zshWays(env: NodeJS.ProcessEnv): Way<ZshProgram>[] {
  const onPath = async (): Promise<ZshProgram> => ({ executable: (await findOnPath('zsh', env)) ?? 'zsh' });
  return [
    {
      name: '`zsh` on PATH',
      look: async () => {
        const executable = await findOnPath('zsh', env);
        if (executable === undefined) return { state: 'impossible', reason: 'there is none' };
        const version = /^zsh (\S+)/m.exec(await versionText(executable).catch(() => ''))?.[1];
        return version === undefined
          ? { state: 'impossible', reason: `${executable} is no zsh that runs here` }
          : { state: 'ready', detail: `${executable}, ${version}` };
      },
      take: onPath,
    },
    byDebian('zsh', 'Install it: `apt-get install zsh`', env, onPath),
  ];
}
