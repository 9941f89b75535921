import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import mongoose from 'mongoose';
import { aProgram } from './builders';
import { decoded } from './decoded';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import type { HttpClient } from './http-client';
import { verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

interface ImportJson {
  id: string;
  state: 'running' | 'finished';
  total: number;
  done: number;
  created: number;
  updated: number;
  failed: number;
  errors: { row: number; field: string }[];
}

const NOBODY = { activeCents: 0, pendingCents: 0, reservedCents: 0, debtCents: 0 };
let posts = 0;

function aPostedSale(change: Record<string, unknown> = {}): Record<string, unknown> {
  posts += 1;
  return {
    channel: 'pos',
    externalId: `PDV-${posts}`,
    soldAt: new Date().toISOString(),
    totalCents: 10_000,
    customer: {
      name: 'Severina Balcão',
      document: cpf.generate(),
      email: `severina.${posts}@correio.com.br`,
    },
    status: 'completed',
    ...change,
  };
}

/** Posts a sale, and waits until it is as wanted. */
async function postUntil(
  api: HttpClient,
  posted: Record<string, unknown>,
  settled: (sale: SaleJson) => boolean,
): Promise<SaleJson> {
  const { id } = (await api.post<SaleJson>('/v1/sales', posted)).expect(201).body;
  return until(`sale ${id} to be settled`, async () => {
    const { body } = (await api.get<SaleJson>(`/v1/sales/${id}`)).expect(200);
    return settled(body) ? body : null;
  });
}

async function finished(api: HttpClient, id: string): Promise<ImportJson> {
  return until(`import ${id} to be finished`, async () => {
    const { body } = (await api.get<ImportJson>(`/v1/imports/${id}`)).expect(200);
    return body.state === 'finished' ? body : null;
  });
}

/** A file of sales of so many customers; every tenth row makes no sense. */
function aFile(name: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const total = index % 10 === 9 ? '1.234' : '"100,00"';
    return `${name}-${index};03/11/2026 12:00;${total};${cpf.generate()};Severina Planilha;severina.${name}.${index}@correio.com.br`;
  });
  return ['Pedido;Data;Total;CPF;Nome;E-mail', ...lines].join('\n');
}

async function countIn(house: House, collection: string, filter: Record<string, unknown>): Promise<number> {
  const connection = await mongoose.createConnection(house.env['MONGODB_URI']!).asPromise();
  try {
    return await connection.collection(collection).countDocuments(filter);
  } finally {
    await connection.close();
  }
}

