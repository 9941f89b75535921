import { randomBytes } from 'node:crypto';
import type { StoreSettings } from '../../src/store';
import { migrationStep } from '../migration';
import { freePorts, waitUntil } from '../processes';
import { runSteps } from '../progress';
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

/** The world around Retorno, a database that is ready, and the settings of every process. */
export interface World {
  readonly secrets: Secrets;
  readonly simulator: NodeProcess<SimulatorAddresses>;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the pretend world and prepares the database. `apiPort`: where Bling finds the API. `prepare`: in place of our migration. */
export async function startWorld(
  engines: BenchEngines,
  companies: number,
  apiPort: number,
  launch: Launch,
  prepare = migrate,
): Promise<World> {
  const secrets = {
    clientId: 'retorno-bench',
    clientSecret: randomBytes(24).toString('base64url'),
    encryptionKey: randomBytes(32),
    whatsappAppSecret: randomBytes(24).toString('base64url'),
  };
  await prepare({ uri: engines.mongo.uri, encryptionKey: secrets.encryptionKey });
  const simulator = await startNode({
    ...launch,
    name: 'simulator',
    script: 'simulator/main.js',
    env: simulatorEnv(launch, secrets, companies, local(apiPort)),
    readyFrom: (entry) => (entry.ready === true ? (entry as unknown as SimulatorAddresses) : undefined),
  });
  return { secrets, simulator, env: productEnv(launch, engines, secrets, simulator.ready) };
}

async function migrate(settings: StoreSettings): Promise<void> {
  await runSteps([migrationStep(() => settings, { finish: true })]);
}

/** Starts Retorno as in production, against the simulator. */
export async function startProduct(
  engines: BenchEngines,
  companies: number,
  launch: Launch,
): Promise<Product> {
  const [apiPort = 0, idleApiPort = 0] = await freePorts(2);
  const { secrets, simulator, env } = await startWorld(engines, companies, apiPort, launch);
  const api = await startApi({ ...launch, name: 'api' }, env, apiPort, QUEUES.product);
  const idle = { ...launch, name: 'api without worker' };
  const idleApi = await startApi(idle, env, idleApiPort, QUEUES.idleProduct);
  const own = { TEMPORAL_TASK_QUEUE: QUEUES.product, PUBLIC_URL: local(apiPort) };
  const worker = await startWorker({ ...launch, name: 'worker' }, { ...env, ...own });
  const [apiUrl, idleApiUrl] = [local(apiPort), local(idleApiPort)];
  return { secrets, simulator, worker, api, idleApi, apiUrl, idleApiUrl };
}

/** Starts a worker, whose queues are in `env`, and waits until it works. */
export function startWorker(
  launch: Launch & { name: string },
  env: NodeJS.ProcessEnv,
): Promise<NodeProcess<unknown>> {
  return startNode({
    ...launch,
    script: 'src/worker.js',
    nodeArgs: PROBED,
    env,
    readyFrom: ({ msg }) => (msg === 'worker ready' ? true : undefined),
  });
}

/** Starts an API and waits until it is ready. */
export async function startApi(
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

/** Where a port of this machine is reached. */
export function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}
