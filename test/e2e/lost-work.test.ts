import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { cpf } from 'cpf-cnpj-validator';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import type { LostRunsSums } from '../../src/workflows';
import { aProgram } from './builders';
import { aCounterSale, saleUntil, sold } from './counter';
import type { CounterSale, UseJson } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger, walletOf } from './shop';
import { until } from './until';

/*
 * Runs of every kind that were cancelled, terminated or forgotten. Most begin while no worker is there, so that it is certain how
 * far they had come.
 */

const PROGRAM = aProgram({
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'vale', grant: { type: 'voucher', template: 'dez' }, when: { stores: ['vales'] } },
    ],
  },
  vouchers: { dez: { discount: { type: 'amount', cents: 1_000 }, validity: 'P60D' } },
  redemption: { reservation: 'PT2S' },
  messages: {},
});

let house: House;
let db: Mongo;
let stopWorker: (() => Promise<void>) | null = null;
beforeAll(async () => {
  house = await openHouse({ program: PROGRAM, worker: false });
  db = await connectMongo(house.config.mongodbUri);
});
afterEach(() => letWorkStop());
afterAll(async () => {
  await db.connection.close();
  await house.close();
});

async function letWorkStart(): Promise<void> {
  stopWorker = await house.startWorker();
}

async function letWorkStop(): Promise<void> {
  await stopWorker?.();
  stopWorker = null;
}

const handleOf = (workflowId: string, runId?: string): WorkflowHandle =>
  house.client.workflow.getHandle(workflowId, runId);

/** One sweep, of everything that is unfinished at all. */
async function sweep(): Promise<LostRunsSums> {
  const { taskQueue } = house.config;
  const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 0 }] };
  return (await house.client.workflow.execute('lostRuns', start)) as LostRunsSums;
}

async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return metadata.currentDetails ?? '';
}

async function overAs(handle: WorkflowHandle, status: string): Promise<void> {
  await until(
    `run ${handle.workflowId} to be ${status}`,
    async () => (await handle.describe()).status.name === status,
  );
}

interface Unfinished {
  id: string;
  state: string;
  done: number;
  created: number;
  finishedAt: string | null;
  failure?: { code: string };
}

async function stateUntil(path: string, state: string): Promise<Unfinished> {
  return until(`${path} to be ${state}`, async () => {
    const { body } = (await house.tenant.api.get<Unfinished>(path)).expect(200);
    return body.state === state ? body : null;
  });
}

describe('an import', () => {
  const file = ['CPF;Nome', `${cpf.generate()};Severina Planilha`, `${cpf.generate()};Otávio Planilha`].join(
    '\n',
  );

  async function imported(): Promise<{ id: string; handle: WorkflowHandle }> {
    const answer = await house.tenant.api.upload<Unfinished>('/v1/imports?kind=customers', file);
    const { id } = answer.expect(201).body;
    return { id, handle: handleOf(`file-import/${house.tenant.merchantId}/${id}`) };
  }

  it('that is cancelled says so, forgets the rows it has not taken, and stays so', async () => {
    const { id, handle } = await imported();
    await handle.cancel();
    await letWorkStart();
    await overAs(handle, 'CANCELLED');
    expect(await stateUntil(`/v1/imports/${id}`, 'cancelled')).toMatchObject({
      done: 0,
      finishedAt: expect.any(String) as unknown,
    });
    expect(await detailsOf(handle)).toContain('cancelada por uma pessoa');
    expect(await db.connection.collection('import_rows').countDocuments({ importId: id })).toBe(0);
    expect((await sweep()).imports).toBe(0);
  });

  it('that is terminated is found by the sweep and finished', async () => {
    const { id, handle } = await imported();
    await handle.terminate('the test');
    await letWorkStart();
    expect((await sweep()).imports).toBe(1);
    expect(await stateUntil(`/v1/imports/${id}`, 'finished')).toMatchObject({ done: 2 });
    expect((await sweep()).imports).toBe(0);
  });

  it('whose rows are gone fails, and is not begun again', async () => {
    const { id, handle } = await imported();
    await db.connection.collection('import_rows').deleteMany({ importId: id });
    await letWorkStart();
    await overAs(handle, 'FAILED');
    await stateUntil(`/v1/imports/${id}`, 'failed');
    expect(await detailsOf(handle)).toContain('interrompida por uma falha');
    expect((await sweep()).imports).toBe(0);
  });
});

describe('a simulation', () => {
  async function simulated(): Promise<{ path: string; handle: WorkflowHandle }> {
    const answer = await house.tenant.api.post<Unfinished>('/v1/program/simulations', { program: PROGRAM });
    const { id } = answer.expect(201).body;
    const handle = handleOf(`simulation/${house.tenant.merchantId}/${id}`);
    return { path: `/v1/program/simulations/${id}`, handle };
  }

  it('that is cancelled has failed for that reason, and stays so', async () => {
    const { path, handle } = await simulated();
    await handle.cancel();
    await letWorkStart();
    await overAs(handle, 'CANCELLED');
    expect((await stateUntil(path, 'failed')).failure).toMatchObject({ code: 'cancelled' });
    expect(await detailsOf(handle)).toContain('Execução cancelada por uma pessoa');
    expect((await sweep()).simulations).toBe(0);
  });

  it('that is terminated is found by the sweep and finished', async () => {
    const { path, handle } = await simulated();
    await handle.terminate('the test');
    await letWorkStart();
    expect((await sweep()).simulations).toBe(1);
    await stateUntil(path, 'finished');
  });
});

