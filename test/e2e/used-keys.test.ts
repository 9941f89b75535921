import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { verifyLedger } from './shop';
import { until } from './until';

/** A call that moves value, and others that bring the same key. */
interface KeyedCall {
  path: string;
  body: object;
  /** About the same natural thing. */
  others: object[];
  /** About another one: its customer, sale or voucher is in the path. */
  elsewhere?: string;
}

interface Made {
  id?: string;
  state?: string;
  code?: string;
  returns?: object[];
  customerId?: string;
}

const AT_THE_COUNTER = { saleTotalCents: 5_000, saleRef: '1' };

const program = aProgram({
  earning: {
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'vale', grant: { type: 'voucher', template: 'vale' } },
    ],
  },
  messages: {},
  vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P60D', uses: 3 } },
});

describe('a key that is used again after the answer under it is forgotten', () => {
  let house: House;
  let mongo: mongoose.Connection;
  beforeAll(async () => {
    house = await openHouse({ program, companies: 7 });
    mongo = await mongoose.createConnection(house.config.mongodbUri).asPromise();
  });
  afterAll(async () => {
    await mongo.close();
    await house.close();
  });

  const forget = async (...collections: string[]): Promise<void> => {
    for (const name of collections) await mongo.collection(name).deleteMany({});
  };
  /** As everything was stored before requests had digests. */
  const forgetDigests = async ({ merchantId }: Tenant): Promise<void> => {
    await mongo
      .collection('redemptions')
      .updateMany({ merchantId }, { $unset: { request: 1, lastRequest: 1 } });
    await mongo.collection('ledger_entries').updateMany({ merchantId }, { $unset: { 'cause.request': 1 } });
    await mongo
      .collection('sales')
      .updateMany({ merchantId }, { $unset: { 'returns.$[].request': 1, claimRequest: 1 } });
  };
  /** Every movement there is: nothing may be added by a refusal or a repetition. */
  const movements = (): Promise<number> => mongo.collection('ledger_entries').countDocuments();

  const aBuyersSale = (tenant: Tenant): ReturnType<typeof sold> => sold(tenant, aCounterSale('um'));
  const anonymous = async (tenant: Tenant): Promise<string> =>
    (
      await sold(
        tenant,
        aCounterSale('um', { customer: undefined }),
        ({ status }) => status === 'unidentified',
      )
    ).id;

  const calls: Record<string, (tenant: Tenant) => Promise<KeyedCall>> = {
    'a redemption': async (tenant) => {
      const [mine, theirs] = [await aBuyersSale(tenant), await aBuyersSale(tenant)];
      const body = {
        ...{ customerId: mine.customerId, type: 'cashback', amountCents: 100 },
        ...{ saleTotalCents: 50_000, operator: 'caixa' },
      };
      const other = (change: object): object => ({ ...body, ...change });
      return {
        path: '/v1/redemptions',
        body,
        others: [
          other({ amountCents: 200 }),
          other({ customerId: theirs.customerId }),
          other({ saleTotalCents: 60_000 }),
          other({ saleRef: '77' }),
          other({ operator: 'outro' }),
        ],
      };
    },
    'a use of a voucher': async (tenant) => {
      const [mine, theirs] = [await aBuyersSale(tenant), await aBuyersSale(tenant)];
      const path = (code: string): string => `/v1/vouchers/${code}/redeem`;
      return {
        path: path(mine.benefit.vouchers[0]!.code),
        body: { saleTotalCents: 5_000, saleRef: '1' },
        others: [
          { saleTotalCents: 6_000, saleRef: '1' },
          { saleTotalCents: 5_000, saleRef: '2' },
        ],
        elsewhere: path(theirs.benefit.vouchers[0]!.code),
      };
    },
    'an adjustment': async (tenant) => {
      const [mine, theirs] = [await aBuyersSale(tenant), await aBuyersSale(tenant)];
      const path = (id: string): string => `/v1/customers/${id}/adjustments`;
      const body = { type: 'cashback', cents: 100, reason: 'Brinde' };
      return {
        path: path(mine.customerId!),
        body,
        others: [
          { ...body, cents: 200 },
          { ...body, cents: -100 },
          { ...body, reason: 'Outro' },
        ],
        elsewhere: path(theirs.customerId!),
      };
    },
    'a return': async (tenant) => {
      const [mine, theirs] = [await aBuyersSale(tenant), await aBuyersSale(tenant)];
      const body = { amountCents: 1_000, reason: 'Tamanho' };
      return {
        path: `/v1/sales/${mine.id}/returns`,
        body,
        others: [
          { ...body, amountCents: 2_000 },
          { ...body, reason: 'Cor' },
        ],
        elsewhere: `/v1/sales/${theirs.id}/returns`,
      };
    },
    'a claim': async (tenant) => {
      const [mine, theirs] = [await anonymous(tenant), await anonymous(tenant)];
      const { customerId } = await aBuyersSale(tenant);
      const other = await aBuyersSale(tenant);
      return {
        path: `/v1/sales/${mine}/customer`,
        body: { customerId },
        others: [{ customerId: other.customerId }],
        elsewhere: `/v1/sales/${theirs}/customer`,
      };
    },
  };

  it.each(Object.keys(calls))(
    '%s: is refused for ever with another request, and does the same one only once',
    async (name) => {
      // A merchant of its own: what is taken out of the ledger below would be found by a proof.
      const tenant = house.tenants[Object.keys(calls).indexOf(name)]!;
      const { path, body, others, elsewhere } = await calls[name]!(tenant);
      const { api } = tenant;
      const key = randomUUID();
      const post = async (to: string, said: object): ReturnType<typeof api.post<Made>> =>
        api.post<Made>(to, said, key);
      const first = await post(path, body);
      expect(first.status).toBeLessThan(300);
      const before = await movements();
      await verifyLedger(tenant);

      const refused = async (to: string, said: object): Promise<void> => {
        const answer = (await post(to, said)).expect(422);
        expect(answer.body).toMatchObject({ code: 'idempotency_key_reused' });
      };
      await forget('idempotency');
      for (const other of others) await refused(path, other);
      if (elsewhere !== undefined) await refused(elsewhere, body);

      for (const older of [false, true]) {
        if (older) await forgetDigests(tenant);
        for (const other of others) {
          await forget('idempotency', 'used_keys');
          await refused(path, other);
        }
        await forget('idempotency', 'used_keys');
        const again = await post(path, body);
        expect(again.status).toBe(first.status);
        expect(again.headers.get('idempotency-replayed')).toBeNull();
        const { id, code, customerId, returns } = first.body;
        const made = Object.entries({ id, code, customerId, returns }).filter(
          ([, value]) => value !== undefined,
        );
        expect(again.body).toMatchObject(Object.fromEntries(made));
      }
      expect(await movements()).toBe(before);
    },
  );

  /** Reserves a voucher of a new sale. `again`: the call is made, or made again after everything but the ledger is forgotten. */
  const aReservedVoucher = async (tenant: Tenant) => {
    const { api, merchantId } = tenant;
    const posted = aCounterSale('um');
    const sale = await sold(tenant, posted);
    const [voucher] = sale.benefit.vouchers;
    const run = house.client.workflow.getHandle(`sale/${merchantId}/pos/${sale.externalId}`);
    const call = (move: string, key: string, body: object = {}): ReturnType<typeof api.post<Made>> =>
      api.post<Made>(`/v1/vouchers/${voucher!.code}/${move}`, body, key);
    const again = async (...asked: Parameters<typeof call>): ReturnType<typeof call> => {
      // The run that answered it is over, another has begun since, and the answer is forgotten.
      await run.terminate('the test ends this run');
      await sold(tenant, posted);
      await until('another run to begin', async () => (await run.describe()).status.name === 'RUNNING');
      await forget('idempotency');
      return call(...asked);
    };
    const usesLeft = async (): Promise<unknown> =>
      (await api.get<{ usesLeft: number }>(`/v1/vouchers/${voucher!.code}`)).expect(200).body.usesLeft;
    const reserved = (await call('reserve', randomUUID(), AT_THE_COUNTER)).expect(201).body;
    return { call, again, usesLeft, reserved };
  };

  it('a use of a voucher that was reserved first, and undone since: uses it no second time', async () => {
    const tenant = house.tenants[5]!;
    const { call, again, usesLeft, reserved } = await aReservedVoucher(tenant);
    const key = randomUUID();
    const used = (await call('redeem', key, AT_THE_COUNTER)).expect(200).body;
    expect(used).toMatchObject({ id: reserved.id, state: 'confirmed' });
    (await call('rollback', randomUUID())).expect(200);
    const before = await movements();
    const repeated = (await again('redeem', key, AT_THE_COUNTER)).expect(200);
    expect(repeated.body).toMatchObject({ id: reserved.id, state: 'rolled_back' });
    const other = { ...AT_THE_COUNTER, saleTotalCents: 6_000 };
    await forget('used_keys');
    expect((await again('redeem', key, other)).expect(422).body).toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect([await movements(), await usesLeft()]).toEqual([before, 3]);
    await verifyLedger(tenant);

    // As a version left it that kept only the last call.
    await mongo
      .collection('redemptions')
      .updateOne({ _id: reserved.id as never }, { $unset: { formerCalls: 1 } });
    await forget('used_keys');
    expect((await again('redeem', key, AT_THE_COUNTER)).status).toBe(422);
    expect([await movements(), await usesLeft()]).toEqual([before, 3]);
  });

  it('a release that others have asked for as well: lets no later reservation go', async () => {
    const tenant = house.tenants[6]!;
    const { call, again, reserved } = await aReservedVoucher(tenant);
    const key = randomUUID();
    (await call('release', key)).expect(200);
    (await call('release', randomUUID())).expect(200);
    (await call('reserve', randomUUID(), AT_THE_COUNTER)).expect(201);
    const before = await movements();
    expect((await again('release', key)).expect(200).body).toMatchObject({ id: reserved.id });
    expect(await movements()).toBe(before);
    await verifyLedger(tenant);
  });
});
