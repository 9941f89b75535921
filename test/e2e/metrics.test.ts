import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../tools/processes';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');

let house: House;
let worker: ChildProcess;
let url: string;

beforeAll(async () => {
  house = await openHouse({ worker: false, companies: 1 });
  const [port] = await freePorts(1);
  url = `http://127.0.0.1:${port}`;
  worker = spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ...house.env,
      WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE'),
      METRICS_PORT: String(port),
    },
  });
});
afterAll(async () => {
  if (worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  await house.close();
});

const metrics = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();

/** The sum over a metric's series that have these labels. */
function sum(text: string, name: string, labels = ''): number {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => line.includes(labels))
    .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

describe('the metrics of a worker', () => {
  it('say what it did for a sale, in the terms of the business and of Temporal', async () => {
    await until(
      'the worker to be at work',
      async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok,
    );
    const { company, merchantId } = house.tenants[0]!;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(order.id);
    const identity = { merchantId, channel: 'bling' as const, externalId: String(order.id) };
    await until('the grant', async () => (await house.store.sales.find(identity))?.benefit.earnedCents);
    const seen = await until('both messages to be counted', async () => {
      const text = await metrics();
      return sum(text, 'retorno_messages_total', 'state="sent"') === 2 && text;
    });
    expect(sum(seen, 'retorno_sales_received_total', 'channel="bling"')).toBe(1);
    expect(sum(seen, 'retorno_sales_settled_total')).toBeGreaterThan(0);
    expect(sum(seen, 'retorno_bling_calls_total', 'outcome="ok"')).toBeGreaterThan(0);
    expect(sum(seen, 'temporal_worker_task_slots_available')).toBeGreaterThan(0);
    expect(seen).toContain('temporal_activity_schedule_to_start_latency');
    expect(seen).toContain('temporal_activity_execution_latency');
    expect(seen).toContain('activity_type="settleBenefit"');
    expect(seen).toContain('retorno_nodejs_eventloop_lag_seconds');
    for (const mark of [merchantId, String(order.id)]) expect(seen).not.toContain(mark);
  });

  it('say what all customers have together', async () => {
    const text = await until('the liability to be read', async () => {
      const read = await metrics();
      return read.includes('retorno_liability{') && read;
    });
    expect(sum(text, 'retorno_liability', 'unit="cents"')).toBeGreaterThan(0);
    const used = sum(text, 'retorno_bling_quota_used_ratio');
    expect(used).toBeGreaterThan(0);
    const label = `connection="${house.tenant.connectionId}"`;
    expect(sum(text, 'retorno_bling_connection_quota_used_ratio', label)).toBe(used);
  });

  it('count a workflow task that fails, as by a workflow that this version does not know', async () => {
    const failed = 'temporal_workflow_task_execution_failed';
    expect(sum(await metrics(), failed)).toBe(0);
    const { workflow } = house.client;
    const options = { taskQueue: house.config.taskQueue, workflowId: `of-another-version-${randomUUID()}` };
    const handle = await workflow.start('ofAnotherVersion', options);
    await until('the failure to be counted', async () => sum(await metrics(), failed) > 0);
    await handle.terminate();
  });

  it('end with the worker, which stops in order', async () => {
    worker.kill('SIGTERM');
    const [code] = (await once(worker, 'exit')) as [number | null];
    expect(code).toBe(0);
  });
});
