import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, THEIR_KEY, THEIRS } from '../builders';
import { aKeyCaller, aToken, signedIn } from '../callers';
import { mountedRoutes } from '../mounted-routes';

/** Whoever has signed in, about themselves. */
const OWN = 'owner manager staff';

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
  'get /v1/settings': 'owner full',
  'get /v1/messages/texts': 'owner full',
  'put /v1/messages/texts': 'owner full',
  'patch /v1/settings': 'owner full',
  'post /v1/session': '*',
  'get /v1/session': OWN,
  'delete /v1/session': OWN,
  'get /v1/sessions': OWN,
  'delete /v1/sessions/{id}': OWN,
  'get /integrations/bling/authorize': 'owner full',
  'get /v1/activation': 'owner full',
  'post /v1/activation/checks': 'owner full',
  'post /v1/activation/reference-sale': 'owner full',
  'post /v1/activation/test-message': 'owner full',
  'post /v1/activation/go-live': 'owner full',
  'post /v1/activation/pause': 'owner full',
  'get /v1/connections': 'owner full',
  'patch /v1/connections/{id}': 'owner full',
  'get /v1/connections/{id}/account': 'owner full',
  'post /v1/connections/{id}/preview': 'owner full',
  'post /v1/connections/{id}/test-sale': 'owner full',
  'delete /v1/connections/{id}': 'owner full',
  'post /v1/connections/{id}/pause': 'owner full',
  'post /v1/connections/{id}/resume': 'owner full',
  'post /v1/connections/{id}/reconciliations': 'owner full',
  'get /v1/connections/{id}/reconciliations': 'owner full',
  'get /v1/reconciliations/{id}': 'owner full',
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
  'post /v1/connections/{id}/imports': 'owner manager full',
  'post /v1/imports/{id}/pause': 'owner manager full',
  'post /v1/imports/{id}/resume': 'owner manager full',
  'post /v1/imports/{id}/cancel': 'owner manager full',
  'get /v1/customers': 'owner manager staff full till read',
  'get /v1/customers/{id}': 'owner manager staff full till read',
  'patch /v1/customers/{id}': 'owner manager full',
  'get /v1/customers/{id}/page': 'owner manager staff full read',
  'get /v1/customers/{id}/lots': 'owner manager staff full till read',
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
  'get /v1/messages': 'owner manager full read',
  'get /v1/messages/{id}': 'owner manager full read',
  'get /v1/messages/previews': 'owner manager full read',
  'get /v1/alerts': 'owner manager full',
  'get /v1/audit': 'owner full',
  'post /v1/password': OWN,
  'post /v1/second-factor': OWN,
  'post /v1/second-factor/confirm': OWN,
  'post /v1/second-factor/remove': OWN,
  'post /v1/invitations/look': '*',
  'post /v1/invitations/accept': '*',
  'post /v1/password-resets': '*',
  'post /v1/password-resets/complete': '*',
  'get /v1/people': 'owner',
  'post /v1/people': 'owner',
  'patch /v1/people/{id}': 'owner',
  'delete /v1/people/{id}': 'owner',
  'get /v1/keys': 'owner',
  'post /v1/keys': 'owner',
  'delete /v1/keys/{id}': 'owner',
  'get /v1/stores': 'owner manager staff full till read',
  'post /v1/stores': 'owner full',
  'patch /v1/stores/{id}': 'owner full',
  'get /v1/counter': 'owner manager staff full till read',
  'get /v1/attempts': 'owner manager staff full till',
  'post /v1/customers': 'owner manager staff full till',
  'post /v1/suppressions': 'owner manager full',
  'get /v1/customers/{id}/link': 'owner manager full',
  'post /v1/customers/{id}/link': 'owner manager full',
  'get /u/{token}': '*',
  'post /u/{token}': '*',
  'get /c/{token}': '*',
  'post /c/{token}': '*',
  'get /v1/customers/{id}/consents': 'owner manager staff full till read',
  'post /v1/customers/{id}/consents': 'owner manager staff full till',
  'get /v1/customers/{id}/merges/preview': 'owner manager full',
  'get /v1/customers/{id}/purchases': 'owner manager staff full read',
  'get /v1/sales/{id}/run': 'owner manager staff full read',
  'get /v1/imports': 'owner manager full',
  'post /v1/program/try': 'owner manager full',
  'post /v1/program/preview': 'owner manager full',
  'get /v1/program/versions': 'owner manager full',
  'get /v1/program/versions/{version}': 'owner manager full',
  'get /v1/overview': 'owner manager full read',
  'get /v1/reports/liability': 'owner manager full read',
  'get /v1/reports/activity': 'owner manager full read',
  'get /v1/reports/returning': 'owner manager full read',
  'get /v1/reports/messages': 'owner manager full read',
  'get /v1/reports/movements': 'owner manager full read',
  'get /v1/reports/lots': 'owner manager full read',
};

