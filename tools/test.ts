/**
 * `npm test`: the unit tests, then the tests on real engines, which are brought up for this run and taken
 * down at its end. In CI both kinds run a second time, the latter in part, on the Node of the image. Arguments after `--` go to jest. The last line is `N passed, N failed`.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from './local-settings';
import { onStopRequest, RetornoToolError, runTool, Teardown } from './processes';
import {
  addTallies,
  besideSecondNode,
  failureLines,
  listTests,
  makeRunFolder,
  NO_TESTS,
  runJest,
  startTestEngines,
  tallyLine,
  wantsSecondNode,
} from './test-run';
import type { JestProject, JestRun, Tally } from './test-run';

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

async function runAll(run: Run): Promise<Tally> {
  let tally = NO_TESTS;
  try {
    const [unit, engines] = await Promise.all(
      (['unit', 'engines'] as const).map((project) =>
        listTests(PROJECT_ROOT, project, run.extraArgs, process.env),
      ),
    );
    if (!unit?.length && !engines?.length) console.error(`No test file matches: ${run.extraArgs.join(' ')}`);
    if (unit?.length) tally = await runProject('unit', run, process.env);
    if (!engines?.length) return tally;
    const started = await startTestEngines(PROJECT_ROOT, run.folder, process.env, run.teardown);
    const env = { ...process.env, ...started };
    const onEngines = (): Promise<Tally> => runProject('engines', run, env);
    if (!wantsSecondNode(run.extraArgs, env)) return addTallies(tally, await onEngines());
    const onStart = stoppedIn(run.teardown, 'the tests on a second Node');
    const second = { root: PROJECT_ROOT, folder: run.folder, env, onStart };
    return addTallies(tally, await besideSecondNode(second, onEngines));
  } catch (error) {
    console.error(error instanceof RetornoToolError ? `\n${error.message}` : error);
    return addTallies(tally, { ...NO_TESTS, failed: 1, failures: ['the run itself: see above'] });
  }
}

async function runProject(project: JestProject, run: Run, env: NodeJS.ProcessEnv): Promise<Tally> {
  return runJest({
    project,
    extraArgs: run.extraArgs,
    env,
    root: PROJECT_ROOT,
    reportFile: join(run.folder, `${project}.json`),
    onStart: stoppedIn(run.teardown, `the ${project} tests`),
  });
}

function stoppedIn(teardown: Teardown, what: string): JestRun['onStart'] {
  return (child) => teardown.add(what, () => child.stop());
}

runTool(main);
