import { afterEach, describe, expect, it } from '@jest/globals';
import { openOperatorServer, salesSettled } from '../../src/metrics';
import type { OperatorServer, OperatorView } from '../../src/metrics';

let server: OperatorServer;
afterEach(() => server.close());

const open = async (
  view: Partial<OperatorView> = {},
): Promise<(path: string, method?: string) => Promise<Response>> => {
  server = await openOperatorServer({ port: 0, isHealthy: () => true, ...view });
  return (path, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
};

describe('what a process shows to those who run it', () => {
  it('is whether it does its work', async () => {
    let atWork = true;
    const ask = await open({ isHealthy: () => atWork });
    expect((await ask('/healthz')).status).toBe(200);
    atWork = false;
    expect((await ask('/healthz')).status).toBe(503);
  });

  it('is its own metrics, and those of others behind them', async () => {
    salesSettled.inc({ status: 'active' }, 3);
    const ask = await open({ more: () => Promise.resolve('temporal_worker_task_slots_available 7\n') });
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain('retorno_sales_settled_total{status="active"} 3');
    expect(text.trimEnd().endsWith('temporal_worker_task_slots_available 7')).toBe(true);
  });

  it('is its own metrics alone while the others do not answer', async () => {
    const ask = await open({ more: () => Promise.reject(new Error('away')) });
    const answer = await ask('/metrics');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('retorno_sales_settled_total');
  });

  it('is nothing else', async () => {
    const ask = await open();
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics', 'POST')).status).toBe(404);
  });
});
