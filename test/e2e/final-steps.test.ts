import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import mongoose from 'mongoose';
import { createRuns } from '../../src/runs';
import { searchAttributes } from '../../src/workflows';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { aContact, aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { refuse, withCall } from './failing-call';
import { openTimeHouse } from './time-house';
import { until } from './until';

/*
 * Steps that cannot get better, or do not: what is told of them, what goes on beside them, and how they heal.
 */

interface AlertJson {
  kind: string;
  subject: string;
  text: string;
  facts: Record<string, unknown>;
  resolvedAt: string | null;
}

describe('a step that ends for good, or is cancelled', () => {
  let house: House;
  let db: Mongo;
  let defect: Error | false = false;
  beforeAll(async () => {
    house = await openHouse({
      program: aProgram({ messages: {} }),
      watch: (store) =>
        withCall(store, 'programs', 'current', () => (defect ? Promise.reject(defect) : undefined)),
    });
    db = await connectMongo(house.config.mongodbUri);
  });
  afterEach(() => {
    defect = false;
    house.simulator.clearFaults();
  });
  afterAll(async () => {
    await db.connection.close();
    await house.close();
  });

  const runOf = (orderId: number): WorkflowHandle =>
    house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/bling/${orderId}`);

  const overAs = (run: WorkflowHandle, status: string): Promise<unknown> =>
    until(`run ${run.workflowId} to be ${status}`, async () => {
      const described = await run.describe().catch(() => null);
      return described?.status.name === status;
    });

  /** What the run itself says, which it does when its steps are done. */
  async function statusShown(orderId: number): Promise<string | undefined> {
    const described = await runOf(orderId)
      .describe()
      .catch(() => null);
    return described?.typedSearchAttributes.get(searchAttributes.saleStatus);
  }

  async function openAlert(kind: string): Promise<AlertJson | undefined> {
    const { data } = (await house.tenant.api.get<{ data: AlertJson[] }>('/v1/alerts')).expect(200).body;
    return data.find((alert) => alert.kind === kind);
  }

  async function saleOf(orderId: number): Promise<SaleJson | undefined> {
    const path = `/v1/sales?channel=bling&externalId=${orderId}`;
    const { status, body } = await house.tenant.api.get<{ data: SaleJson[] }>(path);
    return status === 404 ? undefined : body.data[0];
  }

  const sweptUntilPaid = (orderId: number, earnedCents = 500): Promise<unknown> =>
    until('the sweep to have the sale read and paid', async () => {
      const start = {
        workflowId: `lost-runs/${randomUUID()}`,
        taskQueue: house.config.taskQueue,
        args: [{ lateMs: 0 }],
      };
      await house.client.workflow.execute('lostRuns', start);
      const sale = await saleOf(orderId);
      return sale?.status === 'active' && sale.earnedCents === earnedCents;
    });

  const completed = (): number => {
    const { company } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(order.id);
    return order.id;
  };

  it.each([
    ['a defect', new TypeError('planted')],
    ['what no schema takes', new mongoose.Error.CastError('Number', 'planted', 'version')],
  ])('by %s is told of, and its sale is looked at again by a later sweep', async (_what, error) => {
    defect = error;
    const orderId = completed();
    await overAs(runOf(orderId), 'FAILED');
    expect(await openAlert('step_defect')).toMatchObject({
      subject: 'readSale',
      facts: { defect: error.name },
    });
    defect = false;
    await sweptUntilPaid(orderId);
    await verifyLedger(house.tenant);
  });

  it('before it has read the news of a sale that was paid leaves it where a later sweep finds it', async () => {
    const { company } = house.tenant;
    const { id: orderId } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    // One word of the order after the other: none is to be read once the defect is there.
    await until('the sale to wait', async () => (await statusShown(orderId)) === 'waiting');
    company.completeOrder(orderId);
    await until('the sale’s run to rest', async () => (await statusShown(orderId)) === 'active');
    defect = new TypeError('planted');
    company.patchOrder(orderId, { totalCents: 20_000 });
    await overAs(runOf(orderId), 'FAILED');
    expect(await statusShown(orderId)).toBe('unreadable');
    const metadata = await runOf(orderId).query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toContain('falhou sem ler a venda');
    expect(await saleOf(orderId)).toMatchObject({ status: 'active', earnedCents: 500 });
    defect = false;
    await sweptUntilPaid(orderId, 1_000);
    await verifyLedger(house.tenant);
  });

  it('because somebody has changed the program by hand pays nothing by it, and is paid once that is mended', async () => {
    const { merchantId, api } = house.tenant;
    const programs = db.connection.collection<{ _id: string }>('programs');
    const known = (await programs.findOne({ _id: `${merchantId}/1` }))!;
    await programs.updateOne(
      { _id: known._id },
      { $set: { 'program.earning.rules.0.grant.rateBps': 10_000 } },
    );
    const orderId = completed();
    await overAs(runOf(orderId), 'FAILED');
    const alert = await until('the alert', async () => {
      const found = await openAlert('step_defect');
      return found?.facts['defect'] === 'ForgedProgramError' ? found : undefined;
    });
    expect(alert.facts).toMatchObject({ version: 1 });
    expect(alert.text).toContain('não é como foi publicada');
    expect(await saleOf(orderId)).toBeUndefined();
    const refused = (await api.get<{ detail: string }>('/v1/program')).expect(503);
    expect(refused.body).toMatchObject({ code: 'service_unavailable' });
    expect(refused.body.detail).toContain('A versão 1 do programa');
    const { body } = (await api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
    expect(body).toMatchObject({ version: 2 });
    await sweptUntilPaid(orderId);
    expect((await saleOf(orderId))!.earnedCents).toBe(500);
    await programs.replaceOne({ _id: known._id }, known);
    await verifyLedger(house.tenant);
  });

  it('because somebody has changed the program by hand refuses a use, and the same call is done once that is mended', async () => {
    const { merchantId, api } = house.tenant;
    const { customerId } = await house.store.customers.identify(merchantId, aContact(), new Date());
    const credit = { type: 'cashback', cents: 5_000, reason: 'saldo' };
    const credits = `/v1/customers/${customerId}/adjustments`;
    (await api.post(credits, credit)).expect(201);
    const programs = db.connection.collection<{ _id: string }>('programs');
    const [known] = await programs.find({ merchantId }).sort({ version: -1 }).limit(1).toArray();
    await programs.updateOne({ _id: known!._id }, { $set: { 'program.name': 'Clube forjado' } });
    const key = randomUUID();
    const body = { customerId, type: 'cashback', amountCents: 2_000, saleTotalCents: 10_000, confirm: true };
    const used = () => api.post<{ code: string; detail: string }>('/v1/redemptions', body, key);
    for (const refused of [await used(), await used(), await api.post(credits, credit)]) {
      expect(refused.expect(503).body).toMatchObject({
        code: 'service_unavailable',
        detail: expect.stringContaining('Avise o suporte'),
      });
      expect(refused.headers.get('retry-after')).toBe('300');
    }
    await programs.replaceOne({ _id: known!._id }, known!);
    (await used()).expect(201);
    (await used()).expect(201);
    expect((await walletOf(api, customerId)).cashback.activeCents).toBe(3_000);
    await verifyLedger(house.tenant);
  });

  it('because somebody has given its budget’s counter to another merchant is told of, and is paid once that is mended', async () => {
    const { merchantId, api } = house.tenant;
    const grant = { type: 'cashback' as const, rateBps: 500 };
    const earning = { rules: [{ id: 'com-verba', grant, budgetCents: 100_000 }] };
    (await api.put('/v1/program', aProgram({ earning, messages: {} }))).expect(200);
    const first = completed();
    await until('the first to be paid', async () => (await saleOf(first))?.status === 'active');
    const counters = db.connection.collection<{ _id: string }>('rule_budgets');
    const counter = { _id: `${merchantId}/cashback/com-verba` };
    await counters.updateOne(counter, { $set: { merchantId: 'mer_other' } });
    const orderId = completed();
    await overAs(runOf(orderId), 'FAILED');
    const alert = await until('the alert', async () => {
      const found = await openAlert('step_defect');
      return found?.facts['defect'] === 'LedgerError' ? found : undefined;
    });
    expect(alert.subject).toBe('settleBenefit');
    await counters.updateOne(counter, { $set: { merchantId } });
    await sweptUntilPaid(orderId);
    await verifyLedger(house.tenant);
  });

  it('because its sale is not stored any more is told of, and the next event of the order heals it', async () => {
    const { company, merchantId } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    await until('the sale’s run to rest', async () => (await statusShown(order.id)) === 'waiting');
    const known = (await house.store.sales.find({
      ...{ merchantId, channel: 'bling' as const },
      externalId: String(order.id),
    }))!;
    // As after a restore of an older backup.
    await db.connection.collection<{ _id: string }>('sales').deleteOne({ _id: known.id });
    const { client, config } = house;
    const runs = createRuns({ client, taskQueue: config.taskQueue, coalesceMs: 0 });
    await runs.benefitMoved(
      {
        id: known.id,
        merchantId,
        source: { channel: 'bling', externalId: String(order.id), connectionId: null },
      },
      'the-test',
    );
    await overAs(runOf(order.id), 'FAILED');
    const alert = await until('the alert', () => openAlert('record_missing'));
    expect(alert.subject).toBe('settleBenefit');
    expect(alert.text).toContain('restaurar uma cópia antiga');
    company.completeOrder(order.id);
    await until('the sale to be there again', async () => (await saleOf(order.id))?.status === 'active');
  });

  it('by its run’s cancellation does not wait for a source that does not answer', async () => {
    const { company } = house.tenant;
    const route = 'GET /pedidos/vendas/{id}' as const;
    company.injectFault({ kind: 'hang', route, times: 1, ms: 60_000 });
    company.resetCounters();
    const orderId = completed();
    await until('the source to be asked', () =>
      Promise.resolve((company.counters().byRoute[route] ?? 0) > 0),
    );
    const from = Date.now();
    await runOf(orderId).cancel();
    await overAs(runOf(orderId), 'CANCELLED');
    // A call to Bling is waited for ten seconds.
    expect(Date.now() - from).toBeLessThan(7_000);
  });
});

describe('a step that fails again and again', () => {
  it('is told of after ten attempts, once for all sales, and that the alert ends by itself', async () => {
    const house = await openTimeHouse(aProgram({ messages: {} }), (store) =>
      withCall(store, 'programs', 'current', refuse),
    );
    try {
      const company = house.simulator.company();
      const ids = [1, 2].map(() => {
        const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
        company.completeOrder(order.id);
        return order.id;
      });
      for (const id of ids) await house.announce(id);
      const open = () => house.store.alerts.list(house.merchantId, { state: 'open', limit: 10 });
      await house.env.sleep('2 minutes');
      expect(await open()).toEqual([]);
      await house.env.sleep('3 hours');
      const told = await open();
      expect(told).toMatchObject([{ kind: 'step_stuck', subject: 'readSale' }]);
      expect(told[0]!.facts).toMatchObject({ failure: 'Error' });
      expect(told[0]!.text).toContain('envie à equipe técnica');
      expect(told[0]!.text).toContain('se encerra sozinho uma hora depois da última tentativa que falhou');
    } finally {
      await house.close();
    }
  });

  it('because Bling takes it for no request is told of and ends; the next word on its order has it asked anew', async () => {
    const house = await openTimeHouse(aProgram({ messages: {} }));
    try {
      const company = house.simulator.company();
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      company.injectFault({ kind: 'rejected', route: 'GET /pedidos/vendas/{id}', times: Infinity });
      const { saleId, handle } = await house.announce(order.id);
      await house.env.sleep('3 hours');
      const sale = () => house.store.sales.get(house.merchantId, saleId);
      expect((await sale())!.source.parked).toMatchObject({ reason: 'rejected', asked: 'order' });
      expect(await handle.describe()).toMatchObject({ status: { name: 'COMPLETED' } });
      const open = await house.store.alerts.list(house.merchantId, { state: 'all', limit: 10 });
      expect(open).toMatchObject([
        { kind: 'step_stuck', subject: 'readSale', facts: { failure: 'Bling.rejected' } },
      ]);
      expect((await house.store.connections.list(house.merchantId))[0]).toMatchObject({ state: 'connected' });
      const asked = company.counters().total;
      await house.announce(order.id);
      await until('it to be parked again', async () => {
        const { status } = await handle.describe();
        return company.counters().total === asked + 1 && status.name === 'COMPLETED';
      });
      house.simulator.clearFaults();
      await house.announce(order.id);
      await until('the sale to be read', async () => (await sale())!.source.status === 'completed');
      expect((await sale())!.source.parked).toBeNull();
    } finally {
      await house.close();
    }
  });

  it('is not told of while all it does is to wait for a company of Bling that does not answer', async () => {
    const house = await openTimeHouse(aProgram({ messages: {} }));
    try {
      const company = house.simulator.company();
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      company.injectFault({ kind: 'server-error', route: 'GET /pedidos/vendas/{id}', times: Infinity });
      await house.announce(order.id);
      await house.env.sleep('3 hours');
      const open = await house.store.alerts.list(house.merchantId, { state: 'open', limit: 10 });
      expect(open.map(({ kind }) => kind)).not.toContain('step_stuck');
      expect(company.counters().byRoute['GET /pedidos/vendas/{id}']).toBeLessThan(15);
    } finally {
      await house.close();
    }
  });
});
