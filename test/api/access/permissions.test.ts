import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Caller } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE } from '../builders';
import { aKeyCaller, aPersonCaller } from '../callers';
import { mountedRoutes } from '../mounted-routes';

/** Whom each way in lets in; `*`: whoever comes. Written down once more, so that nothing is opened by mistake. */
const LET_IN: Record<string, string> = {
  'get /healthz': '*',
  'get /readyz': '*',
  'get /openapi.json': '*',
  'post /webhooks/bling': '*',
  'get /webhooks/whatsapp': '*',
  'post /webhooks/whatsapp': '*',
  'get /integrations/bling/connect': '*',
  'get /integrations/bling/callback': '*',
  'get /integrations/bling/authorize': 'owner full',
  'get /v1/connections': 'owner full',
  'patch /v1/connections/{id}': 'owner full',
  'post /v1/connections/{id}/test-sale': 'owner full',
  'get /v1/settings/stand-ins': 'owner full',
  'put /v1/settings/stand-ins': 'owner full',
  'get /v1/program': 'owner manager full',
  'put /v1/program': 'owner manager full',
  'get /v1/program/regulation': 'owner manager full',
  'post /v1/program/simulations': 'owner manager full',
  'get /v1/program/simulations/{id}': 'owner manager full',
  'get /v1/sales': 'owner manager staff full read',
  'get /v1/sales/{id}': 'owner manager staff full read',
  'post /v1/sales': 'owner manager full',
  'post /v1/sales/{id}/returns': 'owner manager staff full',
  'post /v1/sales/{id}/customer': 'owner manager staff full till',
  'post /v1/imports': 'owner manager full',
  'get /v1/imports/{id}': 'owner manager full',
  'get /v1/customers': 'owner manager staff full till read',
  'get /v1/customers/{id}': 'owner manager staff full till read',
  'patch /v1/customers/{id}': 'owner manager full',
  'get /v1/customers/{id}/wallet': 'owner manager staff full till read',
  'get /v1/customers/{id}/statement': 'owner manager staff full read',
  'post /v1/customers/{id}/adjustments': 'owner manager full',
  'post /v1/customers/{id}/merges': 'owner manager full',
  'get /v1/customers/{id}/merges': 'owner manager full',
  'post /v1/merges/{id}/undo': 'owner manager full',
  'post /v1/redemptions': 'owner manager staff full till',
  'get /v1/redemptions/{id}': 'owner manager staff full till read',
  'post /v1/redemptions/{id}/confirm': 'owner manager staff full till',
  'post /v1/redemptions/{id}/release': 'owner manager staff full till',
  'post /v1/redemptions/{id}/rollback': 'owner manager staff full till',
  'get /v1/vouchers/{code}': 'owner manager staff full till read',
  'get /v1/vouchers/{code}/attempts': 'owner manager staff full till',
  'get /v1/voucher-attempts': 'owner manager staff full till',
  'post /v1/vouchers/{code}/reserve': 'owner manager staff full till',
  'post /v1/vouchers/{code}/redeem': 'owner manager staff full till',
  'post /v1/vouchers/{code}/release': 'owner manager staff full till',
  'post /v1/vouchers/{code}/rollback': 'owner manager staff full till',
  'get /v1/reviews': 'owner manager full',
  'get /v1/reviews/{id}': 'owner manager full',
  'post /v1/reviews/{id}/resolve': 'owner manager full',
  'get /v1/ledger/verify': 'owner manager full',
  'get /v1/alerts': 'owner manager full',
  'get /v1/audit': 'owner full',
  'get /v1/stores': 'owner full',
  'post /v1/stores': 'owner full',
  'patch /v1/stores/{id}': 'owner full',
  'get /v1/counter': 'owner manager staff full till read',
  'get /v1/attempts': 'owner manager staff full till',
  'post /v1/customers': 'owner manager staff full till',
  'get /v1/customers/{id}/consents': 'owner manager staff full till read',
  'post /v1/customers/{id}/consents': 'owner manager staff full till',
  'get /v1/customers/{id}/merges/preview': 'owner manager full',
  'get /v1/customers/{id}/purchases': 'owner manager staff full read',
  'get /v1/sales/{id}/run': 'owner manager staff full read',
  'get /v1/imports': 'owner manager full',
  'post /v1/program/try': 'owner manager full',
  'get /v1/program/versions': 'owner manager full',
  'get /v1/program/versions/{version}': 'owner manager full',
  'get /v1/overview': 'owner manager full read',
  'get /v1/reports/liability': 'owner manager full read',
  'get /v1/reports/activity': 'owner manager full read',
  'get /v1/reports/returning': 'owner manager full read',
};

const CALLERS: Record<string, Caller> = {
  owner: aPersonCaller(MINE, 'owner'),
  manager: aPersonCaller(MINE, 'manager'),
  staff: aPersonCaller(MINE, 'staff'),
  full: aKeyCaller(MINE, 'full', 'full'),
  till: aKeyCaller(MINE, 'till', 'till'),
  read: aKeyCaller(MINE, 'read', 'read'),
  newer: aKeyCaller(MINE, 'new', 'newer' as 'full'),
};

const guarded = Object.entries(LET_IN).filter(([, who]) => who !== '*');

/** A call with nothing in it: whoever is let in is told what is missing. */
function call({ app }: AnApi, route: string, key?: string): request.Test {
  const [method, path] = route.split(' ') as ['get', string];
  const test = request(app)[method](path.replace('{id}', 'red_1').replace('{code}', 'AAAA-AAAA-AAAA'));
  return key === undefined ? test : test.set('authorization', `Bearer ${key}`);
}

describe('who is let in', () => {
  it('is written down for every route there is, and for no other', () => {
    expect(Object.keys(LET_IN).sort()).toEqual(mountedRoutes(anApi().app).sort());
  });

  it.each(guarded)('%s: %s', async (route, who) => {
    const api = anApi();
    const letIn: string[] = [];
    for (const [name, caller] of Object.entries(CALLERS)) {
      api.holds.keys.set(`rk_${name}`, caller);
      const { status, ...answer } = await call(api, route, `rk_${name}`);
      expect([name, status]).not.toEqual([name, 401]);
      if (status !== 403) letIn.push(name);
      else expect(problemIn(answer as request.Response).code).toBe('forbidden');
    }
    expect(letIn).toEqual(who.split(' '));
  });

  it.each(guarded)('%s lets nobody in without a key', async (route) => {
    const api = anApi();
    await call(api, route).expect(401);
    expect(api.asked).toEqual([]);
  });
});

describe('who is not let in', () => {
  it('is told what is not allowed, and who may', async () => {
    const api = anApi();
    api.holds.keys.set('rk_till', aKeyCaller(MINE, 'till', 'till'));
    const answer = await call(api, 'put /v1/program', 'rk_till').expect(403);
    expect(problemIn(answer)).toMatchObject({
      code: 'forbidden',
      permission: 'program',
      allowed: ['owner', 'manager', 'full'],
      detail:
        'Quem entra como chave de caixa não pode consultar e publicar o programa, e nada foi feito. Quem pode: dono, gerente ou chave completa.',
    });
  });

  it('has nothing of the call read or looked up', async () => {
    const api = anApi();
    api.holds.keys.set('rk_read', aKeyCaller(MINE, 'read', 'read'));
    await call(api, 'post /v1/imports', 'rk_read').type('text/plain').send('x').expect(403);
    expect(api.asked).toEqual(['merchants.callerOf', 'audit.record']);
  });
});
