/**
 * The peer's worker, a process of its own. TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE and PEER_BUNDLE in the environment.
 * Prints one JSON line when it is ready, with the port on which it tells which workflows are through.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createPeerActivities } from './activities';

/** As many as the product's worker keeps (src/worker-setup.ts). */
const CACHED_WORKFLOWS = 1_000;

async function main(): Promise<void> {
  const { TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE = '', PEER_BUNDLE = '' } = process.env;
  const through: string[] = [];
  // By itself the SDK would also stop at SIGUSR2, with which the bench asks for the memory.
  Runtime.install({ shutdownSignals: ['SIGTERM'] });
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection,
    taskQueue: TEMPORAL_TASK_QUEUE,
    workflowBundle: { codePath: PEER_BUNDLE },
    activities: createPeerActivities(through),
    maxCachedWorkflows: CACHED_WORKFLOWS,
    shutdownGraceTime: '10s',
  });
  const server = createServer((_request, response) => response.end(JSON.stringify(through.splice(0))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(JSON.stringify({ ready: true, port: (server.address() as AddressInfo).port }));
  await worker.run();
  server.close();
  server.closeAllConnections();
  await connection.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
