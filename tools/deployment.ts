/**
 * `npm run deployment`: shows the builds of the Worker Deployment that WORKER_DEPLOYMENT names, and makes one of them current.
 * Needs only production dependencies.
 *
 *   -- current BUILD_ID     gives new work to this build, once its workers serve every queue of TEMPORAL_TASK_QUEUE
 *   -- current --unversioned   gives it to workers of no deployment
 */
import { parseArgs } from 'node:util';
import { RetornoToolError, runTool } from './processes';
import { buildsOf, makeCurrent, withConfiguredCluster } from './temporal';
import type { BuildState } from './temporal';

/** What a build is to whoever runs it. */
const MEANING: Record<BuildState, string> = {
  inactive: 'given no work',
  current: 'new work, and all runs that follow',
  ramping: 'a share of new work',
  draining: 'given up: runs that stay with it are still open, keep its workers',
  drained: 'given up: its workers can be stopped',
};

const USAGE = 'npm run deployment [-- current BUILD_ID | -- current --unversioned]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { unversioned: { type: 'boolean' } },
  });
  const [what, buildId, ...more] = positionals;
  const isChange = what === 'current' && (buildId === undefined) === (values.unversioned ?? false);
  if (more.length > 0 || (what === undefined ? values.unversioned : !isChange))
    throw new RetornoToolError('deployment_options', `Expected: ${USAGE}`);
  const deploymentName = process.env['WORKER_DEPLOYMENT'];
  if (!deploymentName)
    throw new RetornoToolError(
      'no_deployment',
      'WORKER_DEPLOYMENT is not set: it names the deployment that the workers are of. Set it as they have it.',
    );
  const taskQueue = process.env['TEMPORAL_TASK_QUEUE'] || 'retorno';
  return withConfiguredCluster(async ({ connection, namespace, address }) => {
    const at = { connection, namespace, deploymentName };
    if (what !== undefined) await makeCurrent(at, taskQueue, buildId ?? null);
    const builds = await buildsOf(at);
    console.log(`Deployment ${deploymentName} at ${address}, namespace ${namespace}:`);
    for (const build of builds) console.log(`  ${build.buildId}  ${build.state}: ${MEANING[build.state]}`);
    if (builds.length === 0) console.log('  no worker of it has come yet');
    if (!builds.some(({ state }) => state === 'current'))
      console.log('No build is current: new work is for workers of no deployment.');
    return 0;
  });
}

runTool(main);
