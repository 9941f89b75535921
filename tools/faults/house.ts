import { join } from 'node:path';
import { mongo } from 'mongoose';
import { QUEUES as KINDS } from '../../src/queues';
import { openStore } from '../../src/store';
import { DEMO_PROGRAM } from '../demo-program';
import { obtainMongo, obtainTemporal, startMongo, startTemporal } from '../engines';
import type { RunningMongo, RunningTemporal } from '../engines';
import { buildIfStale } from '../local';
import { PROJECT_ROOT } from '../local-settings';
import { freePorts } from '../processes';
import { runSteps } from '../progress';
import { HttpCaller, local, openShop, QUEUES, startApi, startWorker, startWorld } from '../rig';
import type { BenchEngines, Launch, Shop, World } from '../rig';
import { KeptProcess } from './kept-process';
import type { Birth, Life } from './kept-process';

/** Everything that is up. */
export interface House {
  /** Whoever may be killed. The pretend world outside is not among them. */
  readonly processes: readonly KeptProcess[];
  readonly shops: readonly Shop[];
  readonly api: HttpCaller;
  readonly simulator: HttpCaller;
  readonly db: mongo.Db;
  readonly temporalAddress: string;
  readonly signal: AbortSignal;
}

const SHOPS = 4;

/** What a worker of `batch` does by the clock falls into the run this way. */
const OFTEN = { LEDGER_SEAL_EVERY: 'PT1M', LEDGER_PROOF_EVERY: 'PT1M' };

/** The demo's cashback without a holding period, and for those who spend much a voucher of many uses. */
const PROGRAM = {
  ...DEMO_PROGRAM,
  earning: {
    ...DEMO_PROGRAM.earning,
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'vale', grant: { type: 'voucher', template: 'vale' }, when: { minSaleCents: 100_000 } },
    ],
  },
  holding: { after: 'PT0S' },
  vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P30D', uses: 1_000 } },
  messages: { earned: {} },
};

/** Brings everything up, each by itself, with an API, a worker for each queue and connected shops. */
export async function openHouse(launch: Launch, print: (line: string) => void): Promise<House> {
  await runSteps([{ title: 'Retorno', run: (report) => buildIfStale(PROJECT_ROOT, report) }]);
  const processes: KeptProcess[] = [];
  const keep = keeper(launch, processes);
  const engines = await startEngines(launch, keep);
  const [apiPort = 0] = await freePorts(1);
  print('Starting the simulator, the API and a worker for each queue …');
  const world = await startWorld(engines, SHOPS, apiPort, launch);
  await startProduct(world, apiPort, launch.folder, keep);
  const [api, simulator] = [new HttpCaller(local(apiPort)), new HttpCaller(world.simulator.ready.url)];
  const client = await mongo.MongoClient.connect(engines.mongo.uri);
  launch.teardown.add('the connections', async () => {
    api.close();
    simulator.close();
    await client.close();
  });
  await simulator.json(200, {
    ...{ method: 'PATCH', path: '/simulator/settings' },
    body: { whatsapp: { webhookUrl: `${local(apiPort)}/webhooks/whatsapp` } },
  });
  const shops = await openShops(engines, world, { api, simulator });
  const { signal } = launch;
  const temporalAddress = engines.temporal.address;
  return { processes, shops, api, simulator, db: client.db(), temporalAddress, signal };
}

type Keep = <T extends Life>(name: string, start: (birth: Birth) => Promise<T>) => Promise<T>;

/** Starts a process that comes back until the teardown; gives its first life. */
function keeper({ signal, teardown }: Launch, processes: KeptProcess[]): Keep {
  return async <T extends Life>(name: string, start: (birth: Birth) => Promise<T>): Promise<T> => {
    const lives: T[] = [];
    const begin = async (birth: Birth): Promise<Life> => {
      const life = await start(birth);
      if (birth.number === 1) lives.push(life);
      return life;
    };
    const kept = await KeptProcess.start({ name, signal, start: begin });
    teardown.add(name, () => kept.stop());
    processes.push(kept);
    return lives[0]!;
  };
}

async function startEngines({ folder }: Launch, keep: Keep): Promise<BenchEngines> {
  const [temporalPort = 0, mongoPort = 0] = await freePorts(2);
  const found: { temporal?: RunningTemporal; mongo?: RunningMongo & Pick<BenchEngines['mongo'], 'kind'> } =
    {};
  await runSteps([
    {
      title: 'Temporal server',
      run: async (report) => {
        const { value, way } = await obtainTemporal(process.env, report);
        const data = { dbFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') };
        const spec = { ...value, ...data, port: temporalPort, uiPort: null, namespace: 'default' };
        found.temporal = await keep('Temporal', (birth) => engineOf(birth, startTemporal, spec));
        return `${found.temporal.address}, from ${way}`;
      },
    },
    {
      title: 'MongoDB',
      run: async (report) => {
        const { value, way } = await obtainMongo(process.env, report);
        const data = { dataDir: join(folder, 'mongodb'), logFile: join(folder, 'mongodb.log') };
        const spec = { ...value, ...data, port: mongoPort, database: 'retorno_faults' };
        const engine = await keep('MongoDB', (birth) => engineOf(birth, startMongo, spec));
        found.mongo = { ...engine, kind: value.kind };
        return `${engine.uri}, from ${way}`;
      },
    },
  ]);
  return { temporal: found.temporal!, mongo: found.mongo! };
}

async function engineOf<Spec, Engine extends Life & { stop(): Promise<void> }>(
  { teardown, signal }: Birth,
  start: (spec: Spec & { signal: AbortSignal }) => Promise<Engine>,
  spec: Spec,
): Promise<Engine> {
  const engine = await start({ ...spec, signal });
  teardown.add('the engine', () => engine.stop());
  return engine;
}

async function startProduct({ env }: World, apiPort: number, folder: string, keep: Keep): Promise<void> {
  const named = (name: string, { number, ...birth }: Birth) => ({
    ...birth,
    folder,
    name: `${name} ${number}`,
  });
  await keep('API', (birth) => startApi(named('api', birth), env, apiPort, QUEUES.product));
  const own = { ...OFTEN, TEMPORAL_TASK_QUEUE: QUEUES.product, PUBLIC_URL: local(apiPort) };
  for (const queue of KINDS)
    await keep(`worker of ${queue}`, (birth) =>
      startWorker(named(`worker of ${queue}`, birth), { ...env, ...own, WORKER_QUEUES: queue }),
    );
}

async function openShops(
  { mongo: { uri } }: BenchEngines,
  { secrets: { encryptionKey, clientId } }: World,
  callers: { api: HttpCaller; simulator: HttpCaller },
): Promise<Shop[]> {
  const store = await openStore({ uri, encryptionKey });
  try {
    const { companies } = await callers.simulator.json<{ companies: { id: string }[] }>(200, {
      method: 'GET',
      path: '/simulator/overview',
    });
    const shops: Shop[] = [];
    for (const [company, { id }] of companies.entries())
      shops.push(await openShop({ store, ...callers, clientId }, { company, companyId: id }, PROGRAM));
    return shops;
  } finally {
    await store.close();
  }
}