describe('a sale told by its channel', () => {
  let house: House;
  let api: HttpClient;
  beforeAll(async () => {
    house = await openHouse();
    api = house.tenant.api;
  });
  afterAll(() => house.close());

  it('earns, is told to the customer, and earns nothing more when it is told again (R43)', async () => {
    const posted = aPostedSale();
    const sale = await postUntil(api, posted, ({ status }) => status === 'active');
    expect(sale.earnedCents).toBe(500);
    expect(await walletOf(api, sale.customerId!)).toMatchObject({ cashback: { activeCents: 500 } });
    const { email } = posted['customer'] as { email: string };
    await until('the e-mail', () => Promise.resolve(house.simulator.mail.messages(email).length > 0));
    const again = await postUntil(api, posted, ({ status }) => status === 'active');
    expect(again.id).toBe(sale.id);
    const run = house.client.workflow.getHandle(
      `sale/${house.tenant.merchantId}/pos/${posted['externalId'] as string}`,
    );
    await until('the run to rest', async () => {
      const { pendingActivities, pendingWorkflowTask } = (await run.describe()).raw;
      return !pendingWorkflowTask && (pendingActivities ?? []).length === 0;
    });
    const entries = await house.store.ledger.entriesOfSale(house.tenant.merchantId, sale.id);
    expect(entries.map(({ type }) => type)).toEqual(['EARN_PENDING', 'ACTIVATE']);
    const history = decoded(await run.fetchHistory());
    expect([history.includes(sale.id), /severina/i.test(history)]).toEqual([true, false]);
  });

  it('first told of more than 90 days after it was sold earns nothing, until its channel says that it earns, in silence', async () => {
    const posted = aPostedSale({ soldAt: new Date(Date.now() - 100 * 86_400_000).toISOString() });
    const told = await api.post<{ warnings: { field: string; code: string }[] }>('/v1/sales', posted);
    expect(told.expect(201).body.warnings).toMatchObject([
      { field: 'soldAt', code: 'older_than_claim_window' },
    ]);
    const held = await postUntil(api, posted, ({ status }) => status === 'no_benefit');
    expect((await walletOf(api, held.customerId!)).cashback).toEqual(NOBODY);
    const earns = await postUntil(api, { ...posted, earnLate: true }, ({ status }) => status === 'active');
    expect(earns).toMatchObject({ id: held.id, earnedCents: 500, silent: true, messages: [] });
    expect((await walletOf(api, held.customerId!)).cashback).toEqual({ ...NOBODY, activeCents: 500 });
    const { email } = posted['customer'] as { email: string };
    expect(house.simulator.mail.messages(email)).toEqual([]);
    await verifyLedger(house.tenant);
  });

  it('told twenty times at once is one sale that earns once', async () => {
    const posted = aPostedSale();
    const told = await Promise.all(Array.from({ length: 20 }, () => api.post<SaleJson>('/v1/sales', posted)));
    const ids = new Set(told.map((answer) => answer.expect(201).body.id));
    expect(ids.size).toBe(1);
    const sale = await postUntil(api, posted, ({ status }) => status === 'active');
    expect((await walletOf(api, sale.customerId!)).cashback).toEqual({ ...NOBODY, activeCents: 500 });
    expect(sale.timeline.filter(({ event }) => event === 'completed')).toHaveLength(1);
    await verifyLedger(house.tenant);
  });

  it('follows what is said of it: changed, open again, completed, cancelled (R20, R26)', async () => {
    const posted = aPostedSale();
    const { customerId } = await postUntil(api, posted, ({ earnedCents }) => earnedCents === 500);
    await postUntil(api, { ...posted, totalCents: 20_000 }, ({ earnedCents }) => earnedCents === 1_000);
    await postUntil(api, { ...posted, totalCents: 6_000 }, ({ earnedCents }) => earnedCents === 300);
    await postUntil(api, { ...posted, status: 'open' }, ({ status }) => status === 'waiting');
    expect((await walletOf(api, customerId!)).cashback).toEqual(NOBODY);
    await postUntil(api, posted, ({ earnedCents, status }) => status === 'active' && earnedCents === 500);
    await postUntil(api, { ...posted, status: 'cancelled' }, ({ status }) => status === 'cancelled');
    expect((await walletOf(api, customerId!)).cashback).toEqual(NOBODY);
    await verifyLedger(house.tenant);
  });

  it('waits while it is open, and for its customer while nobody is known', async () => {
    const posted = aPostedSale({ status: 'open' });
    await postUntil(api, posted, ({ status }) => status === 'waiting');
    const { customer, ...anonymous } = posted;
    const completed = { ...anonymous, status: 'completed', externalId: `${String(posted['externalId'])}-A` };
    await postUntil(api, completed, ({ status }) => status === 'unidentified');
    const found = await postUntil(api, { ...completed, customer }, ({ status }) => status === 'active');
    expect(found).toMatchObject({ earnedCents: 500, customerId: expect.stringMatching(/^cus_/) });
    const kept = await postUntil(api, completed, ({ status }) => status === 'active');
    expect(kept.customerId).toBe(found.customerId);
  });

  it('goes over to another customer, who has what the first one loses (R26)', async () => {
    const posted = aPostedSale();
    const first = await postUntil(api, posted, ({ status }) => status === 'active');
    const customer = { name: 'Outra Pessoa', document: cpf.generate() };
    await postUntil(api, { ...posted, customer }, ({ timeline }) =>
      timeline.some(({ event }) => event === 'identified'),
    );
    const { customerId } = (await api.get<SaleJson>(`/v1/sales/${first.id}`)).expect(200).body;
    expect(customerId).not.toBe(first.customerId);
    for (const [who, cents] of [
      [first.customerId!, 0],
      [customerId!, 500],
    ] as const)
      await until(`${who} to have ${cents} cents`, async () => {
        return (await walletOf(api, who)).cashback.activeCents === cents;
      });
    await verifyLedger(house.tenant);
  });

  it('that wishes silence is told to nobody', async () => {
    const posted = aPostedSale({ silent: true });
    const sale = await postUntil(api, posted, ({ status }) => status === 'active');
    expect(await house.store.messages.ofSale(house.tenant.merchantId, sale.id)).toEqual([]);
    expect(house.simulator.mail.messages((posted['customer'] as { email: string }).email)).toEqual([]);
  });
});

