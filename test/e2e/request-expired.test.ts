import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { redemptionIdOf } from '../../src/ids';
import { adjust } from '../../src/loyalty';
import type { Adjustment, Refusal } from '../../src/loyalty';
import { createRuns, OutcomeUnknownError, staffRuns } from '../../src/runs';
import type { Runs } from '../../src/runs';
import { lateRefusal } from '../../src/store';
import type { Commands, CommandTexts } from '../../src/store';
import type { RedemptionReceipt } from '../../src/workflows';
import { redemptionWorkflowId, saleWorkflowId } from '../../src/workflows';
import { aCustomerWith } from './a-customer-with';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';
import { updatesOf } from './updates-of';

/** What a call that moves value is answered with: what it made, or the problem in its place. */
interface Answered {
  id: string;
  state: string;
  status: unknown;
  code: string;
  detail: string;
  validUntil: string;
}

const PATIENT_MS = 120_000;
/** For how long no worker is there while tills go on asking; `AWAY=120 npm test -- test/e2e/request-expired` takes two minutes. */
const AWAY_MS = Number(process.env['AWAY'] ?? 3) * 1_000;
const TEXTS: CommandTexts = {
  keyId: null,
  operator: null,
  storeId: null,
  saleRef: null,
  reason: null,
  skus: [],
};

let house: House;
beforeAll(async () => {
  house = await openHouse({
    worker: false,
    env: { CALL_DEADLINE: 'PT1.5S' },
    program: aProgram({
      earning: { rules: [{ id: 'vale', grant: { type: 'voucher', template: 'vale' } }] },
      messages: {},
      vouchers: { vale: { discount: { type: 'amount', cents: 2_000 }, validity: 'P60D', uses: 2 } },
    }),
  });
});
afterAll(() => house.close());

const call = (path: string, body: object, key: string): Promise<Answer<Answered>> =>
  house.tenant.api.post<Answered>(path, body, key);

/** A call that is sure to be answered: under its key again for as long as nobody came to it in time. */
const sureCall = (path: string, body: object, key: string): Promise<Answer<Answered>> =>
  until(`${path} to be answered`, async () => {
    const answer = await call(path, body, key);
    return answer.status === 503 ? null : answer;
  });

/** Somebody with R$ 10,00 of cashback. */
const aCustomer = (): Promise<string> => aCustomerWith(house.store, house.tenant.merchantId, 1_000);

const asked = (customerId: string, amountCents: number, confirm: boolean): object => ({
  ...{ customerId, type: 'cashback', amountCents, saleTotalCents: 10_000, operator: 'caixa 1', confirm },
});

async function reserved(customerId: string, confirm = false): Promise<string> {
  const use = asked(customerId, 100, confirm);
  return (await sureCall('/v1/redemptions', use, randomUUID())).expect(201).body.id;
}

/** A sale that gave a voucher, and the run of it. */
async function aVoucher(): Promise<{ sale: CounterSale; code: string; run: string }> {
  const sale = await sold(house.tenant, aCounterSale('centro'), ({ benefit }) =>
    benefit.vouchers.some(({ state }) => state === 'active'),
  );
  return { sale, code: sale.benefit.vouchers[0]!.code, run: runOf(sale) };
}

const runOf = ({ externalId }: CounterSale): string =>
  saleWorkflowId({ merchantId: house.tenant.merchantId, channel: 'pos', externalId });
const redemptionRun = (redemptionId: string): string =>
  redemptionWorkflowId({ merchantId: house.tenant.merchantId, redemptionId });

