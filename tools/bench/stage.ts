import { Client, Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { openStore } from '../../src/store';
import { DEMO_PROGRAM } from '../demo-program';
import { buildIfStale } from '../local';
import { PROJECT_ROOT } from '../local-settings';
import { runSteps } from '../progress';
import { CpuMeter, HttpCaller, machineFacts, openShop, startEngines, startProduct } from '../rig';
import type { BenchEngines, Launch, MachineFacts, Product, Shop, ShopDoors } from '../rig';
import { SaleFlow } from './load';
import type { BenchOptions } from './options';
import { startPeer } from './peer';
import type { PeerProcess } from './peer';

/** Everything that is up, and the way to it: what the questions are measured on. */
export interface Stage {
  readonly options: BenchOptions;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
  readonly machine: MachineFacts;
  readonly client: Client;
  readonly db: mongo.Db;
  readonly product: Product;
  readonly peer: PeerProcess;
  readonly api: HttpCaller;
  readonly idleApi: HttpCaller;
  readonly simulator: HttpCaller;
  readonly shops: readonly Shop[];
  /** One more shop, in whose program a benefit lives for seconds. */
  readonly shortLived: Shop;
  readonly sales: SaleFlow;
  readonly cpu: CpuMeter;
}

/** The program of every shop: the demo's cashback, without its holding period. */
export const PROGRAM = {
  ...DEMO_PROGRAM,
  earning: {
    ...DEMO_PROGRAM.earning,
    rules: DEMO_PROGRAM.earning.rules.filter(({ grant }) => grant.type === 'cashback'),
  },
  holding: { after: 'PT0S' },
};

/** The same with every message and a life of seconds. */
const SHORT_LIVED_PROGRAM = {
  ...PROGRAM,
  expiry: { after: 'PT8S' },
  messages: { earned: {}, expiring: { before: ['PT4S', 'PT2S'], fair: false }, expired: {} },
};

/** Builds, and brings everything up; what was begun is in the teardown. */
export async function setStage(
  options: BenchOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<Stage> {
  const engines = await bringUpEngines(launch);
  print('Starting the simulator, two APIs, the worker and the peer’s worker …');
  const product = await startProduct(engines, options.companies + 1, launch);
  const peer = await startPeer(engines.temporal.address, launch);
  const { client, db } = await connect(engines, launch);
  const callers = callersOf(product, launch);
  print(`Opening ${options.companies} shops, each with a Bling company and a consent page …`);
  const { signal } = launch;
  const shops = await openShops(engines, product, callers, options.companies, signal);
  return {
    ...{ options, signal, print, client, db, product, peer },
    ...callers,
    ...shops,
    machine: await machineFacts(client, db, engines.mongo.kind),
    sales: new SaleFlow(shops.shops, callers.simulator, db),
    cpu: meterOf(engines, product, peer),
  };
}

async function connect(
  { temporal, mongo: { uri } }: BenchEngines,
  { teardown }: Launch,
): Promise<Pick<Stage, 'client' | 'db'>> {
  const connection = await Connection.connect({ address: temporal.address });
  teardown.add('the connection to Temporal', () => connection.close());
  const mongoClient = await mongo.MongoClient.connect(uri);
  teardown.add('the connection to MongoDB', () => mongoClient.close());
  return { client: new Client({ connection }), db: mongoClient.db() };
}

function callersOf(
  { apiUrl, idleApiUrl, simulator }: Product,
  { teardown }: Launch,
): Pick<Stage, 'api' | 'idleApi' | 'simulator'> {
  const callers = {
    api: new HttpCaller(apiUrl),
    idleApi: new HttpCaller(idleApiUrl),
    simulator: new HttpCaller(simulator.ready.url),
  };
  teardown.add('the HTTP connections', () => {
    for (const caller of Object.values(callers)) caller.close();
    return Promise.resolve();
  });
  return callers;
}

async function bringUpEngines({ folder, teardown }: Launch): Promise<BenchEngines> {
  await runSteps([{ title: 'Retorno', run: (report) => buildIfStale(PROJECT_ROOT, report) }]);
  return startEngines(folder, teardown);
}

async function openShops(
  { mongo: { uri } }: BenchEngines,
  { secrets }: Product,
  callers: Pick<ShopDoors, 'api' | 'simulator'>,
  count: number,
  signal: AbortSignal,
): Promise<{ shops: Shop[]; shortLived: Shop }> {
  const { encryptionKey, clientId } = secrets;
  const store = await openStore({ uri, encryptionKey });
  try {
    const doors = { store, ...callers, clientId };
    const { companies } = await callers.simulator.json<{ companies: { id: string }[] }>(200, {
      method: 'GET',
      path: '/simulator/overview',
    });
    const shops: Shop[] = [];
    for (const [company, { id }] of companies.entries()) {
      signal.throwIfAborted();
      const program = company < count ? PROGRAM : SHORT_LIVED_PROGRAM;
      shops.push(await openShop(doors, { company, companyId: id }, program));
    }
    return { shops: shops.slice(0, count), shortLived: shops[count]! };
  } finally {
    await store.close();
  }
}

function meterOf({ temporal, mongo: { pid } }: BenchEngines, product: Product, peer: PeerProcess): CpuMeter {
  return new CpuMeter({
    'Temporal server': temporal.pid,
    MongoDB: pid,
    worker: product.worker.pid,
    API: product.api.pid,
    'API without worker': product.idleApi.pid,
    'peer worker': peer.pid,
    'load driver': process.pid,
    simulator: product.simulator.pid,
  });
}
