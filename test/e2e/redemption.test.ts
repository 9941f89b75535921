import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { redemptionWorkflowId } from '../../src/workflows';
import { aCustomerWith } from './a-customer-with';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { toTheEnd } from './to-the-end';
import { until } from './until';

interface RedemptionJson {
  id: string;
  state: string;
  amountCents: number;
  leftCents?: number;
}
interface ProblemJson {
  code: string;
  requiredCents?: number;
  availableCents?: number;
  state?: string;
}

let house: House;
beforeAll(async () => {
  house = await openHouse({
    program: aProgram({ redemption: { maxShareBps: 5_000, minSaleCents: 1_000, reservation: 'PT15M' } }),
  });
});
afterAll(() => house.close());

const aCustomerOfHouse = (cents: number): Promise<string> =>
  aCustomerWith(house.store, house.tenant.merchantId, cents);

const asked = (customerId: string, amountCents: number, more: object = {}): object => ({
  customerId,
  type: 'cashback',
  amountCents,
  saleTotalCents: 100_000,
  ...more,
});

function redeem(body: object, key?: string): Promise<Answer<RedemptionJson & ProblemJson>> {
  return house.tenant.api.post('/v1/redemptions', body, key);
}

function act(id: string, action: string, key?: string): Promise<Answer<RedemptionJson & ProblemJson>> {
  return house.tenant.api.post(`/v1/redemptions/${id}/${action}`, {}, key);
}

