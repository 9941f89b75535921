import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { COLLECTIONS } from '../../src/store/collections';
import { figuresOf } from '../../src/store-figures';
import { NO_STAND_INS } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { accessCalls } from './access-calls';
import { anEventfulShop, EVENTFUL_PROGRAM } from './eventful-shop';
import { openHouse } from './house';
import type { House } from './house';
import type { HttpClient } from './http-client';
import { inWords, namesMerchant, profiledCalls, stagesOf } from './profiled';
import type { ProfiledCall } from './profiled';
import { FIGURES } from './figure-calls';
import { followUpsAsked, messagesAsked } from './message-queries';
import { aFailedSimulation } from './simulation-queries';
import { connectionAsked } from './connection-queries';
import { aReconciliation } from './reconciliation-calls';
import { ownSay } from './own-say-calls';
import { REGISTRIES } from './registries';
import { contactsImported } from './contact-import-queries';
import { searchCalls } from './search-calls';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

/** Which calls of the store were made, as `room.call`. */
const called = new Set<string>();

/** The store, noting what is called. */
function noting(store: Store): Store {
  const rooms = Object.entries<unknown>({ ...store }).map(([room, calls]): [string, unknown] =>
    typeof calls === 'function' ? [room, calls] : [room, noted(room, calls as object)],
  );
  return Object.fromEntries(rooms) as unknown as Store;
}

