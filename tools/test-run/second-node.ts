import { ENGINE_VERSIONS, obtainNode } from '../engines';
import { runSteps } from '../progress';
import type { Reporter } from '../progress';

/** One suite on engines that goes through API, worker and every repository of a sale. */
export const SALE_SUITE = 'test/e2e/sale\\.test';

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