describe('an import of a file', () => {
  let house: House;
  let api: HttpClient;
  beforeAll(async () => {
    house = await openHouse({ program: aProgram({ expiry: { after: 'P365D' } }) });
    api = house.tenant.api;
  });
  afterAll(() => house.close());

  it('in a dry run looks at every row and writes none', async () => {
    const file = aFile('ensaio', 30);
    const { id } = (await api.upload<ImportJson>('/v1/imports?kind=sales&dryRun=true', file)).expect(
      201,
    ).body;
    expect(await finished(api, id)).toMatchObject({
      total: 30,
      done: 30,
      created: 27,
      updated: 0,
      failed: 3,
    });
    for (const collection of ['sales', 'customers', 'import_rows'])
      expect([collection, await countIn(house, collection, {})]).toEqual([collection, 0]);
  });

  it('of 300 rows takes the good ones, names the bad ones, tells nobody, and changes nothing the second time', async () => {
    const file = aFile('mes', 300);
    const first = (await api.upload<ImportJson>('/v1/imports?kind=sales', file)).expect(201).body;
    expect(first.errors).toHaveLength(30);
    expect(first.errors[0]).toMatchObject({ row: 11, field: 'Total' });
    expect(await finished(api, first.id)).toMatchObject({
      total: 300,
      done: 300,
      created: 270,
      updated: 0,
      failed: 30,
    });
    const { merchantId } = house.tenant;
    await until('all sales to be settled', async () => {
      return (await countIn(house, 'sales', { merchantId, status: 'active', earnedCents: 500 })) === 270;
    });
    expect(await countIn(house, 'import_rows', {})).toBe(0);
    const entries = await countIn(house, 'ledger_entries', { merchantId });
    const again = (await api.upload<ImportJson>('/v1/imports?kind=sales', file)).expect(201).body;
    expect(again.id).not.toBe(first.id);
    expect(await finished(api, again.id)).toMatchObject({ done: 300, created: 0, updated: 0, failed: 30 });
    expect(await countIn(house, 'ledger_entries', { merchantId })).toBe(entries);
    expect(await countIn(house, 'messages', { merchantId })).toBe(0);
    await verifyLedger(house.tenant);
    const history = await house.client.workflow
      .getHandle(`file-import/${merchantId}/${first.id}`)
      .fetchHistory();
    expect([decoded(history).includes(first.id), /severina/i.test(decoded(history))]).toEqual([true, false]);
  });

  it('that is to be told of writes to the customers, and only then', async () => {
    const email = 'aviso@correio.com.br';
    const file = `Pedido;Data;Total;E-mail\nAVISO-1;03/11/2026;"100,00";${email}`;
    const silent = (await api.upload<ImportJson>('/v1/imports?kind=sales', file)).expect(201).body;
    expect(await finished(api, silent.id)).toMatchObject({ created: 1 });
    await until('the silent sale to be settled', async () => {
      return (await countIn(house, 'sales', { externalId: 'AVISO-1', status: 'active' })) === 1;
    });
    expect(house.simulator.mail.messages(email)).toEqual([]);
    const loud = (await api.upload<ImportJson>('/v1/imports?kind=sales&notify=true', file)).expect(201).body;
    expect(await finished(api, loud.id)).toMatchObject({ created: 0, updated: 1 });
    await until('the e-mail', () => Promise.resolve(house.simulator.mail.messages(email).length === 1));
  });

  it('of customers creates them, changes what is new of them, and puts them into segments', async () => {
    const [ana, bia] = [cpf.generate(), cpf.generate()];
    const file = (...lines: string[]): string => ['Nome,CPF,Celular,Segmentos', ...lines].join('\n');
    const take = async (...lines: string[]): Promise<ImportJson> => {
      const { body } = await api.upload<ImportJson>('/v1/imports?kind=customers', file(...lines));
      return finished(api, body.id);
    };
    expect(await take(`Ana Souza,${ana},,"vip, atacado"`, `Bia Lima,${bia},,`)).toMatchObject({ created: 2 });
    expect(await take(`Ana Souza,${ana},,"vip, atacado"`, `Bia Lima,${bia},(11) 98765-4321,`)).toMatchObject({
      created: 0,
      updated: 1,
    });
    const found = await api.get<{ data: { segments: string[] }[] }>(`/v1/customers?query=${ana}`);
    expect(found.body.data).toMatchObject([{ segments: ['vip', 'atacado'] }]);
  });
});

describe('an import whose worker is killed with -9', () => {
  const ROWS = 200;
  let house: House;
  let worker: ChildProcess;
  beforeAll(async () => {
    house = await openHouse({ worker: false });
  });
  afterAll(async () => {
    await kill();
    await house.close();
  });

  function startWorker(): void {
    worker = spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
      cwd: join(__dirname, '..', '..'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], ...house.env, WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE') },
    });
  }

  async function kill(): Promise<void> {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  }

  it('goes on where it was, and counts and pays every row once', async () => {
    const { api, merchantId } = house.tenant;
    startWorker();
    const { id } = (await api.upload<ImportJson>('/v1/imports?kind=sales', aFile('queda', ROWS))).expect(
      201,
    ).body;
    for (const rows of [20, 100]) {
      await until(`${rows} sales to be there`, async () => (await countIn(house, 'sales', {})) >= rows);
      await kill();
      startWorker();
    }
    const good = ROWS * 0.9;
    expect(await finished(api, id)).toMatchObject({
      done: ROWS,
      created: good,
      updated: 0,
      failed: ROWS / 10,
    });
    await until(
      'all sales to be settled',
      async () => (await countIn(house, 'sales', { merchantId, status: 'active' })) === good,
    );
    expect(await countIn(house, 'customers', { merchantId })).toBe(good);
    expect(await countIn(house, 'ledger_entries', { merchantId, type: 'EARN_PENDING' })).toBe(good);
    expect(await countIn(house, 'messages', {})).toBe(0);
    await verifyLedger(house.tenant);
  });
});
