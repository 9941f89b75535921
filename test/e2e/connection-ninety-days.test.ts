import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { startSimulator } from '../../simulator';
import type { CompanyHandle, Simulator } from '../../simulator';
import { createOAuth } from '../../src/bling';
import { loadConfig } from '../../src/config';
import type { Config } from '../../src/config';
import { createLogger } from '../../src/log';
import { programSchema } from '../../src/loyalty';
import type { Sale } from '../../src/loyalty';
import { createRuns } from '../../src/runs';
import type { Reconciliation, Store } from '../../src/store';
import { createWorker } from '../../src/worker-setup';
import { connectionWorkflowId } from '../../src/workflows';
import { bundleChanged } from '../replay/replayed';
import type { Change } from '../replay/replayed';
import { aProgram } from './builders';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';
import './quiet-runtime';
import { aBuyer } from './shop';
import { startTimeSkipping } from './time-skipping';
import { registerSearchAttributes } from './time-house';

const APP = { clientId: 'retorno-test', clientSecret: 'retorno-test-secret' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The pretend Bling counts real seconds, of which the ninety days have few: no address is blocked there. */
const UNHURRIED = { perSecond: 1_000, perDay: 120_000 };
/** While Bling is away a run is told to come back after that. */
const AWAY_MS = 6 * HOUR;
const STEPS_A_DAY = 4;
const LONGEST_MS = 20 * 60_000;

/** A run has lived long enough for it after so many events; a server suggests that after thousands. */
const SOONER: Change = {
  file: 'connection.ts',
  find: 'if (workflowInfo().continueAsNewSuggested) await goOn();',
  replace: 'if (workflowInfo().historyLength > 150) await goOn();',
};
/** What a later version does beside. */
const UPGRADE: readonly Change[] = [
  { file: 'connection.ts', find: 'condition,\n', replace: 'condition,\n  patched,\n' },
  {
    file: 'connection.ts',
    find: 'const look = await lookAtConnection(which, asked);',
    replace:
      "if (patched('later-version')) await sleep(1_000); const look = await lookAtConnection(which, asked);",
  },
];

let env: TestWorkflowEnvironment;
let simulator: Simulator;
let company: CompanyHandle;
let store: Store;
let config: Config;
let folder: string;
let merchantId: string;
let connectionId: string;
let now: number;
let isAway = false;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  env = await startTimeSkipping();
  closing.push(() => env.teardown());
  await registerSearchAttributes(env);
  now = await env.currentTimeMs();
  simulator = await startSimulator({
    ...{ ...APP, redirectUrl: 'http://127.0.0.1/callback' },
    ...{ clock: () => now, limits: UNHURRIED },
  });
  closing.push(() => simulator.close());
  company = simulator.company();
  config = loadConfig({
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    MONGODB_URI: testMongoUri(),
    BLING_API_URL: simulator.blingApiUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: APP.clientId,
    BLING_CLIENT_SECRET: APP.clientSecret,
    SALE_SETTLE: 'PT0S',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  });
  store = await openMigratedStore({ uri: config.mongodbUri, encryptionKey: config.encryptionKey });
  closing.push(() => store.close());
  folder = await mkdtemp(join(tmpdir(), 'retorno-ninety-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  ({ merchantId } = await store.merchants.create('Loja', new Date(now)));
  const program = aProgram({ holding: { after: 'PT0S' }, messages: {} });
  await store.programs.publish(merchantId, programSchema.parse(program), new Date(now));
  connectionId = await connected();
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function connected(): Promise<string> {
  const code = new URL(simulator.approve({ state: 'state' })).searchParams.get('code')!;
  const tokens = await createOAuth({ tokenUrl: config.bling.tokenUrl, ...APP }).exchangeCode(code);
  const expiresAt = new Date(now + tokens.expiresInSeconds * 1_000);
  const about = { companyId: company.id, companyName: 'Loja' };
  const { id } = await store.connections.authorize(
    merchantId,
    about,
    { ...tokens, expiresAt },
    new Date(now),
  );
  await store.connections.configure(merchantId, id, { reconcileEvery: 'P1D' });
  return id;
}

/** The store by the time that is skipped; of its paces and pauses only what lets the pretend Bling answer. */
function skipping(real: Store): Store {
  return {
    ...real,
    clock: { ...real.clock, estimate: () => now },
    callPlaces: {
      ...real.callPlaces,
      take: () => Promise.resolve({ kind: 'go', waitMs: 0 }),
      standBack: () => Promise.resolve(isAway ? AWAY_MS : null),
      report: () => Promise.resolve([]),
      erred: () => Promise.resolve(),
      endRest: () => Promise.resolve(false),
    },
    tokenTurns: {
      take: () => Promise.resolve(0),
      pausedMs: () => Promise.resolve(0),
      count: () => Promise.resolve(),
      pause: () => Promise.resolve(),
    },
  };
}

/** A worker with workflow code of its own, which keeps so many runs in its memory. @returns what stops it */
async function aWorker(name: string, changes: readonly Change[], kept: number): Promise<() => Promise<void>> {
  const bundleFile = join(folder, `${name}.js`);
  await writeFile(bundleFile, await bundleChanged(changes));
  const create = Worker.create.bind(Worker);
  const keeping = jest
    .spyOn(Worker, 'create')
    .mockImplementation((options) =>
      create(options.workflowBundle ? { ...options, maxCachedWorkflows: kept } : options),
    );
  const worker = await createWorker({
    ...{ config, log: createLogger(config.logLevel), store: skipping(store), bundleFile },
    ...{ connection: env.nativeConnection, namespace: env.namespace ?? 'default' },
    clock: { read: async () => ({ now: (now = await env.currentTimeMs()), skewMs: 0 }) },
  });
  keeping.mockRestore();
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    worker.close();
  };
}

async function daysPass(days: number): Promise<void> {
  // In short steps: a call that is open for minutes is cut off by the server.
  for (let step = 0; step < days * STEPS_A_DAY; step += 1) {
    await env.sleep(DAY / STEPS_A_DAY);
    now = await env.currentTimeMs();
  }
}

/** A completed order of which no event tells. */
function anUntoldOrder(): number {
  company.setWebhookMode('dropped');
  const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 10_000 });
  company.completeOrder(id);
  return id;
}