/** Every call that moves value by a run, each about something of its own. */
async function everyCall(): Promise<{ path: string; body: object; run: string; key: string }[]> {
  const customerId = await aCustomer();
  const uses = { saleTotalCents: 5_000, operator: 'caixa 1' };
  const open = await sold(
    house.tenant,
    aCounterSale('centro', { customer: undefined }),
    ({ status }) => status === 'unidentified',
  );
  const [confirmed, released, undone] = [
    await reserved(customerId),
    await reserved(customerId),
    await reserved(customerId, true),
  ];
  const vouchers = [];
  for (let n = 0; n < 5; n += 1) vouchers.push(await aVoucher());
  const [redeemed, kept, given, back, goods] = vouchers as [Made, Made, Made, Made, Made];
  (await sureCall(`/v1/vouchers/${given.code}/reserve`, uses, randomUUID())).expect(201);
  (await sureCall(`/v1/vouchers/${back.code}/redeem`, uses, randomUUID())).expect(200);
  const first = randomUUID();
  const second = randomUUID();
  const of = (key: string): string => redemptionRun(redemptionIdOf(house.tenant.merchantId, key));
  return [
    { path: '/v1/redemptions', body: asked(customerId, 110, true), run: of(first), key: first },
    { path: '/v1/redemptions', body: asked(customerId, 120, false), run: of(second), key: second },
    ...[
      { path: `/v1/redemptions/${confirmed}/confirm`, body: {}, run: redemptionRun(confirmed) },
      { path: `/v1/redemptions/${released}/release`, body: {}, run: redemptionRun(released) },
      { path: `/v1/redemptions/${undone}/rollback`, body: {}, run: redemptionRun(undone) },
      { path: `/v1/vouchers/${redeemed.code}/redeem`, body: uses, run: redeemed.run },
      { path: `/v1/vouchers/${kept.code}/reserve`, body: uses, run: kept.run },
      { path: `/v1/vouchers/${given.code}/release`, body: {}, run: given.run },
      { path: `/v1/vouchers/${back.code}/rollback`, body: {}, run: back.run },
      { path: `/v1/sales/${goods.sale.id}/returns`, body: { amountCents: 500 }, run: goods.run },
      { path: `/v1/sales/${open.id}/customer`, body: { customerId }, run: runOf(open) },
    ].map((one) => ({ ...one, key: randomUUID() })),
  ];
}

/** Nobody did the call in time, and nobody will. */
function isExpired(answer: Answer<Answered>): void {
  const { code, detail, validUntil } = answer.expect(503).body;
  expect(code).toBe('request_expired');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(detail).toContain('nada será feito mais tarde');
  expect(Date.parse(validUntil)).toBeLessThan(Date.now() + 1_000);
}

/** Uses that are confirmed at once, one after the other until then. @returns the ids that they would have */
async function usesInVain(customerId: string, end: number): Promise<string[]> {
  const ids: string[] = [];
  while (Date.now() < end) {
    const key = randomUUID();
    isExpired(await call('/v1/redemptions', asked(customerId, 100, true), key));
    ids.push(redemptionIdOf(house.tenant.merchantId, key));
  }
  return ids;
}

async function isOver(workflowId: string): Promise<boolean> {
  const described = await house.client.workflow
    .getHandle(workflowId)
    .describe()
    .catch(() => null);
  return described?.status.name !== 'RUNNING';
}

/** How runs are reached by somebody who waits so long. */
const runs = (waitMs: number): Runs =>
  createRuns({ client: house.client, taskQueue: house.config.taskQueue, coalesceMs: 0, waitMs });

/** What the API makes of such a call. */
function reservation(customerId: string, key: string, amount: number): Parameters<Runs['reserve']> {
  const { merchantId } = house.tenant;
  const of = { freightCents: 0, saleRef: null, operator: 'caixa 1', storeId: null, confirm: true };
  return [
    { merchantId, redemptionId: redemptionIdOf(merchantId, key) },
    { customerId, type: 'cashback', amount, saleTotalCents: 10_000, ...of },
  ];
}

const anAdjustment = (id: string): Adjustment => ({
  ...{ id, type: 'cashback', amount: 1, operator: 'op', reason: 'cortesia' },
  ...{ zone: 'America/Sao_Paulo', programVersion: null, expiresAt: null },
});

type Made = Awaited<ReturnType<typeof aVoucher>>;

