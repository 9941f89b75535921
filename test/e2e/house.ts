import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createAccessMailer, createApiServer, createApp, createBlingAccess } from '../../src/api';
import { createRuns, lazyConnection, staffRuns } from '../../src/runs';
import type { Runs } from '../../src/runs';
import { loadConfig } from '../../src/config';
import type { Config } from '../../src/config';
import { createLogger } from '../../src/log';
import { createWhatsApp } from '../../src/messaging';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { createWorker } from '../../src/worker-setup';
import { AT_ANY_HOUR } from '../../tools/at-any-hour';
import { goOnToBling } from '../../tools/local/consent';
import { blingLimits, startSimulator } from '../../simulator';
import type { CompanyHandle, QuotaLimits, Simulator } from '../../simulator';
import { aProgram } from './builders';
import { engine, testMongoUri } from './engines';
import { HttpClient } from './http-client';
import { listen } from './listen';
import { openMigratedStore } from './migrated-store';
import './quiet-runtime';

/** What a test wants of its house; the rest is as a merchant would have it. */
export interface HouseWishes {
  /** Bling companies, each of a merchant of its own; default 1. */
  companies?: number;
  /** Customers that each company has; default 40. */
  contacts?: number;
  /** Sales of the last month that each company has from before it is connected; default none. */
  history?: number;
  /** The program every merchant publishes; null: none. */
  program?: unknown;
  /** A worker inside this process; default yes. Otherwise the test starts its own. */
  worker?: boolean;
  saleSettle?: string;
  /** The database is there already: it is used as it is, without a migration. */
  migrate?: boolean;
  /** Stands between the store and all who use it. */
  watch?: (store: Store) => Store;
  /** Where its logs go; default: to nobody. */
  log?: Writable;
  /** Settings that differ. */
  env?: Record<string, string>;
}

/** A merchant with its API key, its company in the pretend Bling, and the connection between them. */
export interface Tenant {
  merchantId: string;
  connectionId: string;
  company: CompanyHandle;
  api: HttpClient;
}

/** The whole product on real engines, with the pretend outside world, for one test file. */
export interface House {
  config: Config;
  /** The environment a process of this house is started with. */
  env: Record<string, string>;
  store: Store;
  simulator: Simulator;
  client: Client;
  /** How runs are reached. */
  runs: Runs;
  url: string;
  tenants: Tenant[];
  /** The first tenant. */
  tenant: Tenant;
  /** @param env settings that the worker alone has */
  startWorker(env?: Record<string, string>): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'retorno-test', clientSecret: 'retorno-test-secret' };
const WHATSAPP = { phoneNumberId: '104857600', token: 'whatsapp-token', appSecret: 'whatsapp-app-secret' };

/** Opens a house of its own: database, task queue, ports and companies are shared with no other test. */
export async function openHouse(wishes: HouseWishes = {}): Promise<House> {
  const simulator = await startSimulator({
    ...CLIENT,
    whatsapp: { ...WHATSAPP },
    limits: limitsFor(wishes.companies ?? 1),
    companies: wishes.companies ?? 1,
    contacts: wishes.contacts ?? 40,
    history: wishes.history ?? 0,
    seed: randomUUID(),
  });
  const env = environment(simulator, wishes);
  const config = loadConfig(env);
  const log = createLogger(config.logLevel, wishes.log);
  const { mongodbUri: uri, encryptionKey } = config;
  const { watch = (store: Store) => store } = wishes;
  const open = (wishes.migrate ?? true) ? openMigratedStore : openStore;
  const store = watch(await open({ uri, encryptionKey }));
  const temporal = lazyConnection({ address: env.TEMPORAL_ADDRESS });
  const client = new Client({ connection: temporal.connection });
  const target = {
    client,
    taskQueue: config.taskQueue,
    coalesceMs: config.saleCoalesceMs,
    waitMs: config.callDeadlineMs,
    uiUrl: config.temporalUiUrl,
  };
  const runs = staffRuns(createRuns(target), store, config.callDeadlineMs);
  const mail = createAccessMailer(config.mail, log);
  const server = createApiServer(
    createApp({
      config,
      log,
      store,
      runs,
      bling: createBlingAccess(config.bling, store, log),
      whatsapp: createWhatsApp({ ...config.whatsapp, phoneNumberId: WHATSAPP.phoneNumberId }),
      mail,
      now: Date.now,
    }),
  );
  const url = await listen(server);
  simulator.configure({
    redirectUrl: `${url}/integrations/bling/callback`,
    webhookUrl: `${url}/webhooks/bling`,
    whatsapp: { ...WHATSAPP, webhookUrl: `${url}/webhooks/whatsapp` },
  });

  const stops: (() => Promise<void>)[] = [];
  const startWorker = async (own: Record<string, string> = {}): Promise<() => Promise<void>> => {
    const native = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS! });
    const bundleFile = engine('TEST_WORKFLOW_BUNDLE');
    const worker = await createWorker({
      config: loadConfig({ ...env, ...own }),
      log,
      store,
      connection: native,
      namespace: 'default',
      bundleFile,
    });
    const running = worker.run();
    let stopped = false;
    const stop = async (): Promise<void> => {
      if (stopped) return;
      stopped = true;
      worker.shutdown();
      await running;
      worker.close();
      await native.close();
    };
    stops.push(stop);
    return stop;
  };
  if (wishes.worker ?? true) await startWorker();

  const tenants: Tenant[] = [];
  for (const company of simulator.companies)
    tenants.push(await moveIn(store, simulator, url, company, wishes.program));

  return {
    config,
    env,
    store,
    simulator,
    client,
    runs,
    url,
    tenants,
    tenant: tenants[0]!,
    startWorker,
    async close() {
      simulator.configure({ autoSales: null });
      for (const stop of stops) await stop();
      await simulator.close();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await mail.close();
      await temporal.close();
      await store.close();
    },
  };
}

