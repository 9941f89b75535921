import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Redemption } from '../../../src/loyalty';
import type { Membership } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import {
  aCustomer,
  aRedemption,
  aReserveBody,
  aSale,
  aVoucherLot,
  aWallet,
  CODE,
  MINE,
  NOW,
} from '../builders';
import { aKeyCaller, signedIn } from '../callers';
import { aUse } from '../redemption/a-voucher';

/** As an id is written, so that it is known for one. */
const ANA = 'ana00000000000000000';
const CENTRO = 'str_1';

type Verb = 'get' | 'post' | 'patch';

function as(
  api: AnApi,
  role: Membership['role'],
  storeIds: string[] | null = null,
  who = ANA,
): (verb: Verb, path: string, body?: object) => request.Test {
  const cookie = signedIn(api.holds, { merchantId: MINE, role, storeIds }, who);
  let calls = 0;
  return (verb, path, body) => {
    const call = request(api.app)[verb](path).set('cookie', cookie).set('origin', 'http://localhost:3000');
    const keyed = verb === 'post' ? call.set('idempotency-key', `k-${(calls += 1)}`) : call;
    return body ? keyed.send(body) : keyed;
  };
}

/** The store of the centre, which the channel 205 of Bling means. */
const shops = [
  {
    ...{ id: CENTRO, merchantId: MINE, name: 'Centro', zone: 'America/Sao_Paulo', channels: ['205'] },
    ...{ documents: ['11222333000181'], createdAt: new Date(NOW) },
  },
];

describe('documents', () => {
  const company = aCustomer({ id: 'cus_2', document: { kind: 'cnpj', value: '12ABC34501DE35' } });
  const values = (body: unknown): unknown =>
    (body as { data: { document: { value: string } }[] }).data.map(({ document }) => document.value);

  it.each(['staff', 'till'] as const)('are shown to %s by three digits alone', async (who) => {
    const api = anApi({ customers: [aCustomer(), company] });
    const till = aKeyCaller(MINE, 'till', 'till');
    api.holds.keys.set('rk_till', till);
    const staff = as(api, 'staff');
    const ask = (path: string): request.Test =>
      who === 'staff'
        ? staff('get', path)
        : request(api.app).get(path).set('authorization', 'Bearer rk_till');
    const found = await ask('/v1/customers?query=Maria').expect(200);
    expect(values(found.body)).toEqual(['***.***.247-**', '**.***.345/****-**']);
    const one = await ask('/v1/customers/cus_1').expect(200);
    expect(one.body).toMatchObject({ document: { kind: 'cpf', value: '***.***.247-**' } });
  });

  it('are shown whole to managers and keys that only read', async () => {
    const api = anApi();
    api.holds.keys.set('rk_read', aKeyCaller(MINE, 'read', 'read'));
    const manager = await as(api, 'manager')('get', '/v1/customers?query=Maria').expect(200);
    const read = await request(api.app)
      .get('/v1/customers?query=Maria')
      .set('authorization', 'Bearer rk_read')
      .expect(200);
    for (const { body } of [manager, read]) expect(values(body)).toEqual(['52998224725']);
  });
});