describe('redemption by staff', () => {
  it('is found in the Temporal UI by the customer whose balance it uses', async () => {
    const { merchantId } = house.tenant;
    const customerId = await aCustomerOfHouse(500);
    const { id: redemptionId } = (await redeem(asked(customerId, 100))).expect(201).body;
    const run = house.client.workflow.getHandle(redemptionWorkflowId({ merchantId, redemptionId }));
    const { searchAttributes: shown } = await run.describe();
    expect(shown).toMatchObject({ MerchantId: [merchantId], CustomerId: [customerId] });
  });

  it('reserves, confirms and can be undone, and says the same when asked twice (R33)', async () => {
    const { api } = house.tenant;
    const customerId = await aCustomerOfHouse(1_000);
    const by = { operator: 'caixa-1', storeId: 'centro' };
    const { id, leftCents } = (await redeem(asked(customerId, 600, by))).expect(201).body;
    expect(leftCents).toBe(400);
    expect(await walletOf(api, customerId)).toMatchObject({
      cashback: { activeCents: 400, reservedCents: 600 },
    });
    expect((await act(id, 'confirm')).expect(200).body.state).toBe('confirmed');
    expect((await act(id, 'confirm')).expect(200).body.state).toBe('confirmed');
    expect(await walletOf(api, customerId)).toMatchObject({
      cashback: { activeCents: 400, reservedCents: 0 },
    });
    const undone = (await act(id, 'rollback')).expect(200).body;
    expect(undone).toMatchObject({ state: 'rolled_back', leftCents: 1_000 });
    expect((await act(id, 'rollback')).expect(409).body.code).toBe('already_rolled_back');
    expect(await walletOf(api, customerId)).toMatchObject({ cashback: { activeCents: 1_000 } });
    await verifyLedger(house.tenant);
  });

  it('releases, after which it is too late to confirm (R33)', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    const { id } = (await redeem(asked(customerId, 600))).expect(201).body;
    expect((await act(id, 'release')).expect(200).body.state).toBe('released');
    expect((await act(id, 'release')).expect(200).body.state).toBe('released');
    expect((await act(id, 'confirm')).expect(410).body.code).toBe('reservation_expired');
    expect((await act(id, 'rollback')).expect(422).body).toMatchObject({
      code: 'invalid_request',
      state: 'released',
    });
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 1_000 } });
  });

  it('uses at once with confirm', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    const { body } = (await redeem(asked(customerId, 1_000, { confirm: true }))).expect(201);
    expect(body.state).toBe('confirmed');
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 0 } });
  });

  it('refuses in the order of R30, with the numbers', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    const refusal = async (body: object, status: number): Promise<ProblemJson> =>
      (await redeem(body)).expect(status).body;
    for (const amountCents of [0, -1, 1.5, '100', 1e15, null])
      expect((await refusal({ ...asked(customerId, 1), amountCents }, 422)).code).toBe('invalid_request');
    expect((await refusal(asked('cus_nobody', 100), 404)).code).toBe('customer_not_found');
    expect((await refusal(asked(customerId, 9_999_99, { saleTotalCents: 999 }), 422)).code).toBe(
      'below_min_sale',
    );
    expect((await refusal(asked(customerId, 501, { saleTotalCents: 1_000 }), 422)).code).toBe(
      'above_max_share',
    );
    expect(await refusal(asked(customerId, 1_001), 422)).toMatchObject({
      code: 'insufficient_balance',
      requiredCents: 1_001,
      availableCents: 1_000,
    });
    expect(
      (await house.tenant.api.post<ProblemJson>('/v1/redemptions/red_nobody/confirm')).expect(404).body.code,
    ).toBe('redemption_not_found');
  });

  it('shares the largest part of a sale among its redemptions (R31)', async () => {
    const customerId = await aCustomerOfHouse(10_000);
    const saleRef = randomUUID();
    const of = (cents: number): object =>
      asked(customerId, cents, { saleTotalCents: 10_000, saleRef, confirm: true });
    (await redeem(of(4_000))).expect(201);
    expect((await redeem(of(1_001))).expect(422).body.code).toBe('above_max_share');
    (await redeem(of(1_000))).expect(201);
  });

  it('answers a repeated key with the same redemption, also when ten repeat it at once', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(asked(customerId, 300), key)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code)).toEqual(
      Array.from({ length: 10 - made.length }, () => 'request_in_progress'),
    );
    const again = (await redeem(asked(customerId, 300), key)).expect(201);
    expect(again.body.id).toBe(made[0]!.body.id);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await redeem(asked(customerId, 301), key)).expect(422).body.code).toBe('idempotency_key_reused');
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({ cashback: { reservedCents: 300 } });
  });

  it('lets 100 parallel redemptions of one wallet spend exactly what it affords', async () => {
    const customerId = await aCustomerOfHouse(3_700);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        toTheEnd((key) => redeem(asked(customerId, 100, { confirm: true }), key)),
      ),
    );
    const statuses = answers.map(({ status, body }) => (status === 201 ? body.state : body.code));
    expect(statuses.filter((status) => status === 'confirmed')).toHaveLength(37);
    expect(statuses.filter((status) => status === 'insufficient_balance')).toHaveLength(63);
    expect(await walletOf(house.tenant.api, customerId)).toMatchObject({
      cashback: { activeCents: 0, reservedCents: 0 },
    });
    await verifyLedger(house.tenant);
  });

  it('does not know the customers and redemptions of another merchant', async () => {
    const other = await openHouse({ worker: false });
    try {
      const customerId = await aCustomerOfHouse(1_000);
      const { id } = (await redeem(asked(customerId, 100))).expect(201).body;
      (await other.tenant.api.post('/v1/redemptions', asked(customerId, 100))).expect(404);
      (await other.tenant.api.post(`/v1/redemptions/${id}/confirm`)).expect(404);
      (await other.tenant.api.get(`/v1/redemptions/${id}`)).expect(404);
    } finally {
      await other.close();
    }
  });
});

describe('adjustments by hand (R35)', () => {
  const adjustment = (customerId: string, body: object, key?: string): Promise<Answer<ProblemJson>> =>
    house.tenant.api.post(`/v1/customers/${customerId}/adjustments`, { reason: 'acerto', ...body }, key);

  it('credit and debit once for each key, with the validity of the program, never below zero', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1)
      (await adjustment(customerId, { type: 'cashback', cents: 500 }, key)).expect(201);
    const wallet = await walletOf(house.tenant.api, customerId);
    expect(wallet.cashback.activeCents).toBe(1_500);
    expect(wallet.expirations).toEqual([{ date: expect.any(String), cents: 500 }]);
    (await adjustment(customerId, { type: 'cashback', cents: -1_200 })).expect(201);
    expect((await adjustment(customerId, { type: 'cashback', cents: -301 })).expect(422).body).toMatchObject({
      code: 'insufficient_balance',
      requiredCents: 301,
      availableCents: 300,
    });
    const { data } = (
      await house.tenant.api.get<{ data: { type: string; key: object | null }[] }>(
        `/v1/customers/${customerId}/statement`,
      )
    ).expect(200).body;
    const ofKey = { id: expect.any(String), label: expect.any(String) };
    for (const type of ['ADJUST_CREDIT', 'ADJUST_DEBIT'])
      expect(data).toContainEqual(expect.objectContaining({ type, key: ofKey, operator: null }));
    await verifyLedger(house.tenant);
  });

  it('refuse zero, a missing reason and somebody else’s customer', async () => {
    const customerId = await aCustomerOfHouse(1_000);
    (await adjustment(customerId, { type: 'cashback', cents: 0 })).expect(422);
    (await adjustment(customerId, { type: 'cashback', cents: 5, reason: ' ' })).expect(422);
    expect((await adjustment('cus_nobody', { type: 'cashback', cents: 5 })).expect(404).body.code).toBe(
      'customer_not_found',
    );
  });
});