/** Bling's own, but that all companies of a house are connected at once. */
function limitsFor(companies: number): QuotaLimits {
  return { ...blingLimits, address: { requests: 600, errors: 300, tokens: 20 + companies } };
}

function environment(
  simulator: Simulator,
  { saleSettle = 'PT0S', env }: HouseWishes,
): Record<string, string> {
  return {
    TEMPORAL_ADDRESS: engine('TEST_TEMPORAL_ADDRESS'),
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    MONGODB_URI: testMongoUri(),
    BLING_API_URL: simulator.blingApiUrl,
    BLING_AUTHORIZE_URL: simulator.authorizeUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: CLIENT.clientId,
    BLING_CLIENT_SECRET: CLIENT.clientSecret,
    WHATSAPP_API_URL: simulator.whatsappUrl,
    WHATSAPP_PHONE_NUMBER_ID: WHATSAPP.phoneNumberId,
    WHATSAPP_TOKEN: WHATSAPP.token,
    WHATSAPP_APP_SECRET: WHATSAPP.appSecret,
    SMTP_URL: simulator.smtpUrl,
    MAIL_FROM: 'Clube da Loja <clube@example.com>',
    SALE_SETTLE: saleSettle,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...env,
  };
}

/** A merchant with a key, a published program and a connected store: the way a person does it. */
async function moveIn(
  store: Store,
  simulator: Simulator,
  url: string,
  company: CompanyHandle,
  program: unknown,
): Promise<Tenant> {
  const { merchantId } = await store.merchants.create(`Loja ${company.index}`, new Date());
  await store.merchants.setSettings(merchantId, { messages: AT_ANY_HOUR });
  const api = new HttpClient(url, await store.merchants.createKey(merchantId, 'test', new Date()));
  if (program !== null)
    await api.put('/v1/program', program ?? aProgram()).then((answer) => answer.expect(200));
  const { location } = await api.get('/integrations/bling/authorize').then((answer) => answer.expect(302));
  const callback = await consent(simulator, url, location!, company.index);
  if (!callback.ok) throw new Error(`The callback answered ${callback.status}: ${await callback.text()}`);
  const connections = await api.get('/v1/connections').then((answer) => answer.expect(200));
  return {
    merchantId,
    connectionId: (connections.body as { data: { id: string }[] }).data[0]!.id,
    company,
    api,
  };
}

/** What an owner does in a browser: sees which account it is, goes on to Bling, allows it there, and comes back. */
export async function consent(
  simulator: Simulator,
  url: string,
  location: string,
  company: number,
): Promise<Response> {
  const { pathname, search, searchParams } = new URL(location);
  const { cookie } = await goOnToBling(url + pathname + search);
  const state = searchParams.get('state')!;
  return fetch(simulator.approve({ state, company }), { headers: { cookie } });
}