describe('staff of some stores', () => {
  const sales = [
    aSale({ content: { storeId: '205' } }),
    aSale({ id: 'sal_2', content: { storeId: CENTRO } }),
    aSale({ id: 'sal_3', content: { storeId: '206' } }),
    aSale({ id: 'sal_4', content: { storeId: null } }),
  ];
  const ids = (body: unknown): string[] => (body as { data: { id: string }[] }).data.map(({ id }) => id);

  it('see the sales of these stores, and no others', async () => {
    const api = anApi({ sales, shops });
    const ask = as(api, 'staff', [CENTRO]);
    expect(ids((await ask('get', '/v1/sales').expect(200)).body).sort()).toEqual(['sal_1', 'sal_2']);
    expect(ids((await ask('get', '/v1/sales?storeId=none').expect(200)).body)).toEqual([]);
    await ask('get', '/v1/sales/sal_2').expect(200);
    const bought = await ask('get', '/v1/customers/cus_1/purchases').expect(200);
    expect(ids(bought.body).sort()).toEqual(['sal_1', 'sal_2']);
    for (const id of ['sal_3', 'sal_4'])
      for (const [verb, path, body] of [
        ['get', `/v1/sales/${id}`, undefined],
        ['get', `/v1/sales/${id}/run`, undefined],
        ['post', `/v1/sales/${id}/returns`, { amountCents: 100, storeId: CENTRO }],
        ['post', `/v1/sales/${id}/customer`, { customerId: 'cus_1', storeId: CENTRO }],
      ] as const)
        expect(problemIn(await ask(verb, path, body).expect(404)).code).toBe('sale_not_found');
    expect(api.runs.saleUpdates).toEqual([]);
  });

  it('see all where they are bound to none', async () => {
    const api = anApi({ sales, shops });
    const staff = as(api, 'staff');
    expect(ids((await staff('get', '/v1/sales').expect(200)).body)).toHaveLength(4);
    const nowhere = await staff('get', '/v1/sales?storeId=none').expect(200);
    expect(ids(nowhere.body)).toEqual(['sal_4']);
  });

  it('act in their only store without saying so, and in no other', async () => {
    const api = anApi();
    const ask = as(api, 'staff', [CENTRO]);
    await ask('post', '/v1/redemptions', aReserveBody()).expect(201);
    expect(api.runs.updates[0]?.request).toMatchObject({ storeId: CENTRO });
    const elsewhere = await ask('post', '/v1/redemptions', aReserveBody({ storeId: 'str_2' })).expect(403);
    expect(problemIn(elsewhere)).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('storeId'),
    });
  });

  it('say in which one they are where they have several', async () => {
    const ask = as(anApi(), 'staff', [CENTRO, 'str_2']);
    const answer = await ask('post', '/v1/redemptions', aReserveBody()).expect(422);
    expect(problemIn(answer).errors).toMatchObject([{ field: 'storeId' }]);
    await ask('post', '/v1/redemptions', aReserveBody({ storeId: 'str_2' })).expect(201);
  });

  it('undo nothing of another store', async () => {
    const api = anApi({ redemptions: [aRedemption({ storeId: 'str_2' })] });
    const ask = as(api, 'staff', [CENTRO]);
    await ask('post', '/v1/redemptions/red_1/rollback').expect(403);
    expect(api.runs.updates).toEqual([]);
  });

  it.each<[string, Partial<Redemption>, number]>([
    ['in their store', { storeId: CENTRO }, 200],
    ['in their store, by a till that calls it by its channel', { storeId: '205' }, 200],
    ['in no store, by themselves', { storeId: null, operator: `per_${ANA}` }, 200],
    ['in no store, by somebody else', { storeId: null, operator: 'caixa 1' }, 403],
    ['in another store', { storeId: 'str_2' }, 403],
  ])('undo, let go and redeem what was done %s, accordingly', async (_where, use, status) => {
    for (const [move, body, state] of [
      ['release', undefined, { state: 'reserved' }],
      ['redeem', { saleTotalCents: 12_900, saleRef: '10231' }, { state: 'reserved' }],
      ['rollback', undefined, { state: 'confirmed', confirmedAt: NOW }],
    ] as const) {
      const buckets = state.state === 'reserved' ? { reserved: 1 } : { spent: 1 };
      const wallet = {
        ...aWallet(aVoucherLot({ buckets })),
        redemptions: [aUse({ saleRef: '10231', ...use, ...state })],
      };
      const api = anApi({ wallets: new Map([['cus_1', wallet]]), shops });
      await as(api, 'staff', [CENTRO])('post', `/v1/vouchers/${CODE}/${move}`, body).expect(status);
      expect(api.runs.saleUpdates).toHaveLength(status === 200 ? 1 : 0);
    }
  });

  it('undo their own use of a voucher that another store has used since', async () => {
    const used = (id: string, storeId: string, at: number): Redemption =>
      aUse({ id, storeId, state: 'confirmed', reservedAt: at, confirmedAt: at });
    const redemptions = [used('red_own', CENTRO, NOW - 2), used('red_theirs', 'str_2', NOW - 1)];
    const wallet = { ...aWallet(aVoucherLot({ buckets: { spent: 2 } })), redemptions };
    const api = anApi({ wallets: new Map([['cus_1', wallet]]), shops });
    const ask = as(api, 'staff', [CENTRO]);
    const path = `/v1/vouchers/${CODE}/rollback`;
    await ask('post', path, { redemptionId: 'red_theirs' }).expect(403);
    expect(api.runs.saleUpdates).toEqual([]);
    await ask('post', path, { redemptionId: 'red_own' }).expect(200);
  });

  it('are shown uses of their stores, and of none, but of no other', async () => {
    const shown = async (storeId: string | null): Promise<number> => {
      const api = anApi({ redemptions: [aRedemption({ storeId })], shops });
      return (await as(api, 'staff', [CENTRO])('get', '/v1/redemptions/red_1')).status;
    };
    expect(await Promise.all([CENTRO, '205', null, 'str_2'].map(shown))).toEqual([200, 200, 200, 404]);
  });

  it('change no sale of another store that counts in place of one of theirs', async () => {
    const there = aSale({ id: 'sal_2', content: { storeId: '206' } });
    const here = aSale({ content: { storeId: '205' }, purchase: { duplicateOf: 'sal_2' } });
    const api = anApi({ sales: [here, there], shops });
    const ask = as(api, 'staff', [CENTRO]);
    await ask('post', '/v1/sales/sal_1/returns', { amountCents: 100 }).expect(404);
    await ask('post', '/v1/sales/sal_1/customer', { customerId: 'cus_1' }).expect(404);
    expect(api.runs.saleUpdates).toEqual([]);
  });

  it('undo balance that was used in no store only if they used it, as managers do', async () => {
    const api = anApi({ redemptions: [aRedemption({ storeId: null, operator: 'caixa 1' })], shops });
    const ask = as(api, 'staff', [CENTRO]);
    await ask('post', '/v1/redemptions/red_1/rollback').expect(403);
    api.holds.redemptions[0] = aRedemption({ storeId: null, operator: `per_${ANA}` });
    await ask('post', '/v1/redemptions/red_1/rollback').expect(200);
  });

  it('see the codes that were tried in their stores, by whichever of their names', async () => {
    const api = anApi({ shops });
    for (const storeId of ['205', CENTRO, '206'])
      await api.get(`/v1/vouchers/AAAA-BBBB-CCCC?storeId=${storeId}`).expect(404);
    const answer = await as(api, 'staff', [CENTRO])('get', '/v1/voucher-attempts').expect(200);
    const tried = (answer.body as { data: { storeId: string }[] }).data.map(({ storeId }) => storeId);
    expect(tried.sort()).toEqual(['205', CENTRO]);
  });

  it('see of a voucher what was tried with it in their stores', async () => {
    const api = anApi({ wallets: new Map([['cus_1', aWallet(aVoucherLot())]]), shops });
    for (const storeId of ['205', '206'])
      await api.get(`/v1/vouchers/${CODE}?storeId=${storeId}`).expect(200);
    const answer = await as(api, 'staff', [CENTRO])('get', `/v1/vouchers/${CODE}/attempts`).expect(200);
    expect(answer.body).toMatchObject({ data: [{ storeId: '205' }] });
  });

  it('act in it by whichever of its names, and what is done there is kept by its id', async () => {
    const api = anApi({ shops, redemptions: [] });
    const ask = as(api, 'staff', [CENTRO]);
    await ask('post', '/v1/redemptions', aReserveBody({ storeId: '205' })).expect(201);
    await api.post('/v1/redemptions', aReserveBody({ storeId: '205' })).expect(201);
    await api.post('/v1/redemptions', aReserveBody({ storeId: '11.222.333/0001-81' }), 'k2').expect(201);
    await api.post('/v1/redemptions', aReserveBody({ storeId: '206' }), 'k3').expect(201);
    const kept = api.runs.updates.map(({ request }) => (request as { storeId: string }).storeId);
    expect(kept).toEqual([CENTRO, CENTRO, CENTRO, '206']);
    await ask('post', '/v1/redemptions', aReserveBody({ storeId: '206' })).expect(403);
  });

  it.each([['205'], [CENTRO]])('use a voucher that is limited to the store called %s', async (called) => {
    const lot = aVoucherLot();
    const wallet = aWallet({ ...lot, voucher: { ...lot.voucher!, stores: [called] } });
    const api = anApi({ wallets: new Map([['cus_1', wallet]]), shops });
    const ask = as(api, 'staff', [CENTRO]);
    const look = await ask('get', `/v1/vouchers/${CODE}`).expect(200);
    expect(look.body).toMatchObject({ refusal: null });
    await ask('post', `/v1/vouchers/${CODE}/redeem`, { saleTotalCents: 12_900 }).expect(200);
    const other = { saleTotalCents: 12_900, storeId: called === '205' ? CENTRO : '205' };
    await api.post(`/v1/vouchers/${CODE}/reserve`, other).expect(201);
    expect(api.runs.saleUpdates.map(({ request }) => (request as { storeId: string }).storeId)).toEqual([
      called,
      called,
    ]);
  });

  it('see what was tried in their stores on a day, by whichever of their names', async () => {
    const api = anApi({ shops, redemptions: [] });
    for (const [n, storeId] of ['205', CENTRO, '206', undefined].entries())
      await api.post('/v1/redemptions', aReserveBody({ storeId }), `t-${n}`).expect(201);
    const stores = ({ body }: { body: unknown }): string[] =>
      (body as { data: { storeId: string | null }[] }).data.map(({ storeId }) => String(storeId)).sort();
    const staff = as(api, 'staff', [CENTRO]);
    for (const asked of ['', '?everywhere=true'])
      expect(stores(await staff('get', `/v1/attempts${asked}`).expect(200))).toEqual(['205', CENTRO]);
    expect(stores(await api.get('/v1/attempts?storeId=205').expect(200))).toEqual(['205', CENTRO]);
    const manager = as(api, 'manager', null, 'bia00000000000000000');
    const all = await manager('get', '/v1/attempts?storeId=205&everywhere=true').expect(200);
    expect(stores(all)).toEqual(['205', '206', 'null', CENTRO]);
  });
});