/** Everything of value there is, as it is stored. */
async function everything(): Promise<unknown> {
  const { store, tenant } = house;
  const { data } = (await tenant.api.get<{ data: { id: string }[] }>('/v1/sales?limit=100')).expect(200).body;
  const sales = await Promise.all(data.map(({ id }) => store.sales.get(tenant.merchantId, id)));
  const customers = new Set(sales.flatMap((sale) => sale?.owner.customerId ?? []));
  const wallets = [];
  for (const id of customers) wallets.push(await store.wallets.read(tenant.merchantId, id));
  const kept = sales.map((sale) => [sale!.id, sale!.owner.customerId, sale!.purchase.returnedCents]);
  return { wallets, kept };
}

describe('a call that nobody waits for any more', () => {
  it('is answered 503 while no worker is there, is not done when one comes, and is done once when it is asked again', async () => {
    const { store } = house;
    const { merchantId } = house.tenant;
    const stop = await house.startWorker();
    const calls = await everyCall();
    const customerId = (calls[0]!.body as { customerId: string }).customerId;
    await stop();
    const before = await everything();
    const wallet = await walletOf(house.tenant.api, customerId);

    const back = Date.now() + AWAY_MS;
    (await Promise.all(calls.map(({ path, body, key }) => call(path, body, key)))).forEach(isExpired);
    const others = await usesInVain(customerId, back);

    const stopAgain = await house.startWorker();
    for (const { run, path } of calls)
      await until(`${path} to be refused`, async () =>
        (await updatesOf(house.client, run)).includes('request_expired'),
      );
    for (const id of others) await until(`the run of ${id} to be over`, () => isOver(redemptionRun(id)));
    expect(await store.redemptions.some(merchantId, others)).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(await walletOf(house.tenant.api, customerId)).toEqual(wallet);
    await verifyLedger(house.tenant);

    for (const { path, body, key } of calls) {
      const answer = await sureCall(path, body, key);
      expect(`${path} ${answer.status < 300}`).toBe(`${path} true`);
      expect((await sureCall(path, body, key)).headers.get('idempotency-replayed')).toBe('true');
    }
    await verifyLedger(house.tenant);
    await stopAgain();
  });

  it('is done once where it is asked again in time, before a worker comes', async () => {
    const { store, tenant } = house;
    const customerId = await aCustomer();
    const key = randomUUID();
    const use = asked(customerId, 400, true);
    expect((await call('/v1/redemptions', use, key)).expect(503).body.code).toBe('request_expired');

    let again: Promise<RedemptionReceipt> | undefined;
    await new Promise<void>((resolve) => {
      const open: Commands['open'] = (...args) => store.commands.open(...args).then(resolve);
      const keeping = { ...store, commands: { ...store.commands, open } };
      again = staffRuns(runs(PATIENT_MS), keeping, PATIENT_MS).reserve(...reservation(customerId, key, 400));
    });
    const stop = await house.startWorker();
    expect(await again).toMatchObject({ state: 'confirmed', operator: 'caixa 1' });
    expect((await sureCall('/v1/redemptions', use, key)).expect(201).body.state).toBe('confirmed');
    expect(await walletOf(tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 600 } });
    await verifyLedger(tenant);
    await stop();
  });

  it('is done whenever it is where its caller says nothing of that, as one of an earlier version', async () => {
    const customerId = await aCustomer();
    const [input, request] = reservation(customerId, randomUUID(), 300);
    await expect(runs(500).reserve(input, request)).rejects.toThrow(OutcomeUnknownError);
    const stop = await house.startWorker();
    const handle = house.client.workflow.getHandle(redemptionWorkflowId(input));
    expect(await handle.result()).toMatchObject({ state: 'confirmed', amount: 300 });
    await stop();
  });
});