describe('a merge', () => {
  it.each(['cancel', 'terminate'] as const)(
    'whose run is lost (%s) has its sales woken all the same',
    async (end) => {
      const { api, merchantId } = house.tenant;
      await letWorkStart();
      const ana = await sold(house.tenant, aCounterSale('centro'));
      const anaToo = await sold(
        house.tenant,
        aCounterSale('centro', { customer: { name: 'Ana S.', email: `ana.${randomUUID()}@correio.com.br` } }),
      );
      await letWorkStop();
      const asked = { from: anaToo.customerId, reason: 'Mesma pessoa' };
      const made = await api.post<{ id: string }>(`/v1/customers/${ana.customerId}/merges`, asked);
      const { id } = made.expect(201).body;
      const handle = handleOf(`customer-merge/${merchantId}/${id}`);
      const { runId } = await handle.describe();
      await handle[end]();
      await letWorkStart();
      const over = handleOf(handle.workflowId, runId);
      await overAs(over, end === 'cancel' ? 'CANCELLED' : 'TERMINATED');
      if (end === 'cancel')
        expect(await detailsOf(over)).toContain('a varredura de execuções perdidas a termina');
      expect(await house.store.merges.get(merchantId, id)).toMatchObject({ woken: false });
      expect((await sweep()).merges).toBe(1);
      await until('the sales to be woken', async () => (await house.store.merges.get(merchantId, id))!.woken);
      expect((await sweep()).merges).toBe(0);
      expect(await walletOf(api, ana.customerId!)).toMatchObject({ cashback: { activeCents: 1_000 } });
      await verifyLedger(house.tenant);
    },
  );
});

describe('a sale', () => {
  it.each(['cancel', 'terminate'] as const)(
    'of which nothing was read when its run was ended (%s) is read all the same',
    async (end) => {
      const { company, merchantId, api } = house.tenant;
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const workflowId = `sale/${merchantId}/bling/${order.id}`;
      await until('the webhook', () =>
        handleOf(workflowId)
          .describe()
          .catch(() => null),
      );
      const { runId } = await handleOf(workflowId).describe();
      await handleOf(workflowId, runId)[end]();
      await letWorkStart();
      await overAs(handleOf(workflowId, runId), end === 'cancel' ? 'CANCELLED' : 'TERMINATED');
      await until('the sale to be read', async () => {
        await sweep();
        const path = `/v1/sales?channel=bling&externalId=${order.id}`;
        // 404 until the sweep has found the run in the list of workflows, which comes late.
        const { status, body } = await api.get<{ data: { status: string }[] }>(path);
        return status === 200 && body.data[0]?.status === 'active';
      });
      await verifyLedger(house.tenant);
    },
  );

  it('that was told anew while Temporal lost its run is settled as it was told', async () => {
    await letWorkStart();
    const posted = aCounterSale('centro');
    const sale = await sold(house.tenant, posted);
    await letWorkStop();
    (await house.tenant.api.post('/v1/sales', { ...posted, totalCents: 20_000 })).expect(201);
    const workflowId = `sale/${house.tenant.merchantId}/pos/${sale.externalId}`;
    await house.client.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId },
    });
    await until('the run to be gone', () =>
      handleOf(workflowId)
        .describe()
        .then(() => false)
        .catch(() => true),
    );
    await letWorkStart();
    expect((await sweep()).sales).toBe(1);
    await saleUntil(house.tenant, sale.id, ({ earnedCents }) => earnedCents === 1_000);
    await verifyLedger(house.tenant);
  });

  it('with a voucher reserved lets it go when that is over, although its run was terminated', async () => {
    const { api, merchantId } = house.tenant;
    await letWorkStart();
    const hasVoucher = ({ benefit }: CounterSale): boolean =>
      benefit.vouchers.some(({ state }) => state === 'active');
    const sale = await sold(house.tenant, aCounterSale('vales'), hasVoucher);
    const { code } = sale.benefit.vouchers[0]!;
    (await api.post<UseJson>(`/v1/vouchers/${code}/reserve`, { saleTotalCents: 5_000 })).expect(201);
    await handleOf(`sale/${merchantId}/pos/${sale.externalId}`).terminate('the test');
    await until('the voucher to be let go', async () => {
      await sweep();
      const { body } = (await api.get<CounterSale>(`/v1/sales/${sale.id}`)).expect(200);
      return hasVoucher(body);
    });
    await verifyLedger(house.tenant);
  });
});

describe('a run of a schedule', () => {
  it.each([
    ['ledgerProof', {}, 'A próxima começa na hora marcada'],
    ['ledgerSealing', {}, 'o que falta é selado na próxima vez'],
    ['lostRuns', { lateMs: 0 }, 'pela próxima varredura'],
  ])('%s, cancelled, says what comes after', async (name, input, after) => {
    const { taskQueue } = house.config;
    const start = { workflowId: `${name}/${randomUUID()}`, taskQueue, args: [input] };
    const handle = await house.client.workflow.start(name, start);
    await handle.cancel();
    await letWorkStart();
    await overAs(handle, 'CANCELLED');
    const details = await detailsOf(handle);
    expect(details).toContain('Execução cancelada por uma pessoa');
    expect(details).toContain(after);
  });
});