describe('who acts', () => {
  it('has idempotency keys of their own, and is answered again by theirs', async () => {
    const api = anApi({ redemptions: [] });
    const [ana, bia] = ['ana', 'bia'].map((id) => {
      const cookie = signedIn(api.holds, { merchantId: MINE, role: 'staff', storeIds: null }, id);
      return () =>
        request(api.app)
          .post('/v1/redemptions')
          .set({ cookie, origin: 'http://localhost:3000', 'idempotency-key': 'k' })
          .send(aReserveBody());
    });
    await ana!().expect(201);
    await bia!().expect(201);
    expect((await ana!().expect(201)).headers['idempotency-replayed']).toBe('true');
    const [first, second] = api.runs.updates.map(({ input }) => input);
    expect(first).not.toEqual(second);
    expect(api.runs.updates).toHaveLength(2);
  });

  it('is whoever has signed in, by id, whatever the call says', async () => {
    const api = anApi();
    const ask = as(api, 'manager');
    await ask('post', '/v1/redemptions', aReserveBody({ operator: 'Chefe' })).expect(201);
    await ask('post', '/v1/sales/sal_1/returns', { amountCents: 100, operator: 'Chefe' }).expect(201);
    expect(api.runs.updates[0]?.request).toMatchObject({ operator: `per_${ANA}` });
    expect(api.runs.saleUpdates[0]?.request).toMatchObject({ operator: `per_${ANA}` });
    expect(JSON.stringify([api.runs.updates, api.runs.saleUpdates])).not.toMatch(/Souza|Chefe/);
    expect(api.logged()).not.toMatch(/Souza|Chefe/);
  });

  it('is told by name to whoever reads of it, and by id where there is nobody any more', async () => {
    const api = anApi({ redemptions: [aRedemption({ operator: `per_${ANA}` })] });
    const ask = as(api, 'owner');
    const shown = await ask('get', '/v1/redemptions/red_1').expect(200);
    expect(shown.body).toMatchObject({ operator: 'Ana Souza' });
    api.holds.people.pop();
    const later = await api.get('/v1/redemptions/red_1').expect(200);
    expect(later.body).toMatchObject({ operator: `per_${ANA}` });
  });

  it('is with a key whom the call names, but nobody who signs in', async () => {
    const api = anApi();
    await api.post('/v1/redemptions', aReserveBody({ operator: 'caixa 1' })).expect(201);
    expect(api.runs.updates[0]?.request).toMatchObject({ operator: 'caixa 1' });
    const other = await api
      .post('/v1/redemptions', aReserveBody({ operator: `per_${ANA}` }), 'k2')
      .expect(422);
    expect(problemIn(other).errors).toMatchObject([{ field: 'operator' }]);
  });

  it('is locked for guessing before who works beside them, and all at one address after fifty', async () => {
    const api = anApi();
    const people = ['ana', 'bia', 'caio', 'duda', 'enzo', 'fabi'].map((name) =>
      as(api, 'staff', null, name.padEnd(20, '0')),
    );
    const guess = async (who: number): Promise<number> =>
      (await people[who]!('get', '/v1/vouchers/AAAA-BBBB-CCCC')).status;
    for (let who = 0; who < 5; who += 1) for (let n = 0; n < 10; n += 1) expect(await guess(who)).toBe(404);
    expect(await guess(0)).toBe(429);
    expect(await guess(5)).toBe(429);
  });

  it('is kept with each try of a code, and locked for guessing', async () => {
    const api = anApi();
    const ask = as(api, 'staff');
    for (let n = 0; n < 10; n += 1)
      await ask('get', '/v1/vouchers/AAAA-BBBB-CCCC?operator=Chefe').expect(404);
    await ask('get', '/v1/vouchers/AAAA-BBBB-CCCC').expect(429);
    expect(api.holds.attempts[0]).toMatchObject({ operator: `per_${ANA}`, caller: `per_${ANA}` });
  });
});
