import { createHmac } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { aProgram } from './builders';
import { saleUntil, sold } from './counter';
import type { CounterSale } from './counter';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import type { HttpClient } from './http-client';
import { plantInConsole } from './marked-console';
import { Planted } from './planted';
import type { Call, Described } from './planted';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

/*
 * Everything that a caller types is marked, in every field of every route of the OpenAPI document. None of the marks may be found
 * in a history, among the attributes of runs, or in a log. The number and the external id of a sale are shown there on purpose.
 */

let house: House;
/** The API, each call noted, each with a key that somebody typed. */
let api: HttpClient;
const planted = new Planted();
const mark = (): string => planted.mark();
const logged: string[] = [];
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (line: Buffer) => logged.push(line.toString('utf8')));
  house = await openHouse({ env: { LOG_LEVEL: 'info' }, log });
  api = noting(house.tenant.api);
});
afterAll(() => house.close());

const METHODS: Record<string, string> = { get: 'GET', put: 'PUT', post: 'POST', upload: 'POST' };

function noting(client: HttpClient): HttpClient {
  return new Proxy(client, {
    get(target, name) {
      const method = METHODS[String(name)];
      const call = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      if (method === undefined) return call;
      return (path: string, body: unknown) => {
        planted.sent(method, path, body);
        return call.call(target, path, body, `chave-${mark()}`);
      };
    },
  });
}

