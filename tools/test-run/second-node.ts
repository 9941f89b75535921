import { ENGINE_VERSIONS, obtainNode } from '../engines';
import { runSteps } from '../progress';
import type { Reporter } from '../progress';

/** One suite on engines that goes through API, worker and every repository of a sale. */
export const SALE_SUITE = 'test/e2e/sale\\.test';

/**
 * Unit tests that are not run a second time: arithmetic and words, which use nothing that another Node could do otherwise, and the calls of
 * single resources, whose common way through Node `test/api/http` goes. The first three are left out of every run of unit tests.
 */
export const LEFT_OUT: readonly string[] = [
  ...['/node_modules/', '/test/e2e/', '/test/console/'],
  ...['/test/(?:loyalty|oracle|pages|year)/', '/test/api/(?!http/)'],
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
