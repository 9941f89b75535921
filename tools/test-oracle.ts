/**
 * `npm run test:oracle`: the product against the second, naive implementation of its rules, over 5,000 random cases in each search and
 * others each time; `ORACLE_RUNS` says how many else. The exit code is 1 where the two disagree, and the smallest case that shows it is
 * printed with its seed.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { PROJECT_ROOT } from './local-settings';
import { onStopRequest, RetornoToolError, runTool, Teardown } from './processes';
import { failureLines, makeRunFolder, runProject } from './test-run';

const RUNS = '5000';
const SEARCHES = 'test/oracle/(?:property|people|files|orders)\\.test';
/** Exit code of a program that was interrupted, as shells have it. */
const INTERRUPTED = 130;

/** @throws RetornoToolError for what is no number of cases */
function readRuns(): number {
  const runs = Number(process.env.ORACLE_RUNS ?? RUNS);
  if (!Number.isInteger(runs) || runs < 1)
    throw new RetornoToolError(
      'oracle_runs',
      'ORACLE_RUNS is how many random cases each search plays: a whole number from 1.',
    );
  return runs;
}

async function main(): Promise<number> {
  const runs = readRuns();
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run().then(() => process.exit(INTERRUPTED)));
  const folder = await makeRunFolder(tmpdir());
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  console.log(`${runs} random cases in each search, others each time.`);
  const began = Date.now();
  const tally = await runProject(
    {
      root: PROJECT_ROOT,
      extraArgs: [SEARCHES],
      folder,
      env: { ...process.env, ORACLE_RUNS: String(runs) },
      onStart: (child) => teardown.add('the searches', () => child.stop()),
    },
    'unit',
  );
  await teardown.run();
  const minutes = Math.round((Date.now() - began) / 60_000);
  const agrees = tally.failed === 0 && tally.passed > 0;
  console.log(
    agrees
      ? `Product and oracle agree in ${tally.passed} searches of ${runs} random cases each (${minutes} min).`
      : ['Product and oracle disagree; the case and its seed are above.', ...failureLines(tally)].join('\n'),
  );
  return agrees ? 0 : 1;
}

runTool(main);
