import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
const YEAR = 365 * 86_400_000;
/** The process's own clock is a year ahead; timers and the monotonic clock are as they are. */
const A_YEAR_AHEAD = `data:text/javascript,${encodeURIComponent(`
  const right = Date;
  const now = right.now;
  globalThis.Date = new Proxy(right, {
    construct: (date, given) => (given.length === 0 ? new date(now() + ${YEAR}) : new date(...given)),
    get: (date, name) => (name === 'now' ? () => now() + ${YEAR} : Reflect.get(date, name)),
  });
`)}`;

let house: House;
let wrong: ChildProcess | null = null;

beforeAll(async () => {
  house = await openHouse({
    worker: false,
    program: aProgram({ messages: {}, holding: { after: 'P1D' }, expiry: { after: 'P30D' } }),
  });
});
afterAll(async () => {
  await stopWrongWorker();
  await house.close();
});

function startWrongWorker(): void {
  wrong = spawn(process.execPath, ['--import', 'tsx', '--import', A_YEAR_AHEAD, 'src/worker.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], ...house.env, WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE') },
  });
}

async function stopWrongWorker(): Promise<void> {
  if (!wrong || wrong.exitCode !== null || wrong.signalCode !== null) return;
  const gone = once(wrong, 'exit');
  wrong.kill('SIGKILL');
  await gone;
}

interface AlertJson {
  kind: string;
  text: string;
  facts: { clock: string; skewMs: number };
}

async function alerts(): Promise<AlertJson[]> {
  return (await house.tenant.api.get<{ data: AlertJson[] }>('/v1/alerts')).expect(200).body.data;
}

/** A sale of R$ 200,00; posted again with other cents it is looked at again. */
async function post(cents: number): Promise<SaleJson> {
  const { api } = house.tenant;
  const sale = {
    ...{ channel: 'pos', externalId: 'clock-1', soldAt: new Date().toISOString(), totalCents: cents },
    ...{ status: 'completed', customer: { name: 'Ana Souza', document: '529.982.247-25' } },
  };
  return (await api.post<SaleJson>('/v1/sales', sale)).expect(201).body;
}

describe('a worker whose clock is a year ahead', () => {
  it('activates and lets end nothing; the alert says so, and a right one carries on', async () => {
    const { api } = house.tenant;
    const stop = await house.startWorker();
    const { id, customerId } = await post(20_000);
    const settled = (cents: number) =>
      until(`the sale to have earned ${cents}`, async () => {
        const { body } = await api.get<SaleJson>(`/v1/sales/${id}`);
        return body.earnedCents === cents ? body : null;
      });
    await settled(1_000);
    await stop();

    startWrongWorker();
    await post(22_000);
    const [alert] = await until('the alert', async () => {
      const open = await alerts();
      return open.length > 0 && open;
    });
    expect(alert).toMatchObject({ kind: 'clock_skew', facts: { clock: 'process' } });
    expect(alert!.text).toMatch(
      /^O relógio de um servidor está adiantado 36[45] dias em relação ao do banco/,
    );
    expect(Math.round(alert!.facts.skewMs / 86_400_000)).toBe(365);
    expect(
      (await house.store.ledger.entriesOfSale(house.tenant.merchantId, id)).map(({ type }) => type),
    ).toEqual(['EARN_PENDING']);
    await stopWrongWorker();

    await house.startWorker();
    await settled(1_100);
    expect((await walletOf(api, customerId!)).cashback).toMatchObject({
      activeCents: 0,
      pendingCents: 1_100,
    });
    await verifyLedger(house.tenant);
  });
});
