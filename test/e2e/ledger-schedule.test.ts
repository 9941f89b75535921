import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { mongo } from 'mongoose';
import { ensureLedgerSchedules } from '../../src/runs/ledger-schedule';
import { queueName } from '../../src/queues';
import { ledgerProofId, ledgerSealingId, LEDGER_PROOF_WORKFLOW } from '../../src/workflows';
import type { LedgerProofInput, ProofSums, SealingSums } from '../../src/workflows';
import { aCustomerOf, adjustBy } from './a-ledger';
import type { OneLedger } from './a-ledger';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

interface AlertJson {
  kind: string;
  text: string;
  facts: { firstMisfit: { seq: number } | null };
  resolvedAt: string | null;
}

const DAY_MS = 86_400_000;
let house: House;
let worker: ChildProcess;
let db: mongo.Db;
let client: mongo.MongoClient;
let ledger: OneLedger;

beforeAll(async () => {
  house = await openHouse({ companies: 2, worker: false });
  worker = startWorker();
  client = await mongo.MongoClient.connect(house.config.mongodbUri);
  db = client.db();
  ledger = await aCustomerOf(house.store, house.tenants[1]!.merchantId);
  for (const [id, cents] of [
    ['a', 100],
    ['b', -30],
  ] as const)
    await adjustBy(house.store, ledger, id, cents);
  // The one that is made last.
  await until('the schedules', () =>
    schedule()
      .describe()
      .catch(() => null),
  );
});
afterAll(async () => {
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  await schedule().delete();
  await schedule(ledgerSealingId).delete();
  await client.close();
  await house.close();
});

/** A worker as it is run: a process of its own, which makes the schedule. */
function startWorker(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
    cwd: join(__dirname, '..', '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], ...house.env, WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE') },
  });
}

const schedule = (id = ledgerProofId) => house.client.schedule.getHandle(id(house.config.taskQueue));

const ensureSchedules = (proofMs: number) =>
  ensureLedgerSchedules(house.client, house.config.taskQueue, { sealMs: DAY_MS, proofMs });

/** Lets a schedule start a run now, and waits for it. */
async function runNow(
  id: (taskQueue: string) => string,
): Promise<{ result: unknown; handle: WorkflowHandle }> {
  const before = (await schedule(id).describe()).info.numActionsTaken;
  await schedule(id).trigger();
  const workflowId = await until('the scheduled run', async () => {
    const { numActionsTaken, recentActions } = (await schedule(id).describe()).info;
    return numActionsTaken > before && recentActions.at(-1)!.action.workflow.workflowId;
  });
  const handle = house.client.workflow.getHandle(workflowId);
  return { result: await handle.result(), handle };
}

async function prove(): Promise<{ sums: ProofSums; handle: WorkflowHandle }> {
  const { result, handle } = await runNow(ledgerProofId);
  return { sums: result as ProofSums, handle };
}

async function alerts(state: 'open' | 'all'): Promise<AlertJson[]> {
  const { api } = house.tenants[1]!;
  return (await api.get<{ data: AlertJson[] }>(`/v1/alerts?state=${state}`)).expect(200).body.data;
}

describe('the scheduled proof of all ledgers', () => {
  it('is scheduled once however often a worker starts, with the settings of the last, and stays paused', async () => {
    await schedule().pause('for a test');
    await Promise.allSettled([6, 12].map((hours) => ensureSchedules(hours * 3_600_000)));
    await ensureSchedules(DAY_MS);
    const { spec, state, action } = await schedule().describe();
    expect(spec.intervals).toEqual([{ every: DAY_MS, offset: DAY_MS / 4 }]);
    expect(state.paused).toBe(true);
    expect(action).toMatchObject({
      workflowType: LEDGER_PROOF_WORKFLOW,
      taskQueue: queueName(house.config.taskQueue, 'batch'),
    });
    await schedule().unpause();
  });

  it('seals every merchant by a schedule of its own', async () => {
    const { result } = await runNow(ledgerSealingId);
    expect(result).toEqual({ merchants: 2, chains: 1, unsealed: [] } satisfies SealingSums);
  });

  it('verifies every merchant, and raises nothing where all holds', async () => {
    const { sums, handle } = await prove();
    expect(sums).toMatchObject({ merchants: 2, holding: 2, broken: 0, unproved: 0 });
    expect(sums.proofs.find(({ merchantId }) => merchantId === ledger.merchantId)).toMatchObject({
      ...{
        outcome: 'holds',
        customers: 1,
        entries: 2,
        problems: 0,
        newestSeal: expect.stringMatching(/^1 /),
      },
    });
    expect(handle.workflowId).toContain(ledgerProofId(house.config.taskQueue));
    expect(await alerts('all')).toEqual([]);
  });

  it('raises one alert for a ledger that does not hold, keeps it open, and resolves it when the ledger holds', async () => {
    const entries = db.collection('ledger_entries');
    const one = { customerId: ledger.customerId, seq: 1 };
    const found = (await entries.findOne(one))!;
    await entries.updateOne(one, { $set: { 'cause.reason': 'outro motivo' } });
    const { sums } = await prove();
    expect(sums).toMatchObject({ merchants: 2, holding: 1, broken: 1 });
    expect(sums.proofs[0]).toMatchObject({
      merchantId: ledger.merchantId,
      outcome: 'broken',
      alert: 'raised',
    });
    expect((await prove()).sums.proofs[0]).toMatchObject({ alert: 'open' });

    const open = await alerts('open');
    expect(open).toMatchObject([
      { kind: 'ledger_misfit', facts: { firstMisfit: { seq: 1 } }, resolvedAt: null },
    ]);
    expect(open[0]!.text).toContain(`nº 1 do cliente ${ledger.customerId}`);
    expect((await house.tenants[0]!.api.get<{ data: [] }>('/v1/alerts?state=all')).body.data).toEqual([]);

    await entries.replaceOne(one, found);
    expect((await prove()).sums).toMatchObject({ holding: 2, broken: 0 });
    expect(await alerts('open')).toEqual([]);
    expect(await alerts('all')).toMatchObject([{ resolvedAt: expect.any(String) }]);
  });

  it('goes on after the merchants that a former run has proved', async () => {
    const first = (await house.store.merchants.ids({ after: null, limit: 1 }))[0]!;
    const sums: ProofSums = { merchants: 1, holding: 1, broken: 0, unproved: 0, proofs: [] };
    const args: [LedgerProofInput] = [{ after: first, sums }];
    const result = (await house.client.workflow.execute(LEDGER_PROOF_WORKFLOW, {
      ...{
        workflowId: `${ledgerProofId(house.config.taskQueue)}/rest`,
        taskQueue: house.config.taskQueue,
        args,
      },
    })) as ProofSums;
    expect([result.merchants, result.proofs.length]).toEqual([2, 1]);
  });
});