type Bring = (api: AnApi, call: request.Test) => request.Test;

const withKey =
  (scope: string): Bring =>
  ({ holds }, call) => {
    holds.keys.set(`rk_${scope}`, aKeyCaller(MINE, scope, scope as 'full'));
    return call.set('authorization', `Bearer rk_${scope}`);
  };

const inSession =
  (role: 'owner' | 'manager' | 'staff'): Bring =>
  ({ holds }, call) =>
    call
      .set('cookie', signedIn(holds, { merchantId: MINE, role, storeIds: null }, role))
      .set('origin', 'http://localhost:3000');

const CALLERS: Record<string, Bring> = {
  owner: inSession('owner'),
  manager: inSession('manager'),
  staff: inSession('staff'),
  full: withKey('full'),
  till: withKey('till'),
  read: withKey('read'),
  'a scope of a newer version': withKey('newer'),
};

const guarded = Object.entries(LET_IN).filter(([, who]) => who !== '*');

/** A call with nothing in it: whoever is let in is told what is missing. */
function call({ app }: AnApi, route: string): request.Test {
  const [method, path] = route.split(' ') as ['get', string];
  return request(app)[method](path.replace('{id}', 'red_1').replace('{code}', 'AAAA-AAAA-AAAA'));
}

describe('who is let in', () => {
  it('is written down for every route there is, and for no other', () => {
    expect(Object.keys(LET_IN).sort()).toEqual(mountedRoutes(anApi().app).sort());
  });

  it.each(guarded)('%s: %s', async (route, who) => {
    const api = anApi();
    const letIn: string[] = [];
    for (const [name, bring] of Object.entries(CALLERS)) {
      const answer = await bring(api, call(api, route));
      if (![401, 403].includes(answer.status)) letIn.push(name);
      // What is a person's own, a key has none of.
      else expect(problemIn(answer).code).toBe(who === OWN ? 'unauthenticated' : 'forbidden');
    }
    expect(letIn).toEqual(who.split(' '));
  });

  it.each(guarded)('%s lets nobody in without key or session', async (route) => {
    const api = anApi();
    await call(api, route).expect(401);
    const forged = `retorno_session=${aToken('forged')}`;
    await call(api, route).set('cookie', forged).set('origin', 'http://localhost:3000').expect(401);
    expect(api.asked.filter((asked) => asked !== 'sessions.use')).toEqual([]);
  });

  it.each(guarded)('%s lets in nobody of another merchant, and of a suspended one', async (route, who) => {
    const api = anApi({ suspended: [THEIRS] });
    const theirs = signedIn(api.holds, { merchantId: THEIRS, role: 'owner', storeIds: null });
    const sent = (): request.Test =>
      call(api, route).set('cookie', theirs).set('origin', 'http://localhost:3000');
    if (who === OWN) return;
    expect(problemIn(await sent().set('retorno-merchant', MINE).expect(403)).code).toBe('forbidden');
    expect(problemIn(await sent().expect(403)).code).toBe('merchant_suspended');
    const key = call(api, route).set('authorization', `Bearer ${THEIR_KEY}`);
    expect(problemIn(await key.expect(403)).code).toBe('merchant_suspended');
  });
});

describe('who is not let in', () => {
  it('is told what is not allowed, and who may', async () => {
    const api = anApi();
    const answer = await withKey('till')(api, call(api, 'put /v1/program')).expect(403);
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
    const upload = call(api, 'post /v1/imports').type('text/plain').send('x');
    await withKey('read')(api, upload).expect(403);
    expect(api.asked).toEqual(['merchants.callerOf', 'limits.take', 'audit.record']);
  });
});
