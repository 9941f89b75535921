import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { loadConfig } from '../../../src/config';
import { resourceRoutes } from '../../../src/api/routes';
import { ACTS, StaffFirst } from '../../../src/api/http';
import type { AppDeps } from '../../../src/api/http';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY, NOW, THEIRS } from '../builders';
import { aKeyCaller } from '../callers';

/** What writes and is not in the audit, with where it is told instead. */
const TOLD_ELSEWHERE: Record<string, string> = {
  'post /v1/sales': 'the timeline of the sale',
  'post /v1/sales/{id}/customer': 'the timeline of the sale',
  'post /v1/redemptions': 'the ledger',
  'post /v1/redemptions/{id}/confirm': 'the ledger',
  'post /v1/redemptions/{id}/release': 'the ledger',
  'post /v1/redemptions/{id}/rollback': 'the ledger',
  'post /v1/vouchers/{code}/reserve': 'the attempts and the ledger',
  'post /v1/vouchers/{code}/redeem': 'the attempts and the ledger',
  'post /v1/vouchers/{code}/release': 'the attempts and the ledger',
  'post /v1/vouchers/{code}/rollback': 'the attempts and the ledger',
  'post /v1/connections/{id}/test-sale': 'nothing is written',
  'post /v1/connections/{id}/preview': 'nothing is written',
  'post /v1/activation/checks': 'nothing that counts is written',
  'post /v1/program/simulations': 'nothing that counts is written',
  'post /v1/program/try': 'nothing is written',
  'post /v1/program/preview': 'nothing is written',
  'post /v1/customers': 'the customer and the consents',
  'post /v1/customers/{id}/consents': 'the consents',
  'delete /v1/session': 'it is one’s own',
  'delete /v1/sessions/{id}': 'it is one’s own',
};

const program = {
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
};
const connection = { completedSituations: [9], cancelledSituations: [12] };
const change = (api: AnApi): request.Test => api.patch('/v1/connections/con_1', connection);

describe('every route that changes something', () => {
  const routes = resourceRoutes({ config: loadConfig({}) } as unknown as AppDeps, new StaffFirst())
    .filter(({ method, permission }) => method !== 'get' && !['public', 'signed-in'].includes(permission))
    .map(({ method, path, act }) => ({ route: `${method} ${path}`, act }));

  it.each(routes)('$route names its act, or is told of elsewhere', ({ route, act }) => {
    if (act === undefined) expect(Object.keys(TOLD_ELSEWHERE)).toContain(route);
    else {
      expect(Object.keys(TOLD_ELSEWHERE)).not.toContain(route);
      expect(ACTS).toHaveProperty([act]);
    }
  });
});