describe('a reservation nobody confirms', () => {
  it('is let go by a durable timer, the worker gone meanwhile or not', async () => {
    const short = await openHouse({
      program: aProgram({ redemption: { reservation: 'PT2S' } }),
      worker: false,
    });
    try {
      const stop = await short.startWorker();
      const { merchantId, api, company } = short.tenant;
      const buyer = aBuyer(company);
      const order = anOrder(company, { contactId: buyer.id, totalCents: 20_000 });
      company.completeOrder(order.id);
      const customerId = await until('the benefit', async () => {
        const { body } = await api.get<{ data: SaleJson[] }>(
          `/v1/sales?channel=bling&externalId=${order.id}`,
        );
        return body.data?.[0]?.status === 'active' && body.data[0].customerId;
      });
      const body = { customerId, type: 'cashback', amountCents: 1_000, saleTotalCents: 100_000 };
      const { id } = (await api.post<RedemptionJson>('/v1/redemptions', body)).expect(201).body;
      await stop();
      await until('the end of the reservation', async () => {
        const redemption = await short.store.redemptions.get(merchantId, id);
        return redemption!.reservedUntil < Date.now();
      });
      await short.startWorker();
      await until(
        'the balance to be back',
        async () => (await short.store.redemptions.get(merchantId, id))!.state === 'expired',
      );
      expect(await walletOf(api, customerId)).toMatchObject({
        cashback: { activeCents: 1_000, reservedCents: 0 },
      });
      expect((await api.post<ProblemJson>(`/v1/redemptions/${id}/confirm`)).expect(410).body.code).toBe(
        'reservation_expired',
      );
      await verifyLedger(short.tenant);
    } finally {
      await short.close();
    }
  });
});

describe('a sale and what it was paid with', () => {
  it('earns nothing on the part paid with benefit, and is calculated again when that is undone (R9)', async () => {
    const { api, company } = house.tenant;
    const customerId = await aCustomerOfHouse(5_000);
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 20_000 });
    company.completeOrder(order.id);
    const earned = (cents: number): Promise<string> =>
      until(`the sale to earn ${cents}`, async () => {
        const { body } = await api.get<{ data: SaleJson[] }>(
          `/v1/sales?channel=bling&externalId=${order.id}`,
        );
        const [sale] = body.data ?? [];
        return sale?.earnedCents === cents ? sale.id : null;
      });
    const saleId = await earned(1_000);
    const { id } = (
      await redeem(asked(customerId, 4_000, { saleTotalCents: 20_000, saleRef: saleId, confirm: true }))
    ).expect(201).body;
    await earned(800);
    (await act(id, 'rollback')).expect(200);
    await earned(1_000);
    await verifyLedger(house.tenant);
  });

  it('gives what was spent on it back to its lots when it is cancelled (R25)', async () => {
    const { api, company } = house.tenant;
    const customerId = await aCustomerOfHouse(5_000);
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 20_000 });
    company.completeOrder(order.id);
    const saleId = await until('the sale', async () => {
      const answer = await api.get<{ data: SaleJson[] }>(`/v1/sales?channel=bling&externalId=${order.id}`);
      return answer.status === 200 ? (answer.body.data[0]?.id ?? null) : null;
    });
    (
      await redeem(asked(customerId, 4_000, { saleTotalCents: 20_000, saleRef: saleId, confirm: true }))
    ).expect(201);
    company.cancelOrder(order.id);
    await until(
      'the money back',
      async () => (await walletOf(api, customerId)).cashback.activeCents === 5_000,
    );
    await verifyLedger(house.tenant);
  });
});