/** A call as somebody makes it who has mistaken what belongs into a path, and calls requests by documents. */
async function mistaken({ method, path, body }: Call): Promise<void> {
  planted.sent(method, path, body);
  const headers = {
    ...{ authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' },
    ...{ 'idempotency-key': mark(), 'x-request-id': document() },
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(house.url + path, { method, headers, ...sent });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
}

async function patch(path: string, body: object): Promise<void> {
  planted.sent('PATCH', path, body);
  const headers = { authorization: `Bearer ${api.apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(house.url + path, { method: 'PATCH', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
}

async function post<T = unknown>(path: string, body: object): Promise<T> {
  const answer = await api.post<T>(path, body);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const [STORE, SKU] = [mark(), mark()];
const actor = (storeId = mark()): object => ({ operator: mark(), storeId });

/** Rules of every outcome, and what a merchant types in them. */
const program = (): ReturnType<typeof aProgram> =>
  aProgram({
    name: mark(),
    earning: {
      combine: 'stack',
      rules: [
        { id: 'cashback-5', name: mark(), grant: { type: 'cashback', rateBps: 500 } },
        {
          id: 'loja',
          grant: { type: 'points', points: 1, perCents: 100 },
          when: { stores: [STORE], skus: [SKU] },
        },
        { id: 'outra', grant: { type: 'cashback', rateBps: 100 }, when: { stores: [mark()] } },
        { id: 'outros', grant: { type: 'cashback', rateBps: 100 }, when: { skus: [mark()] } },
        { id: 'grupo', grant: { type: 'cashback', rateBps: 100 }, when: { segment: mark() } },
        { id: 'vale', grant: { type: 'voucher', template: 'dez' } },
      ],
    },
    vouchers: {
      dez: { discount: { type: 'amount', cents: 500 }, validity: 'P60D', uses: 5, stores: [STORE] },
    },
  });

const address = (): string => `${mark()}@clientes.com.br`;
let mobiles = 0;
const mobile = (): string => planted.plant(`(11) 98765-${String(4_000 + (mobiles += 1))}`);
const document = (): string => planted.plant(cpf.generate());

let posted = 0;
function aMarkedSale(change: object = {}): Record<string, unknown> {
  posted += 1;
  return {
    ...{ channel: 'pos', externalId: `V-${posted}`, number: String(posted), marketplaceNumber: mark() },
    ...{ invoiceNumber: mark(), erpNumber: mark(), storeId: STORE },
    ...{ soldAt: new Date().toISOString(), totalCents: 10_000 },
    items: [
      { sku: SKU, name: mark(), totalCents: 4_000 },
      { sku: mark(), name: mark(), totalCents: 6_000 },
    ],
    customer: { name: mark(), document: document(), email: address(), phone: mobile() },
    status: 'completed',
    ...change,
  };
}

/** What staff do with balance, vouchers and goods. Answers whose it was. */
async function theCounter(): Promise<string> {
  const told = aMarkedSale();
  const sale = await sold({ api }, told);
  const customerId = sale.customerId!;
  const asked = { customerId, type: 'cashback', amountCents: 50, saleTotalCents: 9_000 };
  const reserve = async (): Promise<string> =>
    (await post<{ id: string }>('/v1/redemptions', { ...asked, saleRef: mark(), ...actor() })).id;
  await post(`/v1/redemptions/${await reserve()}/release`, actor());
  const used = await reserve();
  await post(`/v1/redemptions/${used}/confirm`, actor());
  await post(`/v1/redemptions/${used}/rollback`, actor());
  (await api.get(`/v1/redemptions/${used}`)).expect(200);
  await vouchers(sale);
  await post(`/v1/sales/${sale.id}/returns`, { items: [{ sku: SKU }], reason: mark(), ...actor() });
  const sku = mark();
  const refused = await api.post<{ detail: string }>(`/v1/sales/${sale.id}/returns`, { items: [{ sku }] });
  expect(refused.expect(422).body.detail).toContain(`O item ${sku} não está nesta venda`);
  await post(`/v1/sales/${sale.id}/returns`, { amountCents: 1_000, reason: mark(), ...actor() });
  return customerId;
}

async function vouchers({ id }: CounterSale): Promise<void> {
  const { benefit } = await saleUntil({ api }, id, (one) => one.benefit.vouchers.length > 0);
  const { code } = benefit.vouchers[0]!;
  const saleRef = mark();
  const use = { saleTotalCents: 9_000, saleRef };
  const asked = `operator=${mark()}&storeId=${mark()}&saleTotalCents=9000`;
  (await api.get(`/v1/vouchers/${code}?${asked}`)).expect(200);
  const elsewhere = await api.post<{ detail: string }>(`/v1/vouchers/${code}/redeem`, { ...use, ...actor() });
  expect(elsewhere.expect(422).body.detail).toContain(`só é aceito nestas lojas: ${STORE}`);
  await post(`/v1/vouchers/${code}/reserve`, { ...use, ...actor(STORE) });
  await post(`/v1/vouchers/${code}/release`, { saleRef, ...actor(STORE) });
  await post(`/v1/vouchers/${code}/redeem`, { ...use, ...actor(STORE) });
  await post(`/v1/vouchers/${code}/rollback`, { saleRef, ...actor(STORE) });
  (await api.get(`/v1/vouchers/${code}/attempts`)).expect(200);
  (await api.get(`/v1/voucher-attempts?operator=${mark()}&outcome=ok`)).expect(200);
}

/** Customers who are claimed for, adjusted, merged, told apart, and reviewed. */
async function thePeople(customerId: string): Promise<void> {
  const unidentified = ({ status }: CounterSale): boolean => status === 'unidentified';
  const nobody = await sold({ api }, aMarkedSale({ customer: null }), unidentified);
  const who = { name: mark(), document: document(), phone: mobile(), email: address() };
  await post(`/v1/sales/${nobody.id}/customer`, { ...who, ...actor() });
  const claimed = await saleUntil({ api }, nobody.id, ({ status }) => status === 'active');
  const adjustment = { type: 'cashback', cents: 100, reason: mark(), operator: mark() };
  await post(`/v1/customers/${customerId}/adjustments`, adjustment);
  await patch(`/v1/customers/${customerId}`, { segments: [mark()] });
  const merge = { from: claimed.customerId, reason: mark(), operator: mark(), force: true };
  const { id } = await post<{ id: string }>(`/v1/customers/${customerId}/merges`, merge);
  await post(`/v1/merges/${id}/undo`, { reason: mark(), operator: mark() });
  const [name, phone, email] = [`Ana ${mark()}`, mobile(), address()];
  for (const customer of [
    { name, phone },
    { name, email },
    { name, phone, email },
  ])
    await sold({ api }, aMarkedSale({ customer }));
  const reviews = await api.get<{ data: { id: string }[] }>('/v1/reviews');
  const review = reviews.expect(200).body.data[0]!;
  (await api.get(`/v1/reviews/${review.id}`)).expect(200);
  const decision = { decision: 'distinct', operator: mark(), reason: mark() };
  await post(`/v1/reviews/${review.id}/resolve`, decision);
  for (const part of ['', '/wallet', '/statement', '/merges'])
    (await api.get(`/v1/customers/${customerId}${part}`)).expect(200);
  await api.put('/v1/settings/stand-ins', { words: [mark()], emails: [address()], phones: [mobile()] });
  (await api.get('/v1/settings/stand-ins')).expect(200);
}

/** Two customers who have bought, and one of their sales. */
async function twoPeople(): Promise<{ customerId: string; otherId: string; saleId: string }> {
  const one = await sold({ api }, aMarkedSale());
  const other = await sold({ api }, aMarkedSale());
  return { customerId: one.customerId!, otherId: other.customerId!, saleId: one.id };
}

/** Programs that are tried out, files, and looks. */
async function theOffice(): Promise<void> {
  const { company, connectionId } = house.tenant;
  const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 8_000 });
  await post(`/v1/connections/${connectionId}/test-sale`, { orderId: String(order.id), program: program() });
  await patch(`/v1/connections/${connectionId}`, { timezone: 'America/Sao_Paulo' });
  await api.get(`/v1/connections/${connectionId}/account`);
  await post(`/v1/connections/${connectionId}/preview`, {
    completedSituations: [24],
    cancelledSituations: [],
  });
  await post('/v1/activation/checks', { connectionId });
  const { body: inForce } = await api.get<{ version: number }>('/v1/program');
  const approved = { connectionId, orderId: String(order.id), programVersion: inForce.version };
  await post('/v1/activation/reference-sale', approved);
  await post('/v1/activation/test-message', { channel: 'email' });
  for (const move of ['pause', 'go-live']) await post(`/v1/activation/${move}`, {});
  const simulation = await post<{ id: string }>('/v1/program/simulations', { program: program() });
  await ended(`/v1/program/simulations/${simulation.id}`);
  const header = 'Pedido;Data;Total;CPF;Nome;E-mail;Loja;Situação';
  const said = mark();
  const row = `A-1;03/11/2026 12:00;"100,00";${document()};${mark()};${address()};${mark()};${said}`;
  const path = `/v1/imports?kind=sales&status=situacao:${said}=completed`;
  const file = (await api.upload<{ id: string }>(path, `${header}\n${row}`)).expect(201);
  await ended(`/v1/imports/${file.body.id}`);
  for (const looked of [
    ...['/healthz', '/readyz', '/openapi.json', '/docs', '/v1/connections', '/v1/program', '/v1/alerts'],
    ...['/v1/messages', `/v1/messages/${mark()}`, `/v1/messages?customerId=${mark()}&saleId=${mark()}`],
    '/v1/activation',
    ...['/v1/program/regulation', '/v1/ledger/verify', `/v1/sales?number=${mark()}&customerId=${mark()}`],
    ...[`/v1/sales?channel=pos&externalId=${mark()}`, `/v1/customers?query=${mark()}`],
    ...[`/integrations/bling/connect?state=${mark()}&go=${mark()}`, '/integrations/bling/authorize'],
    ...[`/integrations/bling/callback?code=${mark()}&state=${mark()}&error=${mark()}`],
    `/webhooks/whatsapp?hub.mode=${mark()}&hub.verify_token=${mark()}&hub.challenge=${mark()}`,
  ])
    await api.get(looked);
  for (const webhook of ['/webhooks/bling', '/webhooks/whatsapp'])
    await api.post(webhook, { [mark()]: mark() });
  await anEventOfBling({
    eventId: mark(),
    event: mark(),
    companyId: mark(),
    date: '2026-11-03',
    data: mark(),
  });
}

/** An event as Bling signs it. */
async function anEventOfBling(event: object): Promise<void> {
  planted.sent('POST', '/webhooks/bling', event);
  const body = JSON.stringify(event);
  const secret = house.config.bling.clientSecret;
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-bling-signature-256': signature };
  const answer = await fetch(`${house.url}/webhooks/bling`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}

async function ended(path: string): Promise<void> {
  await until(`${path} to be over`, async () => {
    const { body } = await api.get<{ state: string }>(path);
    return body.state === 'finished';
  });
}

/** Ids of ours, lengths of time, zones and instants: nothing else is taken in these fields. */
const NO_TEXT =
  /(^|[. ])(after|before|before\[\]|validity|reservation|rollbackWindow|graceAfterRollback|timezone|customerId|from|orderId|accessKey|outcome)$/;
/** Shown in Temporal on purpose, and refused where it looks like a person's. */
const SHOWN = ['externalId', 'number'];

/** Everything of every run of the house: histories with their payloads, and what lists and descriptions show. */
async function everythingInTemporal(): Promise<{ runs: number; text: string }> {
  const texts: string[] = [];
  const query = `TaskQueue STARTS_WITH "${house.config.taskQueue}"`;
  for await (const { workflowId, runId } of house.client.workflow.list({ query })) {
    const handle = house.client.workflow.getHandle(workflowId, runId);
    texts.push(decoded(await handle.fetchHistory()), decoded((await handle.describe()).raw));
    const metadata = await handle.query<object>('__temporal_workflow_metadata');
    texts.push(JSON.stringify(metadata));
  }
  return { runs: texts.length / 3, text: texts.join('\n') };
}

describe('what callers type', () => {
  it('is planted in every field of every route, and is nowhere in Temporal or in the logs', async () => {
    (await api.put('/v1/program', program())).expect(200);
    const customerId = await theCounter();
    await thePeople(customerId);
    await theOffice();
    await plantInConsole(house, planted, { ...(await twoPeople()), program: program() });
    const document = (await api.get<Described>('/openapi.json')).expect(200).body;
    for (const call of planted.inPaths(document)) await mistaken(call);
    await mistaken({ method: 'GET', path: `/v1/${mark()}/${mark()}`, body: undefined });
    const isNoText = (field: string): boolean => NO_TEXT.test(field) || SHOWN.includes(field);
    expect(planted.left(document, isNoText)).toEqual([]);
    await until('the list to be complete', async () => (await everythingInTemporal()).runs >= 7);
    const { text } = await everythingInTemporal();
    expect(planted.texts.filter((one) => text.includes(one))).toEqual([]);
    expect(logged.length).toBeGreaterThan(10);
    const log = logged.join('');
    expect(planted.texts.filter((one) => log.includes(one))).toEqual([]);
  });

  it('is booked with its movement, word for word', async () => {
    const sale = await sold({ api }, aMarkedSale());
    const [saleRef, operator, storeId] = [mark(), mark(), mark()];
    const asked = { customerId: sale.customerId, type: 'cashback', amountCents: 50, saleTotalCents: 9_000 };
    const said = { saleRef, operator, storeId };
    const body = await post<{ id: string } & typeof said>('/v1/redemptions', { ...asked, ...said });
    expect(body).toMatchObject(said);
    expect(await house.store.redemptions.get(house.tenant.merchantId, body.id)).toMatchObject(said);
    const reason = mark();
    const returned = await post<CounterSale>(`/v1/sales/${sale.id}/returns`, {
      amountCents: 1_000,
      reason,
      operator,
    });
    expect(returned.returns).toEqual([expect.objectContaining({ reason, operator })]);
  });

  it('is refused as the id of a rule or a voucher where it looks like a person’s', async () => {
    const rule = (id: string): object => ({ id, grant: { type: 'cashback', rateBps: 500 } });
    for (const id of ['52998224725', '529-982-247-25', '11987654321']) {
      const answer = await api.put<{ errors: { field: string }[] }>(
        '/v1/program?dryRun=true',
        aProgram({ earning: { rules: [rule(id)] } } as object),
      );
      expect(answer.expect(422).body.errors).toMatchObject([{ field: 'earning.rules[0].id' }]);
    }
  });
});
