import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { QUEUES as KINDS } from '../../../src/queues';
import { openStore } from '../../../src/store';
import { buildIfStale } from '../../local';
import { PROJECT_ROOT } from '../../local-settings';
import { freePorts } from '../../processes';
import { runSteps } from '../../progress';
import {
  HttpCaller,
  local,
  openShop,
  QUEUES,
  startApi,
  startEngines,
  startWorker,
  startWorld,
} from '../../rig';
import type { BenchEngines, Launch, Shop, World } from '../../rig';
import { PROGRAM } from '../stage';
import type { CounterOptions } from './options';

/** Everything that is up. */
export interface CounterStage {
  readonly api: HttpCaller;
  readonly simulator: HttpCaller;
  readonly db: mongo.Db;
  readonly temporal: Client;
  /** Whose redemptions are measured. */
  readonly counter: Shop;
  /** Others, who do something else meanwhile. */
  readonly others: readonly Shop[];
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

/** The headers of one call of a shop. */
export function callOf({ apiKey }: Shop): Record<string, string> {
  return { authorization: `Bearer ${apiKey}`, 'idempotency-key': randomUUID() };
}

/** Merchants beside the one that is measured. */
const OTHERS = 7;

/** Builds, and brings engines, an API and workers up; what was begun is in the teardown. */
export async function setCounterStage(
  options: CounterOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<CounterStage> {
  await runSteps([{ title: 'Retorno', run: (report) => buildIfStale(PROJECT_ROOT, report) }]);
  const engines = await startEngines(launch.folder, launch.teardown);
  const [apiPort = 0] = await freePorts(1);
  print(
    `Starting the simulator, the API and ${options.oneWorker ? 'one worker' : 'a worker for each queue'} …`,
  );
  const world = await startWorld(engines, 1 + OTHERS, apiPort, launch);
  await startApi({ ...launch, name: 'api' }, world.env, apiPort, QUEUES.product);
  for (const queues of options.oneWorker ? [KINDS.join(',')] : KINDS)
    await startWorker(
      { ...launch, name: `worker of ${queues}` },
      {
        ...world.env,
        TEMPORAL_TASK_QUEUE: QUEUES.product,
        PUBLIC_URL: local(apiPort),
        WORKER_QUEUES: queues,
      },
    );
  const api = new HttpCaller(local(apiPort));
  const simulator = new HttpCaller(world.simulator.ready.url);
  const client = await mongo.MongoClient.connect(engines.mongo.uri);
  const connection = await Connection.connect({ address: engines.temporal.address });
  launch.teardown.add('the connections', async () => {
    api.close();
    simulator.close();
    await client.close();
    await connection.close();
  });
  const [counter, ...others] = await openShops(engines, world, { api, simulator });
  const temporal = new Client({ connection });
  return {
    ...{ api, simulator, db: client.db(), temporal },
    ...{ counter: counter!, others, signal: launch.signal, print },
  };
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