describe('an act', () => {
  it('is written down with who did it, from where, and what changed', async () => {
    const api = anApi();
    const { headers } = await change(api).expect(200);
    const others = { zone: null, reconcileEvery: null, consumerInvoices: false };
    expect(api.holds.audit).toEqual([
      {
        id: 'aud_1',
        merchantId: MINE,
        at: new Date(NOW),
        actor: { kind: 'key', id: 'my-key' },
        address: expect.stringMatching(/127\.0\.0\.1$/),
        requestId: headers['x-request-id'],
        act: 'connection.change',
        subject: { kind: 'connection', id: 'con_1' },
        outcome: 'done',
        before: { completedSituations: [], cancelledSituations: [], ...others },
        after: { ...connection, ...others },
      },
    ]);
  });

  it('is written down before it is done: where it cannot be, nothing is done', async () => {
    const api = anApi();
    api.fails.set('audit.begin', new Error('MongoDB is away'));
    await change(api).expect(500);
    expect(api.holds.connections[0]!.completedSituations).toEqual([]);
  });

  it('is answered as done where only its end could not be written down', async () => {
    const api = anApi();
    api.fails.set('audit.end', new Error('MongoDB is away'));
    await change(api).expect(200);
    expect(api.holds.audit).toMatchObject([{ outcome: null, after: null }]);
    expect(api.logged()).toContain('end of an act was not written down');
  });

  it('that is refused says with which code', async () => {
    const api = anApi();
    await api.patch('/v1/connections/con_unknown', connection).expect(404);
    await api.post('/v1/sales/sal_unknown/returns', { amountCents: 1 }).expect(404);
    expect(api.holds.audit).toMatchObject([
      { act: 'connection.change', outcome: 'connection_not_found', subject: null },
      { act: 'sale.return', outcome: 'sale_not_found', subject: null },
    ]);
  });

  it('of somebody whose it is not is written down as forbidden, and that it cannot be changes nothing', async () => {
    const api = anApi();
    api.holds.keys.set('rk_till', aKeyCaller(MINE, 'till', 'till'));
    const attempt = (): request.Test =>
      request(api.app).put('/v1/program').set('authorization', 'Bearer rk_till').send(program);
    api.fails.set('limits.take', new Error('MongoDB is away'));
    await attempt().expect(403);
    expect(api.holds.audit).toEqual([]);
    api.fails.delete('limits.take');
    await attempt().expect(403);
    expect(api.holds.audit).toMatchObject([
      { act: 'program.publish', outcome: 'forbidden', actor: { kind: 'key', id: 'till' } },
    ]);
  });

  it('of somebody whose it is not is one line for each of them and each act, however often it is tried', async () => {
    const api = anApi();
    for (const id of ['till', 'other']) api.holds.keys.set(`rk_${id}`, aKeyCaller(MINE, id, 'till'));
    const attempt = (id: string, verb: 'put' | 'patch', path: string): request.Test =>
      request(api.app)[verb](path).set('authorization', `Bearer rk_${id}`).send({});
    for (let n = 0; n < 3; n += 1) {
      await attempt('till', 'put', '/v1/program').expect(403);
      await attempt('other', 'put', '/v1/program').expect(403);
      await attempt('till', 'patch', '/v1/connections/con_1').expect(403);
    }
    expect(api.holds.audit.map(({ act, actor }) => [act, actor])).toEqual([
      ['program.publish', { kind: 'key', id: 'till' }],
      ['program.publish', { kind: 'key', id: 'other' }],
      ['connection.change', { kind: 'key', id: 'till' }],
    ]);
  });

  it('is one however often its call is repeated; a dry run and a malformed call are none', async () => {
    const api = anApi();
    const bringBack = (): request.Test =>
      api.post('/v1/sales/sal_1/returns', { amountCents: 500, reason: 'Brinde' });
    await bringBack().expect(201);
    await bringBack().expect(201).expect('Idempotency-Replayed', 'true');
    await api.put('/v1/program?dryRun=true', program).expect(200);
    await api.patch('/v1/connections/con_1', { completedSituations: 'x' }).expect(422);
    expect(api.holds.audit).toMatchObject([
      { act: 'sale.return', outcome: 'done', after: { amountCents: 500, lines: 0 } },
    ]);
    expect(JSON.stringify(api.holds.audit)).not.toContain('Brinde');
  });
});

describe('GET /v1/audit', () => {
  it('lists the newest first, page by page, of one merchant', async () => {
    const api = anApi();
    for (let n = 0; n < 3; n += 1) {
      api.clock.now = NOW + n;
      await change(api).expect(200);
    }
    api.holds.audit.push({ ...api.holds.audit[0]!, id: 'aud_9', merchantId: THEIRS });
    const first = await api.get('/v1/audit?limit=2').expect(200);
    expect(first.body).toMatchObject({
      data: [
        { id: 'aud_3', text: 'Mudança de conexão com o Bling', actor: { kind: 'key', id: 'my-key' } },
        { id: 'aud_2' },
      ],
      next: `${new Date(NOW + 1).toISOString()}_aud_2`,
    });
    const { next } = first.body as { next: string };
    const second = await api.get(`/v1/audit?limit=2&before=${next}`).expect(200);
    expect(second.body).toMatchObject({ data: [{ id: 'aud_1' }], next: null });
  });

  it('says what the people and stores are called that its lines name', async () => {
    const api = anApi();
    const named = { name: 'Centro', zone: 'America/Sao_Paulo', channels: [], documents: [] };
    api.holds.shops.push({ id: 'str_1', merchantId: MINE, ...named, createdAt: new Date(NOW) });
    await change(api).expect(200);
    expect((await api.get('/v1/audit').expect(200)).body).toMatchObject({ names: {} });
    api.holds.audit.push({
      ...api.holds.audit[0]!,
      id: 'aud_2',
      after: { role: 'staff', storeIds: ['str_1'] },
    });
    expect((await api.get('/v1/audit').expect(200)).body).toMatchObject({ names: { str_1: 'Centro' } });
  });

  it('is for owners', async () => {
    const api = anApi();
    api.holds.keys.set(MY_KEY, aKeyCaller(MINE, 'read', 'read'));
    await api.get('/v1/audit').expect(403);
  });
});
