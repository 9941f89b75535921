import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { createAccessMailer, createApp, createBlingAccess } from '../../src/api';
import { BlingApiError } from '../../src/bling';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/log';
import { goOnToBling } from '../../tools/local/consent';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

/*
 * What breaks the access to a company elsewhere: twenty processes that refresh at once, a code that a browser brings again, and an app whose
 * secret was replaced at Bling.
 */

let house: House;
let stopWorker: () => Promise<void>;
beforeAll(async () => {
  const program = aProgram({ holding: { after: 'PT0S' }, messages: {} });
  house = await openHouse({ companies: 2, worker: false, program });
  stopWorker = await house.startWorker();
});
afterAll(() => house.close());

const stored = ({ merchantId }: Tenant, orderId: number) =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

const earns = (tenant: Tenant, orderId: number): Promise<unknown> =>
  until(`order ${orderId} to earn`, async () => (await stored(tenant, orderId))?.benefit.status === 'active');

function completed({ company }: Tenant): number {
  const { id } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
  company.completeOrder(id);
  return id;
}

describe('twenty processes that meet an expired token at the same moment', () => {
  it('refresh it once, and all go on with what came of it', async () => {
    const { company, connectionId } = house.tenant;
    const order = completed(house.tenant);
    await earns(house.tenant, order);
    const log = createLogger('silent');
    const processes = Array.from({ length: 20 }, () =>
      createBlingAccess(house.config.bling, house.store, log),
    );
    company.forceTokenExpiry();
    const before = house.simulator.tokenCounters().refreshes;
    const account = { connectionId, companyId: company.id };
    const answers = processes.map((bling) =>
      until('it to be answered', async () => {
        try {
          return await bling.getOrder(account, String(order));
        } catch (error) {
          if (error instanceof BlingApiError && !error.permanent) return null;
          throw error;
        }
      }),
    );
    expect((await Promise.all(answers)).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, () => String(order)),
    );
    expect(house.simulator.tokenCounters().refreshes - before).toBe(1);
    expect(company.counters().highestPerSecond).toBeLessThanOrEqual(3);
  });
});

describe('a code that the browser brings back again and again', () => {
  it('is exchanged once, so that Bling revokes nobody', async () => {
    const { api, company } = house.tenants[1]!;
    const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
    const { pathname, search, searchParams } = new URL(location!);
    const { cookie } = await goOnToBling(house.url + pathname + search);
    const callback = house.simulator.approve({ state: searchParams.get('state')!, company: company.index });
    const before = house.simulator.tokenCounters();
    const come = () => fetch(callback, { headers: { cookie } });
    await Promise.all([come(), come(), come()]);
    expect((await come()).status).toBe(200);
    const after = house.simulator.tokenCounters();
    expect([after.exchanges - before.exchanges, after.refused - before.refused]).toEqual([1, 0]);
    expect(company.isConnected).toBe(true);
    await earns(house.tenants[1]!, completed(house.tenants[1]!));
  });
});

describe('an app whose secret was replaced at Bling', () => {
  const SECRET = { BLING_CLIENT_SECRET: 'the-next-secret' };

  /** Another process of the API, that has been given the secret. */
  async function anApi(): Promise<{ url: string; close(): Promise<void> }> {
    const { store, runs, env } = house;
    const former = { BLING_CLIENT_SECRET_PREVIOUS: house.config.bling.clientSecret };
    const config = loadConfig({ ...env, ...former, ...SECRET });
    const log = createLogger('silent');
    const mail = createAccessMailer(config.mail, log);
    const bling = createBlingAccess(config.bling, store, log);
    const app = createApp({ config, log, store, runs, bling, whatsapp: null, mail, now: Date.now });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async close() {
        await new Promise((resolve) => server.close(resolve).closeAllConnections());
        await mail.close();
      },
    };
  }

  /** As if the pause before tokens that were refused for good are offered again were over. */
  async function pauseIsOver(connectionId: string): Promise<void> {
    const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
    await raw
      .collection<{ _id: string }>('connections')
      .updateOne({ _id: connectionId }, { $set: { 'refreshFailed.until': new Date() } });
    await raw.close();
  }

  it('loses no sale: what was told meanwhile comes again, and tokens are offered again', async () => {
    const tenant = house.tenant;
    const { company, merchantId, connectionId } = tenant;
    const inTime = completed(tenant);
    await earns(tenant, inTime);
    const known = (await stored(tenant, inTime))!;
    const lookAgain = () => house.runs.saleChanged(known, { eventId: 'again', kind: 'updated' });
    house.simulator.configure({ clientSecret: SECRET.BLING_CLIENT_SECRET });
    company.forceTokenExpiry();
    const meanwhile = completed(tenant);
    await house.simulator.webhooksIdle();
    const statuses = house.simulator
      .deliveries()
      .flatMap(({ orderId, attempts }) =>
        orderId === meanwhile ? attempts.map(({ status }) => status) : [],
      );
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await stored(tenant, meanwhile)).toBeNull();
    await lookAgain();
    const stateIs = (state: string) =>
      until(`the connection to be ${state}`, async () => {
        const connection = await house.store.connections.get(merchantId, connectionId);
        return connection?.state === state;
      });
    await stateIs('needs_authorization');

    await stopWorker();
    stopWorker = await house.startWorker(SECRET);
    const api = await anApi();
    try {
      house.simulator.configure({ webhookUrl: `${api.url}/webhooks/bling` });
      await pauseIsOver(connectionId);
      await company.deliver(company.events(meanwhile));
      await lookAgain();
      await earns(tenant, meanwhile);
      await stateIs('connected');
      expect((await stored(tenant, inTime))?.benefit.earnedCents).toBe(500);
    } finally {
      await api.close();
    }
  });
});
