/**
 * `npm test`: the unit tests, and beside them the tests on real engines, which are brought up for this run and taken
 * down at its end. In CI both kinds run a second time, in part, on the Node of the image. Arguments after `--` go to jest: then one
 * kind follows the other. The last line is `N passed, N failed`.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { buildIfStale } from './local';
import { PROJECT_ROOT } from './local-settings';
import { runSteps } from './progress';
import { onStopRequest, RetornoToolError, runTool, Teardown } from './processes';
import {
  addTallies,
  failureLines,
  LANES,
  listTests,
  makeRunFolder,
  NO_TESTS,
  runProject,
  runSideBySide,
  BrokenOffError,
  startTestEngines,
  tallyLine,
} from './test-run';
import type { SharedRun, Tally } from './test-run';

/** Exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const teardown = new Teardown();
  onStopRequest((reason, force) => {
    if (force) process.exit(INTERRUPTED);
    console.log(`\nStopping (${reason}) …`);
    // What is just being started is not in the teardown yet: it dies with this process.
    void teardown.run().then(() => process.exit(INTERRUPTED));
  });
  const folder = await makeRunFolder(tmpdir());
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  const tally = await runAll({ extraArgs: process.argv.slice(2), folder, teardown });
  await teardown.run();
  console.log(['', ...failureLines(tally), tallyLine(tally)].join('\n'));
  return tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

interface Run {
  readonly extraArgs: readonly string[];
  readonly folder: string;
  readonly teardown: Teardown;
}

async function runAll({ extraArgs, folder, teardown }: Run): Promise<Tally> {
  const onStart: SharedRun['onStart'] = (child) => teardown.add('the tests', () => child.stop());
  const run: SharedRun = { root: PROJECT_ROOT, extraArgs, folder, env: process.env, onStart };
  const engines = async (lanes: number): Promise<NodeJS.ProcessEnv> => ({
    ...process.env,
    ...(await startTestEngines(PROJECT_ROOT, folder, process.env, teardown, lanes)),
  });
  try {
    if (extraArgs.length === 0) return await runSideBySide(run, () => inLanes(engines));
    return await runSome(run, () => engines(1));
  } catch (error) {
    const [tally, cause] = error instanceof BrokenOffError ? [error.tally, error.cause] : [NO_TESTS, error];
    console.error(cause instanceof RetornoToolError ? `\n${cause.message}` : cause);
    return addTallies(tally, { ...NO_TESTS, failed: 1, failures: ['the run itself: see above'] });
  }
}

/** Built once, before files of two lanes would both do so. */
async function inLanes(engines: (lanes: number) => Promise<NodeJS.ProcessEnv>): Promise<NodeJS.ProcessEnv> {
  await runSteps([{ title: 'Retorno', run: (report) => buildIfStale(PROJECT_ROOT, report) }]);
  return engines(LANES);
}

/** Those that somebody asked for, one kind after the other. */
async function runSome(run: SharedRun, engines: () => Promise<NodeJS.ProcessEnv>): Promise<Tally> {
  const [unit = [], onEngines = []] = await Promise.all(
    (['unit', 'engines'] as const).map((project) =>
      listTests(PROJECT_ROOT, project, run.extraArgs, process.env),
    ),
  );
  if (unit.length + onEngines.length === 0) console.error(`No test file matches: ${run.extraArgs.join(' ')}`);
  const tally = unit.length > 0 ? await runProject(run, 'unit') : NO_TESTS;
  if (onEngines.length === 0) return tally;
  const broken = (cause: unknown): never => {
    throw new BrokenOffError(tally, cause);
  };
  const env = await engines().catch(broken);
  return addTallies(tally, await runProject({ ...run, env }, 'engines'));
}

runTool(main);
