import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { dueSales } from '../../src/store/migration/due-sales';
import { queueName } from '../../src/queues';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { ensureLostRuns } from '../../src/runs';
import { lostRunsId } from '../../src/workflows';
import type { LostRunsSums } from '../../src/workflows';
import { aProgram } from './builders';
import { aCounterSale, saleUntil, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';

let house: House;
let db: Mongo;
beforeAll(async () => {
  house = await openHouse({
    program: aProgram({ holding: { after: 'PT10S' }, messages: {}, redemption: { reservation: 'PT10S' } }),
  });
  db = await connectMongo(house.config.mongodbUri);
});
afterAll(async () => {
  await db.connection.close();
  await house.close();
});

const runOf = ({ externalId }: CounterSale): WorkflowHandle =>
  house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/pos/${externalId}`);

/** One sweep, of everything that is late at all. */
async function sweep(): Promise<LostRunsSums> {
  const { taskQueue } = house.config;
  const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 0 }] };
  return (await house.client.workflow.execute('lostRuns', start)) as LostRunsSums;
}

/** Whether a status has been written down: the API shows it from the moment on at which the clock gives it. */
async function isWritten({ id }: CounterSale, status: string): Promise<boolean> {
  const { benefit } = (await house.store.sales.get(house.tenant.merchantId, id))!;
  return benefit.status === status;
}

/** Sweeps until the sale is as wanted; sweeping too early finds nothing due. */
async function sweptUntil(sale: CounterSale, status: string): Promise<void> {
  await until(`sale ${sale.id} to be ${status} by a sweep`, async () => {
    await sweep();
    return isWritten(sale, status);
  });
}

const pending = ({ status }: CounterSale): boolean => status === 'pending';

describe('a sale whose run is gone', () => {
  it('is found when something of it is due, and carries on from the ledger', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'), pending);
    await runOf(sale).terminate('the test');
    await sweptUntil(sale, 'active');
    expect((await runOf(sale).describe()).status.name).toBe('RUNNING');
    expect(await walletOf(house.tenant.api, sale.customerId!)).toMatchObject({
      cashback: { activeCents: 500 },
    });
    expect((await sweep()).sales).toBe(0);
    await verifyLedger(house.tenant);
  });

  it('is found although Temporal has forgotten it, and although an older version had worked on it', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'), pending);
    await house.client.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: runOf(sale).workflowId },
    });
    const about = { externalId: sale.externalId };
    const sales = db.connection.collection('sales');
    const before = await sales.findOneAndUpdate(about, { $unset: { nextAt: 1 } });
    const whole = { cursor: null, limit: 1_000 };
    expect(await dueSales.step(db, { ...whole, dryRun: true })).toMatchObject({ changed: 1, cursor: null });
    await dueSales.step(db, { ...whole, dryRun: false });
    expect((await sales.findOne(about))!['nextAt']).toEqual(before!['nextAt']);
    expect(await dueSales.step(db, { ...whole, dryRun: false })).toMatchObject({ changed: 0 });
    await sweptUntil(sale, 'active');
    await verifyLedger(house.tenant);
  });

  it('is left to its run where that is there, and not woken before something is due', async () => {
    const early = await sold(house.tenant, aCounterSale('centro'));
    await until('its run to have done what was due', () => isWritten(early, 'active'));
    await runOf(early).terminate('the test');
    await sweep();
    expect((await runOf(early).describe()).status.name).toBe('TERMINATED');
  });
});

describe('the alert of a step that was stuck', () => {
  it('is ended by the sweep once the step has got through: an hour after it failed last', async () => {
    const { merchantId, api } = house.tenant;
    for (const [subject, minutes] of [
      ['readSale', 61],
      ['settleBenefit', 59],
    ] as const) {
      const at = new Date(Date.now() - minutes * 60_000);
      const what = { text: `O passo ${subject} está parado.`, facts: { attempts: 10 } };
      await house.store.alerts.raise({ merchantId, kind: 'step_stuck', subject }, what, at);
    }
    await sweep();
    const { data } = (await api.get<{ data: Record<string, unknown>[] }>('/v1/alerts?state=all')).expect(
      200,
    ).body;
    const stuck = data.filter(({ kind }) => kind === 'step_stuck');
    expect(stuck).toMatchObject([
      { subject: 'settleBenefit', resolvedAt: null },
      { subject: 'readSale', resolvedAt: expect.any(String) },
    ]);
  });
});

describe('a cancelled run', () => {
  it('of a sale ends in order: what was asked is answered, value stays, the details say so, and it comes back', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'), pending);
    const handle = runOf(sale);
    const { runId } = await handle.describe();
    const returned = house.tenant.api.post<CounterSale>(`/v1/sales/${sale.id}/returns`, {
      amountCents: 4_000,
    });
    await handle.cancel();
    expect((await returned).status).toBe(201);
    const ended = house.client.workflow.getHandle(handle.workflowId, runId);
    await until('the run to be cancelled', async () => (await ended.describe()).status.name === 'CANCELLED');
    const details = await detailsOf(ended);
    expect(details).toContain('execução cancelada por uma pessoa');
    expect(details).toContain('cancelar a execução não estorna nada');
    await sweptUntil(sale, 'active');
    expect(await walletOf(house.tenant.api, sale.customerId!)).toMatchObject({
      cashback: { activeCents: 300 },
    });
    await verifyLedger(house.tenant);
  });

  it.each(['cancel', 'terminate'] as const)(
    'of a redemption (%s) leaves the reservation, which is let go when it is over',
    async (end) => {
      const { api, merchantId } = house.tenant;
      const sale = await sold(house.tenant, aCounterSale('centro'));
      const asked = {
        customerId: sale.customerId,
        type: 'cashback',
        amountCents: 200,
        saleTotalCents: 10_000,
      };
      const { id } = (await api.post<{ id: string }>('/v1/redemptions', asked)).expect(201).body;
      const handle = house.client.workflow.getHandle(`redemption/${merchantId}/${id}`);
      await handle[end]();
      await until('the run to be over', async () => (await handle.describe()).status.name !== 'RUNNING');
      expect(await walletOf(api, sale.customerId!)).toMatchObject({ cashback: { reservedCents: 200 } });
      await until('the reservation to be let go', async () => {
        await sweep();
        return (await house.store.redemptions.get(merchantId, id))!.state === 'expired';
      });
      expect(await walletOf(api, sale.customerId!)).toMatchObject({ cashback: { activeCents: 500 } });
      await verifyLedger(house.tenant);
    },
  );
});

describe('a reset run', () => {
  it('of a sale does again what it has done, and nothing of it twice', async () => {
    const sale = await sold(house.tenant, aCounterSale('centro'));
    (await house.tenant.api.post(`/v1/sales/${sale.id}/returns`, { amountCents: 4_000 })).expect(201);
    await saleUntil(house.tenant, sale.id, ({ benefit }) => benefit.takenBackCents === 200);
    await resetToStart(runOf(sale).workflowId);
    await until('the new run to rest', () => rests(runOf(sale)));
    expect(await walletOf(house.tenant.api, sale.customerId!)).toMatchObject({
      cashback: { activeCents: 300 },
    });
    const entries = await house.store.ledger.entriesOfSale(house.tenant.merchantId, sale.id);
    expect(entries.map(({ type }) => type)).toEqual(['EARN_PENDING', 'ACTIVATE', 'CLAWBACK']);
    await verifyLedger(house.tenant);
  });

  it('of a redemption finds the reservation it has made, and goes on', async () => {
    const { api, merchantId } = house.tenant;
    const sale = await sold(house.tenant, aCounterSale('centro'));
    const asked = { customerId: sale.customerId, type: 'cashback', amountCents: 200, saleTotalCents: 10_000 };
    const { id } = (await api.post<{ id: string }>('/v1/redemptions', asked)).expect(201).body;
    const workflowId = `redemption/${merchantId}/${id}`;
    await resetToStart(workflowId);
    await until(
      'the reservation to be let go',
      async () => (await house.store.redemptions.get(merchantId, id))!.state === 'expired',
    );
    expect(await walletOf(api, sale.customerId!)).toMatchObject({ cashback: { activeCents: 500 } });
    await verifyLedger(house.tenant);
  });
});

/** As `temporal workflow reset --type FirstWorkflowTask` does it. */
async function resetToStart(workflowId: string): Promise<void> {
  const handle = house.client.workflow.getHandle(workflowId);
  const { runId } = await handle.describe();
  const { events } = await handle.fetchHistory();
  const first = events!.find(({ workflowTaskCompletedEventAttributes: done }) => done)!;
  await house.client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId, runId },
    reason: 'the test',
    workflowTaskFinishEventId: first.eventId!,
    requestId: randomUUID(),
  });
}

async function rests(handle: WorkflowHandle): Promise<boolean> {
  const { pendingActivities, pendingWorkflowTask } = (await handle.describe()).raw;
  return !pendingWorkflowTask && (pendingActivities ?? []).length === 0;
}

async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return metadata.currentDetails ?? '';
}

describe('the schedule', () => {
  it('is made once, and made again it stays as it is', async () => {
    const { taskQueue } = house.config;
    await ensureLostRuns(house.client, taskQueue);
    await ensureLostRuns(house.client, taskQueue);
    const schedule = house.client.schedule.getHandle(lostRunsId(taskQueue));
    const { spec, action } = await schedule.describe();
    expect(spec.intervals).toEqual([expect.objectContaining({ every: 900_000 })]);
    expect(action).toMatchObject({ workflowType: 'lostRuns', taskQueue: queueName(taskQueue, 'batch') });
    await schedule.delete();
  });
});
