import { ENGINE_VERSIONS, obtainNode } from '../engines';
import { runSteps } from '../progress';
import type { Reporter } from '../progress';

/** One suite on engines that goes through API, worker and every repository of a sale. */
export const SALE_SUITE = 'test/e2e/sale\\.test';

/** Rooms of `test/api` in which Node itself has most to do: the way of every call, files and texts, and secrets. */
const ROOMS_OF_NODE = ['http', 'import', 'access', 'console'];

/**
 * Unit tests that are not run a second time, as a whole run has to end within an hour and a half: the calls of single resources, whose way
 * through Node that of the other rooms is, and thousands of random histories and a year of a shop, which ask of Node what `test/loyalty`
 * asks already (dates, zones and words by what Node knows of them), each rule by itself. The first three are left out of every run of unit
 * tests.
 */
export const LEFT_OUT: readonly string[] = [
  ...['/node_modules/', '/test/e2e/', '/test/console/'],
  ...['/test/oracle/', '/test/year/', `/test/api/(?!(?:${ROOMS_OF_NODE.join('|')})/)`],
];

/** Whether a whole run is done a second time by the Node of the image: in CI, where another Node runs it. */
export function wantsSecondNode(extraArgs: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const [major] = ENGINE_VERSIONS.node.split('.');
  return Boolean(env.CI) && extraArgs.length === 0 && process.versions.node.split('.')[0] !== major;
}

/**
 * The executable of the Node of the image.
 *
 * @throws {EngineUnavailableError} when that Node cannot be had
 */
export async function obtainSecondNode(env: NodeJS.ProcessEnv): Promise<string> {
  let executable = '';
  const obtain = async (report: Reporter): Promise<string> => {
    const { value, way } = await obtainNode(env, report);
    executable = value.executable;
    return `from ${way}`;
  };
  await runSteps([{ title: `Node ${ENGINE_VERSIONS.node}`, run: obtain }]);
  return executable;
}
