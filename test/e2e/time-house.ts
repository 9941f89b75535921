import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowHandle } from '@temporalio/client';
import { loadConfig } from '../../src/config';
import type { Config } from '../../src/config';
import { saleIdOf } from '../../src/ids';
import { createLogger } from '../../src/log';
import { programSchema } from '../../src/loyalty';
import type { ProgramInput } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { createWorker } from '../../src/worker-setup';
import { SALE_WORKFLOW, saleChanged, saleWorkflowId } from '../../src/workflows';
import type { SaleInput } from '../../src/workflows';
import { createOAuth } from '../../src/bling';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { AT_ANY_HOUR } from '../../tools/at-any-hour';
import { SEARCH_ATTRIBUTES } from '../../tools/temporal';
import { engine, testMongoUri } from './engines';
import { startTimeSkipping } from './time-skipping';
import { openMigratedStore } from './migrated-store';
import './quiet-runtime';

/** The worker on a server that skips time, with the pretend Bling and mailboxes. Such houses run one at a time. */
export interface TimeHouse {
  env: TestWorkflowEnvironment;
  store: Store;
  simulator: Simulator;
  merchantId: string;
  taskQueue: string;
  config: Config;
  /** "Look again" for an order, as the API would say it. */
  announce(orderId: number): Promise<{ saleId: string; handle: WorkflowHandle }>;
  close(): Promise<void>;
}

const APP = { clientId: 'retorno-test', clientSecret: 'retorno-test-secret' };

/** @param watch stands between the store and the worker */
export async function openTimeHouse(
  program: ProgramInput,
  watch: (store: Store) => Store = (store) => store,
): Promise<TimeHouse> {
  const env = await startTimeSkipping();
  await registerSearchAttributes(env);
  const simulator = await startSimulator({
    ...APP,
    whatsapp: { phoneNumberId: '104857600', token: 'token' },
    redirectUrl: 'http://127.0.0.1/callback',
  });
  const config = loadConfig({
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    MONGODB_URI: testMongoUri(),
    BLING_API_URL: simulator.blingApiUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: APP.clientId,
    BLING_CLIENT_SECRET: APP.clientSecret,
    WHATSAPP_API_URL: simulator.whatsappUrl,
    WHATSAPP_PHONE_NUMBER_ID: '104857600',
    WHATSAPP_TOKEN: 'token',
    SMTP_URL: simulator.smtpUrl,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  });
  const store = await openMigratedStore({ uri: config.mongodbUri, encryptionKey: config.encryptionKey });
  const { merchantId } = await store.merchants.create('Loja', new Date());
  await store.merchants.setSettings(merchantId, { messages: AT_ANY_HOUR });
  await store.programs.publish(merchantId, programSchema.parse(program), new Date());
  const connectionId = await connectCompany(store, simulator, merchantId, config.bling.tokenUrl);
  const worker = await createWorker({
    config,
    log: createLogger(config.logLevel),
    store: watch(withoutStandingBack(store)),
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    bundleFile: engine('TEST_WORKFLOW_BUNDLE'),
    // Here time is what the server makes it.
    clock: { read: async () => ({ now: await env.currentTimeMs(), skewMs: 0 }) },
  });
  const running = worker.run();

  return {
    env,
    store,
    simulator,
    merchantId,
    taskQueue: config.taskQueue,
    config,
    async announce(orderId) {
      const identity = { merchantId, channel: 'bling' as const, externalId: String(orderId) };
      const input: SaleInput = { ...identity, saleId: saleIdOf(identity), connectionId, settleMs: 0 };
      const handle = await env.client.workflow.signalWithStart(SALE_WORKFLOW, {
        workflowId: saleWorkflowId(input),
        taskQueue: config.taskQueue,
        args: [input],
        signal: saleChanged,
        signalArgs: [{ eventId: randomUUID(), kind: 'updated' }],
      });
      return { saleId: input.saleId, handle };
    },
    async close() {
      worker.shutdown();
      await running;
      worker.close();
      await env.teardown();
      await simulator.close();
      await store.close();
    },
  };
}

/** A place after a pause is an instant of the real clock, which nobody here would wait for: a step is tried again by its own pauses. */
function withoutStandingBack(store: Store): Store {
  return { ...store, callPlaces: { ...store.callPlaces, standBack: () => Promise.resolve(null) } };
}

/** The server that skips time knows no search attributes of ours by itself. */
export async function registerSearchAttributes({
  connection,
  namespace = 'default',
}: TestWorkflowEnvironment): Promise<void> {
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(SEARCH_ATTRIBUTES.map(({ name, typeNumber }) => [name, typeNumber])),
  });
}

/** A year's worth of token life is not the subject here: the store is connected with what one exchange gave. */
async function connectCompany(
  store: Store,
  simulator: Simulator,
  merchantId: string,
  tokenUrl: string,
): Promise<string> {
  const code = new URL(simulator.approve({ state: 'state' })).searchParams.get('code')!;
  const tokens = await createOAuth({ tokenUrl, ...APP }).exchangeCode(code);
  const expiresAt = new Date(Date.now() + tokens.expiresInSeconds * 1000);
  const company = { companyId: simulator.company().id, companyName: 'Loja' };
  return (await store.connections.authorize(merchantId, company, { ...tokens, expiresAt }, new Date())).id;
}
