import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import mongoose from 'mongoose';
import type { Contact, ContactDraft } from '../../simulator';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
/** So many there are altogether, the walk-in contact among them. */
const CONTACTS = 300;

interface ImportJson {
  id: string;
  state: string;
  contacts: Record<'done' | 'created' | 'updated' | 'unchanged' | 'nobody' | 'leftOut' | 'details', number>;
  progress: { page: number; estimatedTotal: number | null; perMinute: number | null };
  quota: { calls: number; day: { used: number; of: number } | null };
}

let house: House;
let worker: ChildProcess;

function startWorker(): void {
  worker = spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
    cwd: ROOT,
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

/** Some have an e-mail alone, or nothing that is of use; the others have a document or a mobile. */
function people(): ContactDraft[] {
  const made: ContactDraft[] = [];
  const have = house.tenant.company.contacts().length;
  for (let n = 0; made.length + have < CONTACTS; n += 1) {
    const name = `Pessoa ${'abcdefghij'.charAt(n % 10)} Importada`;
    if (n % 20 === 0) made.push({ name, email: `pessoa.${n}@correio.com.br` });
    else if (n % 20 === 1)
      made.push({ name: 'P*** I***', document: '***.456.789-**', mobile: '(11) 9****-4321' });
    else if (n % 20 === 2) made.push({ name, email: 'm***a@correio.com.br', phone: '(11) 3222-1100' });
    else if (n % 2 === 0) made.push({ name, document: cpf.generate() });
    else made.push({ name, mobile: `(11) 98000-${String(10_000 + n).slice(1)}` });
  }
  return made;
}

async function stateOf(id: string): Promise<ImportJson> {
  return (await house.tenant.api.get<ImportJson>(`/v1/imports/${id}`)).expect(200).body;
}

function endOf(id: string): Promise<ImportJson> {
  return until('the import to end', async () => {
    const now = await stateOf(id);
    return now.state === 'finished' && now;
  });
}

const start = async (query = '', key?: string): Promise<ImportJson> =>
  (
    await house.tenant.api.post<ImportJson>(
      `/v1/connections/${house.tenant.connectionId}/imports${query}`,
      undefined,
      key,
    )
  ).expect(201).body;

/** Which customer a contact has become; null: none. */
async function customerOf({ id }: Contact): Promise<string | null> {
  const { merchantId, connectionId } = house.tenant;
  const contact = {
    ...{ externalKey: `bling:${connectionId}:${id}`, name: null, document: null },
    ...{ phones: [], emails: [], birthDate: null },
  };
  return (await house.store.customers.foresee(merchantId, contact, null)).customerId;
}

const isUsable = ({ name, document, mobile, phone, email }: Contact): boolean =>
  !name.includes('**') && Boolean(document || mobile || phone || email);

/** By a document, or by a phone that nobody else has. */
const isSure = ({ document, mobile }: Contact): boolean =>
  Boolean(document || mobile) && !`${document}${mobile}`.includes('*');

/** Calls that only the import makes. */
const pagesAsked = (): number => house.tenant.company.counters().byRoute['GET /contatos'] ?? 0;

beforeAll(async () => {
  house = await openHouse({ worker: false, contacts: 20 });
  for (const draft of people()) house.tenant.company.addContact(draft);
  house.tenant.company.repeatRows(3);
  startWorker();
});
afterAll(async () => {
  await kill();
  await house.close();
});

describe('300 contacts at three calls a second, by a worker that is killed twice', () => {
  let first: ImportJson;

  it('are all read in the end, each once, never above the quota, while a sale is credited ahead of them', async () => {
    const { company, api, merchantId } = house.tenant;
    company.resetCounters();
    first = await start('', 'the-one');
    for (const share of [0.2, 0.6]) {
      await until(`${share} of the contacts`, async () => {
        const { contacts, progress } = await stateOf(first.id);
        return contacts.done > share * (progress.estimatedTotal ?? Infinity);
      });
      await kill();
      startWorker();
    }
    const buyer = aBuyer(company);
    await until('the import to go on', async () => {
      const before = (await stateOf(first.id)).quota.calls;
      return until('a call', async () => (await stateOf(first.id)).quota.calls > before);
    });
    const order = anOrder(company, { contactId: buyer.id, totalCents: 10_000 });
    const before = company.counters().total;
    company.completeOrder(order.id);
    const identity = { merchantId, channel: 'bling' as const, externalId: String(order.id) };
    await until('the live sale to be credited', async () => {
      const sale = await house.store.sales.find(identity);
      return (sale?.benefit.earnedCents ?? 0) > 0;
    });
    // The order and its contact, and what was asked while the sale was read and settled: no queue of the import's before it.
    expect(company.counters().total - before).toBeLessThanOrEqual(8);
    expect((await stateOf(first.id)).state).toBe('running');
    first = await endOf(first.id);
    const { contacts, quota } = first;
    expect(contacts.done).toBeGreaterThanOrEqual(CONTACTS);
    expect(
      contacts.created + contacts.updated + contacts.unchanged + contacts.nobody + contacts.leftOut,
    ).toBe(contacts.done);
    expect(contacts.nobody).toBeGreaterThanOrEqual(13);
    expect(contacts.details).toBeGreaterThanOrEqual(39);
    const asked = company.counters();
    expect(asked).toMatchObject({ refused429: 0 });
    expect(asked.highestPerSecond).toBeLessThanOrEqual(3);
    // What was cut off twice was asked again, and nothing else.
    expect(asked.total).toBeLessThanOrEqual(quota.calls + 2 + 6);
    expect(quota.day).toBeNull();
    for (const one of company.contacts().slice(1, 60))
      if (!isUsable(one)) expect([one, await customerOf(one)]).toEqual([one, null]);
    // Of those that were made here all who can be told from others are there.
    const told = company.contacts().filter((one) => one.name.endsWith('Importada') && isSure(one));
    expect(told.length).toBeGreaterThan(CONTACTS / 2);
    for (const one of told) expect([one, await customerOf(one)]).toEqual([one, expect.any(String)]);
    await verifyLedger({ api });
  });

  it('are known when they are imported again, and nobody was written to but the buyer', async () => {
    expect(await start('', 'the-one')).toMatchObject({ id: first.id });
    const again = await endOf((await start()).id);
    expect(again.contacts.created).toBe(0);
    // Two contacts that are one person each say how the name is spelled, and the last of them counts.
    expect(again.contacts.updated).toBeLessThanOrEqual(10);
    expect(again.contacts.nobody).toBe(first.contacts.nobody);
    expect(pagesAsked()).toBeGreaterThan(6);
    expect(house.simulator.mail.messages().every(({ to }) => String(to).includes('compradora'))).toBe(true);
    const written = new Set(house.simulator.whatsapp.messages().map(({ to }) => to));
    expect(written.size).toBeLessThanOrEqual(1);
    // Nor does anybody count as having agreed to be written to.
    const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
    expect(await raw.collection('consents').countDocuments()).toBe(0);
    await raw.close();
  });

  it('pause, go on, and end as somebody says; only one is open at a time', async () => {
    const { api, connectionId } = house.tenant;
    const { id } = await start();
    const move = async (what: string) =>
      (await api.post<ImportJson>(`/v1/imports/${id}/${what}`)).expect(200);
    expect((await api.post(`/v1/connections/${connectionId}/imports`)).expect(409).body).toMatchObject({
      code: 'import_open',
      importId: id,
    });
    expect((await move('pause')).body.state).toBe('paused');
    expect((await move('pause')).body.state).toBe('paused');
    const run = house.client.workflow.getHandle(`contact-import/${id}`);
    const { quota } = await until('its calls to stop', async () => {
      const before = await stateOf(id);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const after = await stateOf(id);
      return before.quota.calls === after.quota.calls && after;
    });
    expect((await run.describe()).status.name).toBe('RUNNING');
    await move('resume');
    await until('it to go on', async () => (await stateOf(id)).quota.calls > quota.calls);
    expect((await move('cancel')).body.state).toBe('cancelled');
    await run.result();
    expect((await api.post(`/v1/imports/${id}/resume`)).expect(409).body).toMatchObject({
      code: 'import_ended',
    });
    const { body } = await api.get<{ data: { id: string; kind: string }[] }>('/v1/imports');
    expect(body.data.slice(0, 3).map(({ kind }) => kind)).toEqual(['contacts', 'contacts', 'contacts']);
    expect(body.data[0]!.id).toBe(id);
  });

  it('end with their run, where somebody cancels that', async () => {
    const { id } = await start();
    const run = house.client.workflow.getHandle(`contact-import/${id}`);
    await run.cancel();
    await until('the import to be cancelled', async () => (await stateOf(id)).state === 'cancelled');
    await expect(run.result()).rejects.toThrow();
  });
});