function noted(room: string, calls: object): object {
  return new Proxy(calls, {
    get(target, name) {
      called.add(`${room}.${String(name)}`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

let house: House;
let database: Connection;
let calls: ProfiledCall[];
beforeAll(async () => {
  house = await openHouse({ program: EVENTFUL_PROGRAM, watch: noting });
  database = await mongoose.createConnection(house.config.mongodbUri).asPromise();
  // Of MongoDB's own size it would forget what came first.
  await database
    .createCollection('system.profile', { capped: true, size: 64 * 2 ** 20 })
    .catch(() => undefined);
  await database.db!.command({ profile: 2 });
  const shop = await anEventfulShop(house);
  await everythingElse(house, shop);
  await ownSay(house, shop.customers.ana);
  await database.db!.command({ profile: 0 });
  calls = await profiledCalls(database);
});
afterAll(async () => {
  await database.close();
  await house.close();
});

/** Lists, pages and looks that a day at the shop does not need. */
async function everythingElse(
  { tenant: { api, merchantId, company }, store }: House,
  { customers, sales, vouchers, redemptions, merges }: Awaited<ReturnType<typeof anEventfulShop>>,
): Promise<void> {
  const now = new Date();
  const later = new Date(now.getTime() + 60_000);
  const place = { before: later, beforeId: 'x', limit: 2 };
  const seen = (path: string): Promise<unknown> => api.get(path).then((answer) => answer.expect(200));
  for (const path of [
    ...['/v1/sales', '/v1/reviews', '/v1/alerts', '/v1/voucher-attempts', '/v1/connections', '/v1/program'],
    '/v1/activation',
    ...['/v1/ledger/verify', '/v1/program/regulation', '/v1/reviews?state=all&kind=same_sale'],
    ...[
      `/v1/sales?customerId=${customers.ana}`,
      `/v1/sales?channel=pos`,
      `/v1/sales/${sales.paid}`,
      `/v1/sales/${sales.paid}/run`,
    ],
    ...searchCalls(later),
    ...[`/v1/customers/${customers.ana}`, `/v1/customers/${customers.ana}/wallet`],
    `/v1/redemptions/${redemptions.byId}`,
    ...['statement?before=9', 'merges', 'page'].map((part) => `/v1/customers/${customers.ana}/${part}`),
    ...[`/v1/vouchers/${vouchers.used}`, `/v1/vouchers/${vouchers.used}/attempts`],
    ...['/v1/voucher-attempts?operator=caixa+2&outcome=ok'],
    ...FIGURES,
    '/v1/sales?storeId=centro',
    ...['/v1/overview', '/v1/overview?storeId=centro', '/v1/imports', '/v1/program/versions'],
    ...[`/v1/customers/${customers.ana}/purchases`, '/v1/program/versions/1'],
    `/v1/customers/${customers.ana}/merges/preview?with=${customers.company}`,
    ...['/v1/attempts', '/v1/attempts?storeId=centro', '/v1/attempts?everywhere=true'],
    ...['/v1/counter?query=1001', '/v1/counter?query=ana+s', `/v1/counter?query=${vouchers.used}`],
  ])
    await seen(path);
  await store.sales.list(merchantId, { customerId: customers.ana, ...place });
  await store.sales.namingInvoice({ merchantId, connectionId: 'con_1', invoiceId: '23456789012' });
  await listsOfDays(store, merchantId, customers.ana, place);
  await store.reviews.list(merchantId, { state: 'open', kind: 'same_sale', ...place });
  await store.reviews.list(merchantId, place);
  await store.alerts.list(merchantId, { state: 'open', ...place });
  await store.alerts.list(merchantId, { state: 'all', ...place });
  await store.voucherAttempts.list(merchantId, { operator: 'caixa 1' }, place);
  await store.imports.list(merchantId, place);
  const granted = { flow: 'granted', benefit: 'cashback', from: new Date(0), end: later } as const;
  const source = { storeId: 'centro', shops: [] };
  await store.reports.movements(merchantId, { ...granted, ...place });
  await store.reports.movements(merchantId, { ...granted, ...place, source });
  const held = { benefit: 'cashback', state: 'active', now, limit: 2, ends: null } as const;
  for (const before of [new Date(0), now])
    for (const asked of [held, { ...held, source }])
      await store.reports.lots(merchantId, { ...asked, before, beforeId: 'x' });
  await store.programs.list(merchantId, { before: 2, limit: 2 });
  const day = { from: new Date(0), until: later };
  for (const from of [{ limit: 2 }, place, { before: now, limit: 2 }])
    for (const stores of [undefined, ['centro', '205']])
      await store.counterAttempts.list(merchantId, { ...day, stores }, from);
  await store.voucherAttempts.list(merchantId, { stores: ['centro'] }, place);
  await store.alerts.resolve({ merchantId, kind: 'ledger_misfit', subject: 'exemplo' }, now);
  const simulated = { program: EVENTFUL_PROGRAM };
  (await api.post('/v1/program/simulations', simulated)).expect(201);
  for await (const page of store.past.sales(merchantId, { from: new Date(0), end: later })) void page;
  await store.past.uses(merchantId, { from: new Date(0), end: later });
  await store.past.adjustments(merchantId, { from: new Date(0), end: later });
  await store.past.segments(merchantId);
  await store.redemptions.undoneOfSale(merchantId, [sales.paid]);
  const read = { providerId: 'wamid.1', state: 'read' as const, reason: null, at: now.getTime() };
  const report = { ...read, senderId: '104857600', user: 'BR.1502576394655843' };
  await store.messages.report([{ ...report, messageId: null }], later);
  await store.messages.report([{ ...report, messageId: `${merchantId}/sal_x/earned/whatsapp` }], later);
  await store.messages.untoldOf([{ messageId: null, providerId: 'wamid.1' }]);
  await store.messages.untoldOf([
    { messageId: `${merchantId}/sal_x/earned/whatsapp`, providerId: 'wamid.1' },
  ]);
  await store.messages.untold(merchantId, 10);
  await store.messages.customersOf(merchantId, report.user);
  await store.messages.told({
    ...{ id: `${merchantId}/sal_x/earned/whatsapp`, merchantId, saleId: 'sal_x', state: 'failed' },
  });
  await store.messages.reportedSince(merchantId, '104857600', now);
  await whatHappensSeldom(store, merchantId);
  await accessCalls(store, merchantId);
  const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 8_000 });
  const [connection] = await store.connections.list(merchantId);
  (await api.post(`/v1/connections/${connection!.id}/test-sale`, { orderId: order.id })).expect(200);
  (await api.get(`/v1/connections/${connection!.id}/account`)).expect(200);
  const choice = { completedSituations: [9, 24], cancelledSituations: [12] };
  (await api.post(`/v1/connections/${connection!.id}/preview`, choice)).expect(200);
  await aReconciliation(house, connection!.id);
  const { body: inForce } = await api.get<{ version: number }>('/v1/program');
  const approved = {
    ...{ connectionId: connection!.id, orderId: String(order.id), programVersion: inForce.version },
  };
  (await api.post('/v1/activation/checks', { connectionId: connection!.id })).expect(200);
  (await api.post('/v1/activation/reference-sale', approved)).expect(200);
  for (const move of ['pause', 'go-live']) (await api.post(`/v1/activation/${move}`, {})).expect(200);
  const consents = [{ channel: 'email', given: true, text: 'Aceito.' }];
  const registered = { name: 'Ana Souza', document: '529.982.247-25', consents };
  (await api.post('/v1/customers', registered)).expect(201);
  await seen(`/v1/customers/${customers.ana}/consents`);
  (await api.post('/v1/program/try', { saleId: sales.paid })).expect(200);
  (await api.post('/v1/program/preview', { program: EVENTFUL_PROGRAM })).expect(200);
  const dry = 'id;data;total;cliente;cpf\nP-1;20/11/2026;129,90;Ana Souza;529.982.247-25\n';
  for (const [kind, file] of [
    ['sales', dry],
    ['customers', 'nome;cpf\nAna Souza;529.982.247-25\n'],
  ] as const)
    await imported(api, `/v1/imports?kind=${kind}&dryRun=true`, file);
  await store.merges.get(merchantId, merges.live);
  await store.customers.setSegments(merchantId, customers.ana, ['vip'], now);
  await store.customers.current(merchantId, customers.mail);
  const [review] = await store.reviews.list(merchantId, { limit: 1 });
  await store.reviews.get(merchantId, review!.id);
  await store.reviews.resolve(
    merchantId,
    review!.id,
    { decision: 'distinct', operator: null, reason: null },
    now,
  );
}

async function whatHappensSeldom(store: Store, merchantId: string): Promise<void> {
  const now = new Date();
  await store.merchants.bootstrap('a-key-of-nobody-here', now);
  await store.merchants.get(merchantId);
  await store.merchants.standIns(merchantId);
  await store.merchants.setStandIns(merchantId, NO_STAND_INS);
  await store.merchants.ids({ after: null, limit: 10 });
  const id = await connectionAsked(store, merchantId, now);
  await messagesAsked(store, merchantId, now);
  await followUpsAsked(store, merchantId, now);
  const request = { merchantId, route: 'POST /v1/x', key: 'x', bodyHash: 'x' };
  await store.idempotency.abandon(request);
  await aFailedSimulation(store, merchantId, now);
  const place = { at: 0, id: '' };
  await store.sales.overdue(merchantId, now, place, 10);
  await store.redemptions.overdue(merchantId, now, place, 10);
  await store.redemptions.overdueVouchers(merchantId, now, place, 10);
  await store.redemptions.unwoken(merchantId, now, place, 10);
  await store.imports.unfinished(merchantId, now, place, 10);
  await store.imports.end(merchantId, 'imp_x', 'failed', now);
  await contactsImported(store, merchantId, id, now);
  await store.simulations.unfinished(merchantId, now, place, 10, now);
  await store.merges.unfinished(merchantId, now, place, 10);
  await store.merges.inParts(merchantId, now, 10);
  await store.sales.dropClaim(merchantId, 'sal_x', 'call_x');
  await store.commands.withdraw(merchantId, 'call_x', now);
  await store.alerts.resolve({ merchantId, kind: 'step_defect' }, now, now);
  await figuresOf(store);
  store.clock.estimate();
  await store.tokenTurns.take();
  await store.tokenTurns.pausedMs();
  await store.tokenTurns.count();
  await store.tokenTurns.pause(1);
  await store.callPlaces.report('stopped', { kind: 'refused', why: 'day', pauseMs: 60_000 });
  await store.callPlaces.take('stopped', { key: 'sale', class: 'sale' });
  await store.callPlaces.erred();
  await store.callPlaces.standBack('stopped', { key: 'another sale', class: 'sale' });
  await store.callPlaces.restOn('stopped');
  await store.callPlaces.endRest('stopped');
  for (const one of await store.callPlaces.resting('stopped')) await store.callPlaces.leave('stopped', one);
  await store.callPlaces.leave('stopped', { key: 'nobody', rests: 1 });
  await store.callStops.of(['stopped']);
  await store.ledger.parts(merchantId);
  await store.ledger.verifySeals(merchantId);
  const [use] = await store.past.uses(merchantId, {
    from: new Date(0),
    end: new Date(now.getTime() + DAY_MS),
  });
  const kept = (await store.redemptions.get(merchantId, use!.id))!;
  await store.ledger.inclusion(merchantId, kept.customerId);
  await store.redemptions.keepSale(merchantId, kept, kept.saleId, now.getTime());
  await store.redemptions.unwokenBy(merchantId, kept.id, ['sal_x']);
  await store.redemptions.drawnOn(merchantId, kept);
  await store.redemptions.woken(merchantId, [kept]);
}

/** Days alone and with each other filter, from the beginning, and from after a place on. */
async function listsOfDays(
  store: Store,
  merchantId: string,
  customerId: string,
  place: { before: Date; beforeId: string; limit: number },
): Promise<void> {
  const days = { soldFrom: new Date(0), soldBefore: place.before };
  for (const other of [
    {},
    { customerId },
    { channel: 'pos' as const },
    { statuses: ['active'] as const },
    { statuses: ['active', 'used'] as const, asOf: new Date() },
    { number: '10231' },
    { stores: ['205', 'str_x'] },
    { stores: ['205'], statuses: ['active'] as const, asOf: new Date() },
    { customerId, statuses: ['active'] as const, channel: 'pos' as const },
    { statuses: ['active'] as const, asOf: new Date() },
  ])
    for (const some of [days, { soldFrom: days.soldFrom }, { soldBefore: days.soldBefore }])
      for (const from of [{ limit: 2 }, place, { before: place.before, limit: 2 }])
        await store.sales.list(merchantId, { ...some, ...other, ...from });
}

const DAY_MS = 86_400_000;

async function imported(api: HttpClient, path: string, file: string): Promise<void> {
  const { id } = (await api.upload<{ id: string }>(path, file)).expect(201).body;
  await until('the file to be looked at', async () => {
    const { body } = await api.get<{ state: string }>(`/v1/imports/${id}`);
    return body.state === 'finished';
  });
}

/** Asked by a provider's report that names no message of ours. */
const OF_ANY_MERCHANT = ['messages providerId'];

/** Asked by the proof for what is one merchant's by its ids and says that it is another's. */
const STRAYS = ['rule_budgets merchantId'];

describe('every call of the store', () => {
  it('goes along an index and sorts nothing in memory', async () => {
    const found: string[] = [];
    for (const call of calls) {
      const stages = await stagesOf(database, call);
      if (stages.includes('COLLSCAN') || stages.includes('SORT')) found.push(inWords(call, stages));
    }
    expect(found).toEqual([]);
  });

  it('asks for one merchant', () => {
    const others = calls.filter(
      ({ collection, filter }) =>
        !REGISTRIES.includes(collection) &&
        ![...OF_ANY_MERCHANT, ...STRAYS].includes(`${collection} ${Object.keys(filter)[0]}`) &&
        !namesMerchant(filter),
    );
    expect(others.map((call) => inWords(call))).toEqual([]);
  });

  it('is made in this test', () => {
    const rooms = Object.entries(house.store).filter(([, calls]) => typeof calls === 'object');
    const all = rooms.flatMap(([room, calls]) =>
      Object.keys(calls as object).map((name) => `${room}.${name}`),
    );
    expect(all.filter((name) => !called.has(name))).toEqual([]);
  });
});

describe('every document', () => {
  it('names its merchant, but in registries', async () => {
    const without: string[] = [];
    for (const { name } of await database.listCollections()) {
      if (REGISTRIES.includes(name) || name.startsWith('system.')) continue;
      const nobodys = await database
        .collection(name)
        .countDocuments({ merchantId: { $not: { $type: 'string' } } });
      if (nobodys > 0) without.push(name);
    }
    expect(without).toEqual([]);
  });
});

describe('every index', () => {
  it('begins with the merchant, but of registries, of what lapses by its date, and of what a provider calls a message', () => {
    const others = COLLECTIONS.filter(({ collection }) => !REGISTRIES.includes(collection)).flatMap(
      ({ collection, indexes }) =>
        indexes
          .filter(
            ({ key, expireAfterSeconds }) =>
              Object.keys(key)[0] !== 'merchantId' && expireAfterSeconds === null,
          )
          .map(({ key }) => `${collection} ${Object.keys(key).join(', ')}`),
    );
    expect(others).toEqual(OF_ANY_MERCHANT);
  });
});
