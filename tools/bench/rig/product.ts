import { randomBytes } from 'node:crypto';
import { migrationStep } from '../../migration';
import { freePorts, waitUntil } from '../../processes';
import { runSteps } from '../../progress';
import type { BenchEngines } from './engines';
import { PROBED } from './memory';
import { startNode } from './node-process';
import type { Launch, NodeProcess } from './node-process';
import { productEnv, simulatorEnv } from './product-env';
import type { Secrets, SimulatorAddresses } from './product-env';

/** The task queues. Nobody polls the idle ones. */
export const QUEUES = {
  product: 'bench-retorno',
  peer: 'bench-peer',
  idleProduct: 'bench-retorno-idle',
  idlePeer: 'bench-peer-idle',
} as const;

/** Retorno's processes and the world around it, each by itself. */
export interface Product {
  readonly secrets: Secrets;
  readonly simulator: NodeProcess<SimulatorAddresses>;
  readonly worker: NodeProcess<unknown>;
  readonly api: NodeProcess<unknown>;
  /** Takes webhooks for a queue without a worker: its answers are not disturbed by the work they cause. */
  readonly idleApi: NodeProcess<unknown>;
  readonly apiUrl: string;
  readonly idleApiUrl: string;
}

const READY_WITHIN_MS = 60_000;

/** Starts Retorno as in production, against the simulator. */
export async function startProduct(
  engines: BenchEngines,
  companies: number,
  launch: Launch,
): Promise<Product> {
  const [apiPort = 0, idleApiPort = 0] = await freePorts(2);
  const secrets = {
    clientId: 'retorno-bench',
    clientSecret: randomBytes(24).toString('base64url'),
    encryptionKey: randomBytes(32),
  };
  const { encryptionKey } = secrets;
  await runSteps([migrationStep(() => ({ uri: engines.mongo.uri, encryptionKey }), { finish: true })]);
  const simulator = await startNode({
    ...launch,
    name: 'simulator',
    script: 'simulator/main.js',
    env: simulatorEnv(launch, secrets, companies, local(apiPort)),
    readyFrom: (entry) => (entry.ready === true ? (entry as unknown as SimulatorAddresses) : undefined),
  });
  const env = productEnv(launch, engines, secrets, simulator.ready);
  const api = await startApi({ ...launch, name: 'api' }, env, apiPort, QUEUES.product);
  const idle = { ...launch, name: 'api without worker' };
  const idleApi = await startApi(idle, env, idleApiPort, QUEUES.idleProduct);
  const worker = await startNode({
    ...launch,
    name: 'worker',
    script: 'src/worker.js',
    nodeArgs: PROBED,
    env: { ...env, TEMPORAL_TASK_QUEUE: QUEUES.product, PUBLIC_URL: local(apiPort) },
    readyFrom: ({ msg }) => (msg === 'worker ready' ? true : undefined),
  });
  const [apiUrl, idleApiUrl] = [local(apiPort), local(idleApiPort)];
  return { secrets, simulator, worker, api, idleApi, apiUrl, idleApiUrl };
}

async function startApi(
  launch: Launch & { name: string },
  env: NodeJS.ProcessEnv,
  port: number,
  queue: string,
): Promise<NodeProcess<unknown>> {
  const api = await startNode({
    ...launch,
    script: 'src/server.js',
    env: { ...env, PORT: String(port), PUBLIC_URL: local(port), TEMPORAL_TASK_QUEUE: queue },
    readyFrom: ({ msg }) => (msg === 'api listening' ? true : undefined),
  });
  await waitUntil(async () => (await fetch(`${local(port)}/readyz`)).ok, {
    what: `The ${launch.name} is ready`,
    timeoutMs: READY_WITHIN_MS,
    signal: launch.signal,
  });
  return api;
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}