describe('a correction by hand', () => {
  it('is not made after its caller has gone, where others held the wallet for so long', async () => {
    const { tenant, config } = house;
    const customerId = await aCustomer();
    const path = `/v1/customers/${customerId}/adjustments`;
    const body = { type: 'cashback', cents: 500, reason: 'cortesia' };
    const key = randomUUID();
    const client = await mongo.MongoClient.connect(config.mongodbUri);
    try {
      await client.withSession(async (session) => {
        session.startTransaction();
        const wallets = client.db().collection<{ _id: string }>('wallets');
        await wallets.updateOne({ _id: customerId }, { $inc: { version: 1 } }, { session });
        const answering = call(path, body, key);
        await delay(2 * config.callDeadlineMs);
        await session.abortTransaction();
        expect((await answering).expect(503).body.code).toBe('request_expired');
      });
    } finally {
      await client.close();
    }
    expect(await walletOf(tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 1_000 } });
    (await sureCall(path, body, key)).expect(201);
    expect(await walletOf(tenant.api, customerId)).toMatchObject({ cashback: { activeCents: 1_500 } });
    await verifyLedger(tenant);
  });
});

describe('a call that is withdrawn just as it is done', () => {
  it('is done or withdrawn, and never both', async () => {
    const { store, tenant } = house;
    const { merchantId } = tenant;
    const customerId = await aCustomer();
    const cameTo = { done: 0, withdrawn: 0 };
    for (let round = 0; round < 60; round += 1) {
      const id = `call-${round}`;
      const now = Date.now();
      const validUntil = new Date(now + 60_000);
      await store.commands.open(merchantId, id, TEXTS, { now: new Date(now), validUntil });
      const waited = { id, validUntil: null, now: () => now };
      const doing = store.wallets.change(
        merchantId,
        customerId,
        { call: waited },
        now,
        (book, at, _usage, { late }) => {
          if (late) throw lateRefusal(late);
          adjust(book, anAdjustment(id), at);
          return { result: 'done' as const };
        },
      );
      const withdrawing = delay(round % 20).then(() => store.commands.withdraw(merchantId, id, validUntil));
      const [done, withdrawn] = await Promise.all([
        doing.catch((error: unknown) => (error as Refusal).code),
        withdrawing,
      ]);
      expect([done, withdrawn]).toEqual(withdrawn ? ['request_expired', true] : ['done', false]);
      cameTo[withdrawn ? 'withdrawn' : 'done'] += 1;
    }
    expect(cameTo.done + cameTo.withdrawn).toBe(60);
    const wallet = await walletOf(tenant.api, customerId);
    expect(wallet.cashback.activeCents).toBe(1_000 + cameTo.done);
    await verifyLedger(tenant);
  });

  it('stays open for whoever has asked again since', async () => {
    const { commands } = house.store;
    const { merchantId } = house.tenant;
    const first = { now: new Date(1_000), validUntil: new Date(2_000) };
    const second = { now: new Date(3_000), validUntil: new Date(4_000) };
    await commands.open(merchantId, 'again', { ...TEXTS, operator: 'caixa 1' }, first);
    await commands.open(merchantId, 'again', { ...TEXTS, operator: 'caixa 2' }, second);
    expect(await commands.withdraw(merchantId, 'again', first.validUntil)).toBe(false);
    expect(await commands.textsOf(merchantId, 'again')).toMatchObject({ operator: 'caixa 1' });
    expect(await commands.withdraw(merchantId, 'again', second.validUntil)).toBe(true);
  });

  it('is in doubt where a former version made it first, which did not note what it did', async () => {
    const { commands } = house.store;
    const { merchantId } = house.tenant;
    const client = await mongo.MongoClient.connect(house.config.mongodbUri);
    const former = {
      _id: `${merchantId}|former`,
      merchantId,
      ...TEXTS,
      operator: 'caixa 1',
      at: new Date(500),
    };
    await client.db().collection<typeof former>('command_texts').insertOne(former);
    await client.close();
    const times = { now: new Date(1_000), validUntil: new Date(2_000) };
    await commands.open(merchantId, 'former', TEXTS, times);
    expect(await commands.textsOf(merchantId, 'former')).toMatchObject({ operator: 'caixa 1' });
    expect(await commands.withdraw(merchantId, 'former', times.validUntil)).toBe(false);
  });
});
