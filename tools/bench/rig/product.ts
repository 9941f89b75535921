import { randomBytes } from 'node:crypto';
import { freePorts, waitUntil } from '../../processes';
import type { BenchEngines } from './engines';
import { PROBED } from './memory';
import { startNode } from './node-process';
import type { Launch, NodeProcess } from './node-process';

/** The task queues. Nobody polls the idle ones. */
export const QUEUES = {
  product: 'bench-retorno',
  peer: 'bench-peer',
  idleProduct: 'bench-retorno-idle',
  idlePeer: 'bench-peer-idle',
} as const;

/** Where the parts of the pretend world are, as the simulator says it. */
interface SimulatorAddresses {
  readonly url: string;
  readonly smtpUrl: string;
  readonly blingApiUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly whatsappUrl: string;
}

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

/** What the processes have to agree on. */
export interface Secrets {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly encryptionKey: Buffer;
}

const WHATSAPP = {
  phoneNumberId: '100000000000001',
  token: 'bench-token',
  verifyToken: 'bench-verify-token',
};
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

/** Nothing of this process's environment and home: no setting of a person's own may change the figures. */
export function bareEnv({ folder }: Pick<Launch, 'folder'>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: folder, NODE_ENV: 'production' };
}

/** The pretend world: no sales by itself, and nobody registered for WhatsApp's delivery reports. */
function simulatorEnv(
  launch: Launch,
  { clientId, clientSecret }: Secrets,
  companies: number,
  apiUrl: string,
): NodeJS.ProcessEnv {
  return {
    ...bareEnv(launch),
    SIMULATOR_PORT: '0',
    SIMULATOR_SMTP_PORT: '0',
    SIMULATOR_COMPANIES: String(companies),
    SIMULATOR_CONTACTS: '0',
    SIMULATOR_HISTORY: '0',
    SIMULATOR_REDIRECT_URL: `${apiUrl}/integrations/bling/callback`,
    SIMULATOR_WEBHOOK_URL: `${apiUrl}/webhooks/bling`,
    BLING_CLIENT_ID: clientId,
    BLING_CLIENT_SECRET: clientSecret,
    WHATSAPP_TOKEN: WHATSAPP.token,
    WHATSAPP_PHONE_NUMBER_ID: WHATSAPP.phoneNumberId,
  };
}

function productEnv(
  launch: Launch,
  { temporal, mongo }: BenchEngines,
  { clientId, clientSecret, encryptionKey }: Secrets,
  simulator: SimulatorAddresses,
): NodeJS.ProcessEnv {
  return {
    ...bareEnv(launch),
    MONGODB_URI: mongo.uri,
    TEMPORAL_ADDRESS: temporal.address,
    BLING_API_URL: simulator.blingApiUrl,
    BLING_AUTHORIZE_URL: simulator.authorizeUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: clientId,
    BLING_CLIENT_SECRET: clientSecret,
    WHATSAPP_API_URL: simulator.whatsappUrl,
    WHATSAPP_PHONE_NUMBER_ID: WHATSAPP.phoneNumberId,
    WHATSAPP_TOKEN: WHATSAPP.token,
    WHATSAPP_APP_SECRET: randomBytes(24).toString('base64url'),
    WHATSAPP_VERIFY_TOKEN: WHATSAPP.verifyToken,
    SMTP_URL: simulator.smtpUrl,
    MAIL_FROM: 'Clube da Loja <clube@loja.example>',
    ENCRYPTION_KEY: encryptionKey.toString('base64'),
    SALE_SETTLE: 'PT0S',
    LOG_LEVEL: 'info',
  };
}
