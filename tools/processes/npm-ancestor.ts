import { execFileSync } from 'node:child_process';

/** npm, then a shell, then perhaps a launcher, then this process. */
const MOST_GENERATIONS = 5;

/**
 * The process id of the npm that runs this process as a script; undefined when there is none. npm calls itself
 * `npm run …` in the list of processes, and a shell stands between it and its script.
 */
export function npmAncestor(env: NodeJS.ProcessEnv = process.env): number | undefined {
  if (!env.npm_lifecycle_event) return undefined;
  let pid = process.ppid;
  for (let generation = 0; generation < MOST_GENERATIONS && pid > 1; generation += 1) {
    const [, parent = '0', title = ''] = /^\s*(\d+)\s+(.*)$/m.exec(describeProcess(pid)) ?? [];
    if (/^npm\b/.test(title)) return pid;
    pid = Number(parent);
  }
  return undefined;
}

function describeProcess(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    // Without `ps`, or when the process has just ended: no ancestor to watch.
    return '';
  }
}
