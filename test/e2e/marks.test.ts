import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { aProgram } from './builders';
import { saleUntil, sold } from './counter';
import type { CounterSale, UseJson } from './counter';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { until } from './until';

/*
 * Everything that a caller types is marked, in every route whose work is done by a run. None of the marks may be found in a
 * history, among the attributes of runs, or in a log. The number and the external id of a sale are shown there on purpose.
 */

let house: House;
const logged: string[] = [];
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (line: Buffer) => logged.push(line.toString('utf8')));
  house = await openHouse({
    program: aProgram({
      earning: {
        rules: [
          { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
          { id: 'vale', grant: { type: 'voucher', template: 'dez' } },
        ],
      },
      vouchers: { dez: { discount: { type: 'amount', cents: 500 }, validity: 'P60D', uses: 5 } },
    }),
    env: { LOG_LEVEL: 'info' },
    log,
  });
});
afterAll(() => house.close());

const MARK = 'MARCAxyz';
let marks = 0;
/** Codes of vouchers, which are worth money, are found nowhere either. */
const codes: string[] = [];
/** A text of its own, as somebody might type it. */
const mark = (): string => `${MARK}${(marks += 1)}`;
const actor = (): object => ({ operator: mark(), storeId: mark() });

async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  const answer = await house.tenant.api.post<T>(path, body);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

let posted = 0;
function aMarkedSale(change: object = {}): Record<string, unknown> {
  posted += 1;
  return {
    ...{ channel: 'pos', externalId: `V-${posted}`, number: String(posted), marketplaceNumber: mark() },
    ...{ invoiceNumber: mark(), storeId: mark(), soldAt: new Date().toISOString(), totalCents: 10_000 },
    items: [
      { sku: mark(), name: mark(), totalCents: 4_000 },
      { sku: mark(), name: mark(), totalCents: 6_000 },
    ],
    customer: {
      name: mark(),
      document: cpf.generate(),
      email: `${mark()}@clientes.com.br`,
      phone: '(11) 98765-4321',
    },
    status: 'completed',
    ...change,
  };
}

async function everyRoute(): Promise<void> {
  const { tenant } = house;
  const told = aMarkedSale();
  const sale = await sold(tenant, told);
  const asked = { customerId: sale.customerId, type: 'cashback', amountCents: 50, saleTotalCents: 9_000 };
  const reserve = async (): Promise<string> => {
    const { body } = await post<{ id: string }>('/v1/redemptions', { ...asked, saleRef: mark(), ...actor() });
    return body.id;
  };
  await post(`/v1/redemptions/${await reserve()}/release`, actor());
  const used = await reserve();
  await post(`/v1/redemptions/${used}/confirm`, actor());
  await post(`/v1/redemptions/${used}/rollback`, actor());
  const { code } = (await saleUntil(tenant, sale.id, ({ benefit }) => benefit.vouchers.length > 0)).benefit
    .vouchers[0]!;
  codes.push(code);
  const saleRef = mark();
  const use = { saleTotalCents: 9_000, saleRef };
  await post(`/v1/vouchers/${code}/reserve`, { ...use, ...actor() });
  await post(`/v1/vouchers/${code}/release`, { saleRef, ...actor() });
  await post<UseJson>(`/v1/vouchers/${code}/redeem`, { ...use, ...actor() });
  await post(`/v1/vouchers/${code}/rollback`, { saleRef, ...actor() });
  const { sku } = (told['items'] as { sku: string }[])[0]!;
  await post(`/v1/sales/${sale.id}/returns`, { items: [{ sku }], reason: mark(), ...actor() });
  await post(`/v1/sales/${sale.id}/returns`, { amountCents: 1_000, reason: mark(), ...actor() });
  const nobody = await sold(
    tenant,
    aMarkedSale({ customer: null }),
    ({ status }) => status === 'unidentified',
  );
  const who = { name: mark(), email: `${mark()}@clientes.com.br` };
  await post(`/v1/sales/${nobody.id}/customer`, { ...who, ...actor() });
  const claimed = await saleUntil(tenant, nobody.id, ({ status }) => status === 'active');
  await post(`/v1/customers/${sale.customerId}/adjustments`, {
    type: 'cashback',
    cents: 100,
    reason: mark(),
    operator: mark(),
  });
  const merge = { from: claimed.customerId, reason: mark(), operator: mark() };
  const { id } = (await post<{ id: string }>(`/v1/customers/${sale.customerId}/merges`, merge)).body;
  await post(`/v1/merges/${id}/undo`, { reason: mark(), operator: mark() });
  const header = 'Pedido;Data;Total;CPF;Nome;E-mail;Loja';
  const row = `A-1;03/11/2026 12:00;"100,00";${cpf.generate()};${mark()};${mark()}@clientes.com.br;${mark()}`;
  const file = (
    await tenant.api.upload<{ id: string }>('/v1/imports?kind=sales', `${header}\n${row}`)
  ).expect(201);
  await until('the import', async () => {
    const { body } = await tenant.api.get<{ state: string }>(`/v1/imports/${file.body.id}`);
    return body.state === 'finished';
  });
}

/** Everything of every run of the house: histories with their payloads, and what lists and descriptions show. */
async function everythingInTemporal(): Promise<{ runs: number; text: string }> {
  const texts: string[] = [];
  const query = `TaskQueue = "${house.config.taskQueue}"`;
  for await (const { workflowId, runId } of house.client.workflow.list({ query })) {
    const handle = house.client.workflow.getHandle(workflowId, runId);
    texts.push(decoded(await handle.fetchHistory()), decoded((await handle.describe()).raw));
    const metadata = await handle.query<object>('__temporal_workflow_metadata');
    texts.push(JSON.stringify(metadata));
  }
  return { runs: texts.length / 3, text: texts.join('\n') };
}

describe('what callers type', () => {
  it('is kept, and comes back in answers, and is nowhere in Temporal or in the logs', async () => {
    await everyRoute();
    await until('the list to be complete', async () => (await everythingInTemporal()).runs >= 7);
    const { text } = await everythingInTemporal();
    const found = [...text.matchAll(new RegExp(`${MARK}\\d+`, 'g'))].map(([mark]) => mark);
    expect([...new Set(found)]).toEqual([]);
    expect(codes).toHaveLength(1);
    for (const code of codes) expect(`${text}${logged.join()}`).not.toContain(code);
    expect(logged.length).toBeGreaterThan(10);
    expect(logged.filter((line) => line.includes(MARK))).toEqual([]);
  });

  it('is booked with its movement, word for word', async () => {
    const sale = await sold(house.tenant, aMarkedSale());
    const [saleRef, operator, storeId] = [mark(), mark(), mark()];
    const asked = { customerId: sale.customerId, type: 'cashback', amountCents: 50, saleTotalCents: 9_000 };
    const said = { saleRef, operator, storeId };
    const { body } = await post<{ id: string } & typeof said>('/v1/redemptions', { ...asked, ...said });
    expect(body).toMatchObject(said);
    expect(await house.store.redemptions.get(house.tenant.merchantId, body.id)).toMatchObject(said);
    const reason = mark();
    const returned = await post<CounterSale>(`/v1/sales/${sale.id}/returns`, {
      amountCents: 1_000,
      reason,
      operator,
    });
    expect(returned.body.returns).toEqual([expect.objectContaining({ reason, operator })]);
  });
});
