import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRuns } from '../../src/runs';
import { HttpCaller } from '../../tools/rig';
import { RehearsalShop, UpgradeRehearsal } from '../../tools/rehearsal';
import type { RehearsalWorker, Side } from '../../tools/rehearsal';
import { BuildNotReadyError, buildsOf, makeCurrent } from '../../tools/temporal';
import type { DeploymentAt } from '../../tools/temporal';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

let house: House;
/** Of whose queues nobody has asked before. */
let quiet: House;
let api: HttpCaller;
beforeAll(async () => {
  house = await openHouse({ worker: false, companies: 2, program: null });
  quiet = await openHouse({ worker: false, program: null });
  api = new HttpCaller(house.url);
});
afterAll(async () => {
  api.close();
  await house.close();
  await quiet.close();
});

/** A deployment of its own, of which no worker has come yet. */
function aDeployment(): DeploymentAt {
  const deploymentName = `test-${randomUUID()}`;
  return { connection: house.client.connection, namespace: 'default', deploymentName };
}

/** A worker, whose build the server knows. `queues`: not all. */
async function startWorker(
  { startWorker: start }: House,
  at: DeploymentAt,
  buildId: string,
  queues?: string,
): Promise<RehearsalWorker> {
  const leave = await start({
    ...{ WORKER_DEPLOYMENT: at.deploymentName, WORKER_BUILD_ID: buildId },
    ...(queues && { WORKER_QUEUES: queues }),
  });
  await until(`build ${buildId} to be known`, async () =>
    (await buildsOf(at)).find((build) => build.buildId === buildId),
  );
  return { buildId, leave };
}

describe('an upgrade of workers with open runs, and the way back', () => {
  const onto = (tenant: number, at: DeploymentAt, start: (side: Side) => Promise<RehearsalWorker>) => {
    const { merchantId, api: own } = house.tenants[tenant]!;
    const { client, config } = house;
    const stage = {
      ...{ client, shop: new RehearsalShop({ api }, { merchantId, apiKey: own.apiKey }) },
      startWorker: start,
      useApi: () => Promise.resolve(),
      makeCurrent: async (buildId: string | null) => {
        // A worker that has just come is known by its build before it has asked on all its queues.
        await until('it to serve all queues', async () =>
          makeCurrent(at, config.taskQueue, buildId).then(() => true, isNotReady),
        );
      },
      untilDrained: () => Promise.resolve(),
      signal: AbortSignal.timeout(200_000),
      print: () => undefined,
    };
    return new UpgradeRehearsal(stage, { runs: 8, few: 2, holding: 'PT15S' });
  };
  const done = { sales: 10, timers: 2, redemptions: 12 };

  it('from one build of a deployment to another loses, doubles and stops nothing', async () => {
    const at = aDeployment();
    expect(await onto(0, at, (side) => startWorker(house, at, side)).run()).toMatchObject(done);
    expect((await buildsOf(at)).map(({ buildId }) => buildId).sort()).toEqual(['new', 'old']);
    await makeCurrent(at, house.config.taskQueue, null);
  });

  it('from workers of no deployment into one neither', async () => {
    const at = aDeployment();
    const unversioned = async (): Promise<RehearsalWorker> => ({
      buildId: null,
      leave: await house.startWorker(),
    });
    const start = (side: Side): Promise<RehearsalWorker> =>
      side === 'old' ? unversioned() : startWorker(house, at, side);
    expect(await onto(1, at, start).run()).toMatchObject(done);
  });
});

describe('a build', () => {
  it('is given nothing until it is current, which it cannot become before it serves every queue', async () => {
    const { client } = quiet;
    const at = aDeployment();
    const { taskQueue } = quiet.config;
    const unattended = (): Promise<readonly string[]> =>
      createRuns({ client, taskQueue, coalesceMs: 0 }).unattended();
    const some = await startWorker(quiet, at, 'b', 'counter,sale');
    const refused = makeCurrent(at, taskQueue, 'b');
    await expect(refused).rejects.toThrow(BuildNotReadyError);
    await expect(refused).rejects.toThrow('bling, messages, batch');
    const rest = await startWorker(quiet, at, 'b', 'bling,messages,batch');
    expect(await unattended()).toEqual(['counter', 'sale', 'bling', 'messages', 'batch']);
    await until('it to serve all queues', () => makeCurrent(at, taskQueue, 'b').then(() => true, isNotReady));
    expect(await buildsOf(at)).toEqual([{ buildId: 'b', state: 'current' }]);
    expect(await unattended()).toEqual([]);
    await some.leave();
    await rest.leave();
  });
});

function isNotReady(error: unknown): false {
  if (error instanceof BuildNotReadyError) return false;
  throw error;
}
