import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { settleSale } from '../../src/loyalty';
import { aContact, aProgram, aSettlement } from './builders';
import { aCounterSale, saleUntil, sold, tally } from './counter';
import type { CounterSale } from './counter';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { verifyLedger, walletOf } from './shop';
import { toTheEnd } from './to-the-end';

const DAY = 86_400_000;

let house: House;
beforeAll(async () => {
  house = await openHouse({
    program: aProgram({
      earning: {
        rules: [
          { id: 'cashback-10', grant: { type: 'cashback', rateBps: 1_000 } },
          { id: 'vale', grant: { type: 'voucher', template: 'vale' } },
        ],
      },
      messages: {},
      vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P60D' } },
    }),
  });
});
afterAll(() => house.close());

interface ProblemJson {
  code: string;
  detail: string;
  returnableCents?: number;
  saleOwner?: string;
}

function back(
  sale: CounterSale,
  body: object,
  key: string = randomUUID(),
): Promise<Answer<CounterSale & ProblemJson>> {
  return house.tenant.api.post(`/v1/sales/${sale.id}/returns`, body, key);
}

function claim(sale: CounterSale, body: object, key?: string): Promise<Answer<CounterSale & ProblemJson>> {
  return house.tenant.api.post(`/v1/sales/${sale.id}/customer`, body, key);
}

const items = [
  { sku: 'CALCA', totalCents: 6_000, quantity: 2 },
  { sku: 'CINTO', totalCents: 4_000 },
];

describe('goods that come back', () => {
  it('take back in proportion by amount, cumulative and exact to the last cent (R20)', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro', { totalCents: 9_999 }));
    expect(sale.earnedCents).toBe(999);
    const body = { amountCents: 3_333, reason: 'Tamanho errado', operator: 'caixa-1', storeId: 'centro' };
    const first = (await back(sale, body)).expect(201).body;
    expect(first).toMatchObject({
      returnedCents: 3_333,
      earnedCents: 666,
      benefit: { activeCents: 666, takenBackCents: 333, vouchers: [{ state: 'active' }] },
      returns: [{ amountCents: 3_333, items: [], reason: 'Tamanho errado', operator: 'caixa-1' }],
    });
    expect(first.explanation[0]!.lines.at(-1)).toMatch(/^Devolução de R\$\s33,33 .* ficam R\$\s6,66$/);
    expect(first.timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['returned', 'CLAWBACK']),
    );
    expect((await back(sale, { amountCents: 3_333 })).expect(201).body.earnedCents).toBe(333);
    const whole = (await back(sale, { amountCents: 3_333 })).expect(201).body;
    expect(whole).toMatchObject({ earnedCents: 0, returnedCents: 9_999 });
    expect(whole.benefit.vouchers).toMatchObject([{ state: 'cancelled', usesLeft: 0 }]);
    expect((await back(sale, { amountCents: 1 })).expect(422).body).toMatchObject({
      code: 'invalid_request',
      returnableCents: 0,
    });
    await verifyLedger(house.tenant);
  });

  it('are counted by line and piece, and refused where there are not that many', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro', { items }));
    const one = (await back(sale, { items: [{ sku: 'CALCA', quantity: 1 }] })).expect(201).body;
    expect(one).toMatchObject({ returnedCents: 3_000, earnedCents: 700 });
    const problem = (await back(sale, { items: [{ sku: 'CALCA', quantity: 2 }] })).expect(422).body;
    expect(problem).toMatchObject({ code: 'invalid_request', sku: 'CALCA', piecesLeft: 1 });
    expect(problem.detail).toContain('CALCA');
    (await back(sale, { items: [{ sku: 'MEIA' }] })).expect(422);
    const rest = (await back(sale, { items: [{ sku: 'CALCA' }, { sku: 'CINTO' }] })).expect(201).body;
    expect(rest).toMatchObject({ returnedCents: 10_000, earnedCents: 0 });
    expect(rest.returns).toHaveLength(2);
    await verifyLedger(house.tenant);
  });

  it('come back once for each key, also when ten say so at once', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => back(sale, { amountCents: 1_000 }, key)),
    );
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const again = (await back(sale, { amountCents: 1_000 }, key)).expect(201);
    expect(again.body).toMatchObject({ returnedCents: 1_000, earnedCents: 900 });
    expect(again.body.returns).toHaveLength(1);
    expect((await back(sale, { amountCents: 2_000 }, key)).expect(422).body.code).toBe(
      'idempotency_key_reused',
    );
  });

  it('never come to more than the sale when twenty return it at once', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => toTheEnd((key) => back(sale, { amountCents: 1_500 }, key))),
    );
    expect(tally(answers.map(({ status }) => String(status)))).toEqual({ 201: 6, 422: 14 });
    const { body } = (await house.tenant.api.get<CounterSale>(`/v1/sales/${sale.id}`)).expect(200);
    expect(body).toMatchObject({ returnedCents: 9_000, earnedCents: 100 });
    await verifyLedger(house.tenant);
  });

  it('bring back what was spent on the sale, once everything is back (R25)', async () => {
    const { api, merchantId } = house.tenant;
    const { store } = house;
    const { customerId } = await store.customers.identify(merchantId, aContact(), new Date());
    const from = `sal_${randomUUID()}`;
    await store.wallets.change(merchantId, customerId, { saleId: from }, Date.now(), (book, now) => {
      settleSale(book, aSettlement(from, 2_000, now), now);
      return { result: undefined };
    });
    const gift = await sold(house.tenant, aCounterSale('centro'));
    const { code } = gift.benefit.vouchers[0]!;
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const use = { saleTotalCents: 10_000, saleRef: sale.id };
    (
      await api.post('/v1/redemptions', {
        customerId,
        type: 'cashback',
        amountCents: 2_000,
        confirm: true,
        ...use,
      })
    ).expect(201);
    (await api.post(`/v1/vouchers/${code}/redeem`, use)).expect(200);
    expect((await back(sale, { amountCents: 4_000 })).expect(201).body.refundedCents).toBe(0);
    expect(await walletOf(api, customerId)).toMatchObject({ cashback: { activeCents: 0 } });
    (await back(sale, { amountCents: 6_000 })).expect(201);
    expect(await walletOf(api, customerId)).toMatchObject({ cashback: { activeCents: 2_000 } });
    expect((await api.get(`/v1/vouchers/${code}`)).expect(200).body).toMatchObject({ state: 'active' });
    // The sale that gave the voucher had come to its end, and has something to look after again.
    await saleUntil(house.tenant, gift.id, ({ benefit }) => benefit.vouchers[0]!.state === 'active');
    await saleUntil(house.tenant, gift.id, ({ status }) => status === 'active');
    await verifyLedger(house.tenant);
  });

  it('are refused for a sale that is unknown, or not completed', async () => {
    const sale = await sold(
      house.tenant,
      aCounterSale('centro', { status: 'open' }),
      ({ status }) => status === 'waiting',
    );
    const problem = (await back(sale, { amountCents: 1 })).expect(422).body;
    expect(problem.detail).toContain('ainda não foi concluída');
    expect((await back({ ...sale, id: 'sal_x' }, { amountCents: 1 })).expect(404).body.code).toBe(
      'sale_not_found',
    );
  });
});

