import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import { testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import { openTcpGate } from './tcp-gate';
import type { TcpGate } from './tcp-gate';
import { toTheEnd } from './to-the-end';

/** What somebody stands at a counter for; the driver by itself waits for more than half a minute. */
const IN_TIME_MS = 25_000;

let gate: TcpGate;
let house: House;
beforeAll(async () => {
  const uri = new URL(testMongoUri());
  gate = await openTcpGate({ host: uri.hostname, port: Number(uri.port) });
  const MONGODB_URI = `mongodb://127.0.0.1:${gate.port}${uri.pathname}?directConnection=true`;
  house = await openHouse({ env: { MONGODB_URI }, program: aProgram({ messages: {} }) });
});
afterAll(async () => {
  gate.open();
  await house.close();
  await gate.close();
});

describe('a MongoDB that hangs and keeps its connections', () => {
  it('lets a redemption be answered 503 in time, and nothing is spent of it afterwards', async () => {
    const { api } = house.tenant;
    const { customerId } = await sold(house.tenant, aCounterSale('um'));
    const body = { type: 'cashback', amountCents: 100, saleTotalCents: 10_000, operator: 'caixa' };
    const redeem = (key: string): ReturnType<typeof api.post<{ code?: string }>> =>
      api.post('/v1/redemptions', { ...body, customerId, confirm: true }, key);
    const active = async (): Promise<number> => (await walletOf(api, customerId!)).cashback.activeCents;
    const before = await active();
    const key = randomUUID();

    gate.hang();
    const begun = performance.now();
    const refused = await redeem(key);
    expect([refused.status, refused.body.code]).toEqual([503, 'service_unavailable']);
    expect(performance.now() - begun).toBeLessThan(IN_TIME_MS);

    gate.open();
    // Whatever waited has come to its end before another is done.
    (await toTheEnd(redeem)).expect(201);
    expect(await active()).toBe(before - 100);
    (await toTheEnd(() => redeem(key))).expect(201);
    (await redeem(key)).expect(201);
    expect(await active()).toBe(before - 200);
    await verifyLedger(house.tenant);
  });
});
