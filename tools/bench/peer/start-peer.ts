import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { PROJECT_ROOT } from '../../local-settings';
import { bareEnv, PROBED, QUEUES, startNode } from '../../rig';
import type { Launch, NodeProcess } from '../../rig';

const COMPILED = join('tools', 'bench', 'peer');

/** The peer's worker, and the port on which it tells which workflows are through. */
export type PeerProcess = NodeProcess<{ readonly port: number }>;

/** Bundles the peer's workflows and starts its worker. */
export async function startPeer(address: string, launch: Launch): Promise<PeerProcess> {
  const bundle = join(launch.folder, 'peer-bundle.js');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(PROJECT_ROOT, 'dist', COMPILED, 'workflows.js'),
    logger: new DefaultLogger('WARN'),
  });
  await writeFile(bundle, code);
  return startNode({
    ...launch,
    name: 'peer worker',
    script: join(COMPILED, 'worker.js'),
    nodeArgs: PROBED,
    env: {
      ...bareEnv(launch),
      TEMPORAL_ADDRESS: address,
      TEMPORAL_TASK_QUEUE: QUEUES.peer,
      PEER_BUNDLE: bundle,
    },
    readyFrom: ({ ready, port }) => (ready === true ? { port: Number(port) } : undefined),
  });
}