describe('a sale without a customer', () => {
  const unclaimed = (change: object = {}): Promise<CounterSale> =>
    sold(
      house.tenant,
      aCounterSale('centro', { customer: null, ...change }),
      ({ status }) => status === 'unidentified',
    );

  it('is claimed once, by whoever says who they are, and earns from then on (R28)', async () => {
    const { api, merchantId } = house.tenant;
    const sale = await unclaimed();
    const document = cpf.generate();
    const key = randomUUID();
    const body = { document, name: 'Ana Reclamante', operator: 'caixa-1' };
    const claimed = (await claim(sale, body, key)).expect(200).body;
    expect(claimed).toMatchObject({ status: 'active', earnedCents: 1_000, benefit: { activeCents: 1_000 } });
    expect((await claim(sale, body, key)).expect(200).body.customerId).toBe(claimed.customerId);
    expect(await walletOf(api, claimed.customerId!)).toMatchObject({ cashback: { activeCents: 1_000 } });
    expect((await claim(sale, { document: cpf.generate() })).expect(422).body).toMatchObject({
      code: 'invalid_request',
      saleOwner: 'known',
    });
    const run = house.client.workflow.getHandle(`sale/${merchantId}/pos/${sale.externalId}`);
    expect(decoded(await run.fetchHistory())).not.toMatch(/Reclamante/);
    await verifyLedger(house.tenant);
  });

  it('has one claimer of ten', async () => {
    const sale = await unclaimed();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => toTheEnd((key) => claim(sale, { document: cpf.generate() }, key))),
    );
    const late = answers.filter(({ status }) => status !== 200);
    expect(late).toHaveLength(9);
    for (const { status } of late) expect([409, 422]).toContain(status);
    const winner = answers.find(({ status }) => status === 200)!.body.customerId;
    const { body } = (await house.tenant.api.get<CounterSale>(`/v1/sales/${sale.id}`)).expect(200);
    expect(body.customerId).toBe(winner);
    await verifyLedger(house.tenant);
  });

  it('takes a customer who is known, and no other', async () => {
    const sale = await unclaimed();
    expect((await claim(sale, { customerId: 'cus_nobody' })).expect(404).body.code).toBe(
      'customer_not_found',
    );
    expect((await claim(sale, { document: '111' })).expect(422).body.code).toBe('invalid_request');
    const { merchantId } = house.tenant;
    const { customerId } = await house.store.customers.identify(merchantId, aContact(), new Date());
    expect((await claim(sale, { customerId })).expect(200).body.customerId).toBe(customerId);
  });

  it('belongs to nobody once the window has closed', async () => {
    const sale = await unclaimed();
    const { merchantId } = house.tenant;
    const stored = (await house.store.sales.get(merchantId, sale.id))!;
    const completedAt = Date.now() - 91 * DAY;
    await house.store.sales.change({ sale: stored, patch: { source: { completedAt } } });
    expect((await claim(sale, { document: cpf.generate() })).expect(410).body.code).toBe(
      'claim_window_closed',
    );
  });
});
