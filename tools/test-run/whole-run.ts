import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINE_VERSIONS } from '../engines';
import { runJest } from './jest';
import type { JestProject, JestRun } from './jest';
import { LEFT_OUT, obtainSecondNode, SALE_SUITE, wantsSecondNode } from './second-node';
import { addTallies } from './tally';
import type { Tally } from './tally';

/** What all runs of jest share. */
export type SharedRun = Pick<JestRun, 'root' | 'extraArgs' | 'env' | 'onStart'> & { readonly folder: string };

/**
 * Runs the unit tests beside those on engines, which leave processors idle where they wait: the unit tests give way to them, and what they
 * say is shown at their end. In CI both run a second time, in part, by the Node of the image.
 *
 * @param engines brings the engines up, and says in which environment they are found. Where it fails, the unit tests run to their end.
 */
export async function runSideBySide(
  run: SharedRun,
  engines: () => Promise<NodeJS.ProcessEnv>,
): Promise<Tally> {
  console.log('The unit tests run beside the others; what they say follows at their end.');
  const unit = runUnitBeside(run, 'unit');
  // Nobody waits for them while the engines come up: that they fail meanwhile is heard of below.
  unit.catch(() => undefined);
  try {
    const env = await engines();
    const node = wantsSecondNode(run.extraArgs, env) ? await obtainSecondNode(env) : null;
    const again = async (first: Tally): Promise<Tally> =>
      node
        ? addTallies(first, await runUnitBeside({ ...run, node, leftOut: LEFT_OUT }, 'unit-second'))
        : first;
    const onEngines = { ...run, env };
    const [units, rest] = await Promise.all([unit.then(again), runProject(onEngines, 'engines')]);
    const tally = addTallies(units, rest);
    return node ? addTallies(tally, await runSaleSuite({ ...onEngines, node })) : tally;
  } catch (error) {
    throw new BrokenOffError(await unit, error);
  }
}

/** The run broke off, with the results of what had run by then. */
export class BrokenOffError extends Error {
  constructor(
    readonly tally: Tally,
    override readonly cause: unknown,
  ) {
    super('The run broke off');
  }
}

/** One project by the Node of this process, shown as it comes. */
export function runProject(run: SharedRun, project: JestProject): Promise<Tally> {
  return runJest({ ...run, project, reportFile: join(run.folder, `${project}.json`) });
}

async function runUnitBeside(
  run: SharedRun & Pick<JestRun, 'node' | 'leftOut'>,
  name: string,
): Promise<Tally> {
  const logFile = join(run.folder, `${name}.log`);
  const reportFile = join(run.folder, `${name}.json`);
  const tally = await runJest({ ...run, project: 'unit', reportFile, beside: { logFile } });
  const by = run.node ? ` on Node ${ENGINE_VERSIONS.node}` : '';
  console.log(`\nThe unit tests${by}:\n${await readFile(logFile, 'utf8')}`);
  return tally;
}

function runSaleSuite(run: SharedRun & { readonly node: string }): Promise<Tally> {
  console.log(`\nA suite on engines on Node ${ENGINE_VERSIONS.node}:`);
  const reportFile = join(run.folder, 'engines-second.json');
  return runJest({ ...run, extraArgs: [SALE_SUITE], project: 'engines', reportFile });
}