/** Reports by their id: those that found nothing are kept for a month. */
const seen = new Map<string, Omit<Reconciliation, 'found'>>();

async function noteReports(): Promise<void> {
  const page = await store.reconciliations.list(merchantId, connectionId, { limit: 100 });
  for (const report of page) seen.set(report.id, report);
}

const benefitOf = async (orderId: number): Promise<Sale['benefit'] | undefined> =>
  (await store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) }))?.benefit;
const statusOf = async (orderId: number): Promise<string | undefined> => (await benefitOf(orderId))?.status;

describe('the run of a connection', () => {
  it(
    'lives ninety days: it refreshes, compares, waits out three days without Bling, is upgraded and goes on as a new run',
    async () => {
      const { client } = env;
      const runs = createRuns({ client, taskQueue: config.taskQueue, coalesceMs: 0 });
      // The server that skips time would keep the next task for the memory of a worker that is stopped.
      const stopFormer = await aWorker('former', [SOONER], 0);
      await runs.connectionChanged({ merchantId, connectionId });
      const handle = client.workflow.getHandle(connectionWorkflowId({ connectionId }));
      const { runId: first } = await handle.describe();

      const early = anUntoldOrder();
      await daysPass(25);
      await noteReports();
      await daysPass(5);
      expect(await benefitOf(early)).toMatchObject({ status: 'active', earnedCents: 500 });

      isAway = true;
      company.injectFault({ kind: 'server-error', times: 1_000_000 });
      simulator.injectFault({ kind: 'server-error', route: 'POST /oauth/token', times: 1_000_000 });
      const during = anUntoldOrder();
      // At the same total, so that no list shows it.
      company.patchOrder(early, { items: [{ unitCents: 9_000 }], freightCents: 1_000 });
      await daysPass(3);
      expect(await statusOf(during)).toBeUndefined();
      isAway = false;
      simulator.clearFaults();
      await daysPass(2);
      expect(await statusOf(during)).toBe('active');
      expect((await benefitOf(early))?.earnedCents).toBe(450);

      await stopFormer();
      const stopLater = await aWorker('later', [SOONER, ...UPGRADE], 50);
      const late = anUntoldOrder();
      await noteReports();
      for (const days of [25, 30]) {
        await daysPass(days);
        await noteReports();
      }
      expect(await statusOf(late)).toBe('active');

      const described = await handle.describe();
      expect(described.status.name).toBe('RUNNING');
      // It has gone on as a new run, some times.
      expect(described.runId).not.toBe(first);
      // Every six hours, for ninety days less those without Bling; and its access never lapsed.
      expect(simulator.tokenCounters().refreshes).toBeGreaterThan(300);
      expect(company.isConnected).toBe(true);
      expect((await store.connections.get(merchantId, connectionId))?.state).toBe('connected');

      await noteReports();
      const finished = [...seen.values()]
        .filter(({ state }) => state === 'finished')
        .sort((one, other) => +one.until - +other.until);
      expect(finished.length).toBeGreaterThan(80);
      // No moment of the ninety days was left out.
      for (const [index, { from }] of finished.entries())
        if (index > 0) expect(from.getTime()).toBeLessThan(finished[index - 1]!.until.getTime());
      expect(finished.reduce((sum, { missing }) => sum + missing, 0)).toBe(3);
      await handle.terminate('the test is over');
      await stopLater();
    },
    LONGEST_MS,
  );
});
