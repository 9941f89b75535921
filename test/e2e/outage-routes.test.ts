import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../src/store';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { engine, testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { openTcpGate } from './tcp-gate';
import type { TcpGate } from './tcp-gate';
import { until } from './until';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

interface Call {
  name: string;
  path: string;
  init: RequestInit;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ROUNDS = 4;

const program = aProgram({
  earning: {
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'vale', grant: { type: 'voucher', template: 'vale' } },
    ],
  },
  messages: {},
  vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P60D', uses: 100 } },
});

describe('every call of the API while an engine goes away under load', () => {
  let mongo: TcpGate;
  let temporal: TcpGate;
  let house: House;
  /** What says who calls: a key, and an owner who has signed in. */
  let byKey: Record<string, string>;
  let byOwner: Record<string, string>;
  let sale: CounterSale;
  let operations: [string, string, Operation][];

  beforeAll(async () => {
    const uri = new URL(testMongoUri());
    mongo = await openTcpGate({ host: uri.hostname, port: Number(uri.port) });
    const [host = '', port] = engine('TEST_TEMPORAL_ADDRESS').split(':');
    temporal = await openTcpGate({ host, port: Number(port) });
    const env = {
      MONGODB_URI: `mongodb://127.0.0.1:${mongo.port}${uri.pathname}?directConnection=true`,
      TEMPORAL_ADDRESS: `127.0.0.1:${temporal.port}`,
    };
    house = await openHouse({ env, program });
    const key = await house.store.merchants.createKey(house.tenant.merchantId, 'outage', new Date());
    byKey = { authorization: `Bearer ${key}` };
    byOwner = await anOwner();
    sale = await sold(house.tenant, aCounterSale('um'));
    const document = (await (await fetch(`${house.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      METHODS.flatMap((method) => (methods[method] ? [[method, path, methods[method]] as const] : [])),
    ) as [string, string, Operation][];
    // What a key may not is asked by somebody whom it is not refused to, but for the end of their session.
    for (const operation of operations) {
      const call = aCall(operation);
      const { status } = await fetch(house.url + call.path, call.init);
      if ([401, 403].includes(status) && call.name !== 'delete /v1/session') ofOwner.add(call.name);
    }
  });
  afterAll(async () => {
    mongo.open();
    temporal.open();
    await house.close();
    await mongo.close();
    await temporal.close();
  });

  const ofOwner = new Set<string>();

  async function anOwner(): Promise<Record<string, string>> {
    const { store, tenant, url, config } = house;
    const [email, password] = ['dona@loja.com.br', 'uma senha bem longa'];
    const fresh = { email, name: 'Dona da Loja', password: await hashPassword(password) };
    const { person } = await store.people.register(fresh, new Date());
    const owner = { merchantId: tenant.merchantId, personId: person.id, role: 'owner' as const };
    await store.people.join({ ...owner, storeIds: null }, new Date());
    const headers = { origin: config.publicUrl, 'content-type': 'application/json' };
    const body = JSON.stringify({ email, password });
    const answer = await fetch(`${url}/v1/session`, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    return { origin: config.publicUrl, cookie: answer.headers.getSetCookie()[0]!.split(';', 1)[0]! };
  }

  /** As the contract's own example has it, about what this merchant has. */
  function aCall([method, path, { parameters = [], requestBody }]: [string, string, Operation]): Call {
    const ids: Record<string, string> = {
      sales: sale.id,
      customers: sale.customerId!,
      vouchers: sale.benefit.vouchers[0]!.code,
      connections: house.tenant.connectionId,
    };
    const resource = /^\/v1\/(\w+)\//.exec(path)?.[1] ?? '';
    const query = parameters.filter((one) => one.in === 'query' && one.required);
    const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const example = withIds(media?.example);
    const name = `${method} ${path}`;
    return {
      name,
      path:
        // What there is stays: all the rounds are about it.
        path.replace(/\{\w+\}/, (method !== 'delete' && ids[resource]) || 'unknown') +
        (query.length === 0 ? '' : `?${query.map(({ name }) => `${name}=customers`).join('&')}`),
      init: {
        method: method.toUpperCase(),
        redirect: 'manual',
        headers: {
          ...(ofOwner.has(name) ? byOwner : byKey),
          'idempotency-key': randomUUID(),
          ...(type === undefined ? {} : { 'content-type': type }),
        },
        ...(type === undefined
          ? {}
          : { body: typeof example === 'string' ? example : JSON.stringify(example ?? {}) }),
      },
    };
  }

  /** Everybody is this merchant's customer. */
  function withIds(example: unknown): unknown {
    const text = JSON.stringify(example) as string | undefined;
    if (text === undefined || typeof example === 'string') return example;
    return JSON.parse(text.replace(/"cus_\w+"/g, JSON.stringify(sale.customerId))) as unknown;
  }

  const ready = (): Promise<unknown> =>
    until('both engines to be there again', async () => (await fetch(`${house.url}/readyz`)).ok);

  it.each([
    ['MongoDB', (): TcpGate => mongo],
    ['Temporal', (): TcpGate => temporal],
  ])(
    '%s: is served, refused, or answered with 503 and when to come back; never with 500',
    async (_engine, gate) => {
      const wrong = new Set<string>();
      let outages = 0;
      const ask = async ({ name, path, init }: Call): Promise<void> => {
        const answer = await fetch(house.url + path, init);
        const text = await answer.text();
        if (answer.status === 503) outages += 1;
        const comesBack = answer.status !== 503 || answer.headers.has('retry-after');
        if (answer.status === 500 || answer.status > 503 || !comesBack)
          wrong.add(`${answer.status} ${name} ${text}`);
      };
      for (let round = 0; round < ROUNDS; round += 1) {
        await ready();
        let answered = 0;
        const all = operations.map((operation) =>
          ask(aCall(operation)).then(() => {
            answered += 1;
            // Some have been answered, the others are under way.
            if (answered > round * 8) gate().shut();
          }),
        );
        await Promise.all(all);
        gate().shut();
        // And once more while it is away, for as long as the key is remembered.
        await Promise.all(operations.map((operation) => ask(aCall(operation))));
        gate().open();
      }
      expect([...wrong]).toEqual([]);
      expect([...ofOwner]).toEqual(expect.arrayContaining(['get /v1/people', 'post /v1/keys']));
      // Most calls only read, and ask Temporal nothing.
      expect(outages).toBeGreaterThan(operations.length / 2);
    },
  );
});
