import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openStore } from '../../src/store';
import type { StoreSettings } from '../../src/store';
import { AT_ANY_HOUR } from '../at-any-hour';
import { buildIfStale } from '../local';
import { PROJECT_ROOT } from '../local-settings';
import { migrationStep } from '../migration';
import { freePorts, runCommand, waitUntil } from '../processes';
import { runSteps } from '../progress';
import { HttpCaller, local, QUEUES, startApi, startEngines, startWorker, startWorld } from '../rig';
import type { BenchEngines, Launch, NodeProcess, World } from '../rig';
import { BuildNotReadyError, buildsOf, makeCurrent } from '../temporal';
import type { DeploymentAt } from '../temporal';
import type { RehearsalOptions } from './options';
import { RehearsalShop } from './shop';
import type { RehearsalWorker, Side, UpgradeStage } from './stage';

/** The server looks so often whether a build is still needed: it has minutes for that. */
const DRAINED_SOON = [
  'matching.wv.VersionDrainageStatusVisibilityGracePeriod="5s"',
  'matching.wv.VersionDrainageStatusRefreshInterval="5s"',
];

const DEPLOYMENT = 'retorno-rehearsal';
const WITHIN_MS = 120_000;

/** Builds both sides and brings engines and the old API up; what was begun is in the teardown. */
export async function setUpgradeStage(
  { old }: RehearsalOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<UpgradeStage> {
  const roots: Record<Side, string> = { old: old ?? PROJECT_ROOT, new: PROJECT_ROOT };
  await runSteps(
    [...new Set(Object.values(roots))].map((root) => ({
      title: root === PROJECT_ROOT ? 'Retorno' : `Retorno in ${root}`,
      run: (report) => buildIfStale(root, report),
    })),
  );
  const engines = await startEngines(launch.folder, launch.teardown, DRAINED_SOON);
  const [apiPort = 0] = await freePorts(1);
  const former = old === null ? undefined : (settings: StoreSettings) => migrateWith(old, settings, launch);
  const world = await startWorld(engines, 1, apiPort, launch, former);
  const connection = await Connection.connect({ address: engines.temporal.address });
  launch.teardown.add('the connection to Temporal', () => connection.close());
  const processes = new Processes({ roots, world, engines, apiPort, launch });
  await processes.useApi('old');
  const at = { connection, namespace: 'default', deploymentName: DEPLOYMENT };
  return {
    client: new Client({ connection }),
    shop: await openShop(engines, world, processes),
    startWorker: (side) => processes.startWorker(side),
    useApi: (side) => processes.useApi(side),
    makeCurrent: (buildId) => onceReady(at, buildId, launch.signal),
    untilDrained: (buildId) => untilDrained(at, buildId, launch.signal),
    ...{ signal: launch.signal, print },
  };
}

/** What the processes of both sides are started with. */
interface Setting {
  readonly roots: Record<Side, string>;
  readonly world: World;
  readonly engines: BenchEngines;
  readonly apiPort: number;
  readonly launch: Launch;
}

/** The processes that come and go. */
class Processes {
  api: HttpCaller;
  private serving: NodeProcess<unknown> | undefined;
  private started = 0;
  private isMigrated: boolean;

  constructor(private readonly setting: Setting) {
    this.api = new HttpCaller(local(setting.apiPort));
    this.isMigrated = setting.roots.old === setting.roots.new;
    setting.launch.teardown.add('the HTTP connections', () => Promise.resolve(this.api.close()));
  }

  async useApi(side: Side): Promise<void> {
    const { roots, world, apiPort, launch } = this.setting;
    if (this.serving) await ended(this.serving);
    this.api.close();
    const own = { ...launch, root: roots[side], name: this.nameOf('api', side) };
    this.serving = await startApi(own, world.env, apiPort, QUEUES.product);
    this.api = new HttpCaller(local(apiPort));
  }

  async startWorker(side: Side): Promise<RehearsalWorker> {
    const { roots, world, apiPort, launch } = this.setting;
    if (side === 'new') await this.migrate();
    const own = { ...launch, root: roots[side], name: this.nameOf('worker', side) };
    const worker = await startWorker(own, {
      ...{ ...world.env, TEMPORAL_TASK_QUEUE: QUEUES.product, PUBLIC_URL: local(apiPort) },
      ...{ WORKER_DEPLOYMENT: DEPLOYMENT, WORKER_BUILD_ID: side },
    });
    // A former version may know nothing of deployments: it is of none then.
    const knows = (await readFile(worker.logFile, 'utf8')).includes(`"buildId":"${side}"`);
    return { buildId: knows ? side : null, leave: () => ended(worker) };
  }

  /** Before the first process of the new version starts, as in an upgrade; old ones may come back afterwards. */
  private async migrate(): Promise<void> {
    const { engines, world } = this.setting;
    const { encryptionKey } = world.secrets;
    if (!this.isMigrated)
      await runSteps([migrationStep(() => ({ uri: engines.mongo.uri, encryptionKey }), {})]);
    this.isMigrated = true;
  }

  /** Each has a log of its own. */
  private nameOf(what: string, side: Side): string {
    this.started += 1;
    return `${what} ${this.started} ${side}`;
  }
}

/** In order: it finishes what it is in. */
async function ended({ pid, exited }: NodeProcess<unknown>): Promise<void> {
  process.kill(pid, 'SIGTERM');
  await exited;
}

async function migrateWith(
  root: string,
  { uri, encryptionKey }: StoreSettings,
  { folder, signal }: Launch,
): Promise<void> {
  await runCommand({
    ...{ command: process.execPath, args: [join(root, 'dist', 'tools', 'migrate.js')], cwd: folder, signal },
    env: { PATH: process.env.PATH, MONGODB_URI: uri, ENCRYPTION_KEY: encryptionKey.toString('base64') },
  });
}

async function openShop(
  { mongo: { uri } }: BenchEngines,
  { secrets: { encryptionKey } }: World,
  callers: { readonly api: HttpCaller },
): Promise<RehearsalShop> {
  const store = await openStore({ uri, encryptionKey });
  try {
    const { merchantId } = await store.merchants.create('Loja do ensaio', new Date());
    await store.merchants.setSettings(merchantId, { messages: AT_ANY_HOUR });
    const apiKey = await store.merchants.createKey(merchantId, 'rehearsal', new Date());
    return new RehearsalShop(callers, { merchantId, apiKey });
  } finally {
    await store.close();
  }
}

/** A worker that has just come has not asked on all its queues yet. */
async function onceReady(at: DeploymentAt, buildId: string | null, signal: AbortSignal): Promise<void> {
  await waitUntil(() => makeCurrent(at, QUEUES.product, buildId).then(() => true), {
    ...{ what: `Build ${buildId} serves every queue`, timeoutMs: WITHIN_MS, signal },
    isNotYet: (error) => error instanceof BuildNotReadyError,
  });
}

async function untilDrained(at: DeploymentAt, buildId: string, signal: AbortSignal): Promise<void> {
  const isDrained = async (): Promise<boolean> =>
    (await buildsOf(at)).some((build) => build.buildId === buildId && build.state === 'drained');
  await waitUntil(isDrained, {
    what: `Build ${buildId} is drained`,
    timeoutMs: WITHIN_MS,
    everyMs: 1_000,
    signal,
  });
}
