import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINE_VERSIONS, obtainNode } from '../engines';
import { runSteps } from '../progress';
import type { Reporter } from '../progress';
import { runJest } from './jest';
import type { JestRun } from './jest';
import { addTallies } from './tally';
import type { Tally } from './tally';

/** One suite on engines that goes through API, worker and every repository of a sale. */
const SALE_SUITE = 'test/e2e/sale\\.test';

/** Whether a whole run is done a second time by the Node of the image: in CI, where another Node runs it. */
export function wantsSecondNode(extraArgs: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const [major] = ENGINE_VERSIONS.node.split('.');
  return Boolean(env.CI) && extraArgs.length === 0 && process.versions.node.split('.')[0] !== major;
}

/** What the runs of the second Node share with those of the first. */
export type SecondRun = Pick<JestRun, 'root' | 'env' | 'onStart'> & { readonly folder: string };

/**
 * Runs the unit tests by the Node of the image beside `others`, and then one suite on engines.
 *
 * @throws {EngineUnavailableError} when that Node cannot be had
 */
export async function besideSecondNode(run: SecondRun, others: () => Promise<Tally>): Promise<Tally> {
  const node = await secondNode(run.env);
  const logFile = join(run.folder, 'second-node.log');
  const common = { ...run, node, extraArgs: [] };
  const [tally, unit] = await Promise.all([
    others(),
    runJest({
      ...common,
      project: 'unit',
      reportFile: join(run.folder, 'unit-second.json'),
      beside: { logFile },
    }),
  ]);
  console.log(`\nThe unit tests on Node ${ENGINE_VERSIONS.node}:\n${await readFile(logFile, 'utf8')}`);
  console.log(`\nA suite on engines on Node ${ENGINE_VERSIONS.node}:`);
  const engines = await runJest({
    ...common,
    extraArgs: [SALE_SUITE],
    project: 'engines',
    reportFile: join(run.folder, 'engines-second.json'),
  });
  return [tally, unit, engines].reduce(addTallies);
}

async function secondNode(env: NodeJS.ProcessEnv): Promise<string> {
  let executable = '';
  const obtain = async (report: Reporter): Promise<string> => {
    const { value, way } = await obtainNode(env, report);
    executable = value.executable;
    return `from ${way}`;
  };
  await runSteps([{ title: `Node ${ENGINE_VERSIONS.node}`, run: obtain }]);
  return executable;
}
