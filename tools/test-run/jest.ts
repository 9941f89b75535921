import { closeSync, openSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand, supervise } from '../processes';
import type { Supervised } from '../processes';
import { tallyOf } from './tally';
import type { Tally } from './tally';

/** The projects of jest.config.js. */
export type JestProject = 'unit' | 'engines';

/** One run of one project. */
export interface JestRun {
  readonly project: JestProject;
  /** What the person gave after `npm test --`. */
  readonly extraArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
  readonly reportFile: string;
  /** By which Node; default: that of this process. */
  readonly node?: string;
  /** Patterns of files that are left out, in place of those of the project; absent: those of the project. */
  readonly leftOut?: readonly string[];
  /** A run beside another: it gives way, and what it says goes to this file. */
  readonly beside?: { readonly logFile: string };
  /** Hears of the running jest, to be able to stop it. */
  readonly onStart: (child: Supervised) => void;
}

/** How many files of the engines project run side by side in a whole run; each of their lanes has servers of its own. */
export const LANES = 2;

/** What a test file leaves behind in a process slows down all that follow: one that has grown so large is replaced by another. */
const FRESH = ['--workerIdleMemoryLimit=900MB'];

/**
 * In each lane the files share one Temporal server and one MongoDB: they run one after the other. The SDK's native threads can keep
 * a process from ending although every worker and connection was closed.
 */
const PROJECT_ARGS: Record<JestProject, Record<'whole' | 'some', readonly string[]>> = {
  unit: { whole: [...FRESH, '--maxWorkers=2'], some: [] },
  engines: {
    whole: [...FRESH, `--maxWorkers=${LANES}`, '--forceExit'],
    some: ['--runInBand', '--forceExit'],
  },
};

/**
 * Runs what follows behind everything else. Where Linux shares processors among sessions (autogroup, man 7 sched), being nice counts
 * within the own session only, and the session itself has to be.
 */
const GIVE_WAY = '{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec nice -n 15 "$@"';

/** The MongoDB driver loads `os` with import(), which jest's sandbox can only do with this flag. */
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** Runs jest on one project, its output shown as it comes, and counts the results from its JSON report. */
export async function runJest(run: JestRun): Promise<Tally> {
  const log = run.beside && openSync(run.beside.logFile, 'a');
  const child = supervise({
    command: run.beside ? '/bin/sh' : (run.node ?? process.execPath),
    args: [
      ...(run.beside ? [...['-c', GIVE_WAY, 'give-way'], run.node ?? process.execPath] : []),
      ...jestArguments(run.root, run.project, run.extraArgs),
      ...PROJECT_ARGS[run.project][run.extraArgs.length === 0 ? 'whole' : 'some'],
      ...(run.leftOut ?? []).map((pattern) => `--testPathIgnorePatterns=${pattern}`),
      ...['--json', `--outputFile=${run.reportFile}`, '--passWithNoTests'],
    ],
    env: run.node ? { ...run.env, PATH: `${dirname(run.node)}${delimiter}${run.env.PATH}` } : run.env,
    cwd: run.root,
    // With --json, standard output carries only the report; what a person reads comes on standard error.
    output: { errorFd: log ?? process.stdout.fd },
  });
  if (log !== undefined) closeSync(log);
  run.onStart(child);
  const exit = await child.exited;
  return tallyOf(run.reportFile, exit.code === 0, run.root);
}

/** The test files a run would have. */
export async function listTests(
  root: string,
  project: JestProject,
  extraArgs: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string[]> {
  const args = [...jestArguments(root, project, extraArgs), '--listTests', '--json', '--passWithNoTests'];
  const output = await runCommand({ command: process.execPath, args, env, cwd: root });
  const list = output.split('\n').find((line) => line.startsWith('['));
  return list ? (JSON.parse(list) as string[]) : [];
}

/** --selectProjects takes every word after it up to the next option: what the person gave goes before it. */
function jestArguments(root: string, project: JestProject, extraArgs: readonly string[]): string[] {
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  return [...NODE_FLAGS, program, ...extraArgs, '--selectProjects', project];
}
