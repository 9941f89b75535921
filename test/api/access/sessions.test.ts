import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { hashPassword } from '../../../src/store';
import type { Membership } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, NOW, THEIRS } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'uma senha bem longa';

let password: string;
beforeAll(async () => {
  password = await hashPassword(PASSWORD);
});

const owner: Omit<Membership, 'personId'> = { merchantId: MINE, role: 'owner', storeIds: null };

function withAna(env: Record<string, string> = {}, memberships = [owner]): AnApi {
  const ana = {
    id: 'per_ana',
    email: 'ana@example.com',
    name: 'Ana Souza',
    password,
    createdAt: new Date(NOW),
  };
  return anApi(
    { people: [ana], memberships: memberships.map((one) => ({ personId: 'per_ana', ...one })) },
    env,
  );
}

function signIn({ app }: AnApi, body: object, headers: Record<string, string> = {}): request.Test {
  return request(app).post('/v1/session').set(headers).send(body);
}

const right = { email: 'Ana@Example.com ', password: PASSWORD };
const cookieOf = (answer: request.Response): string =>
  (answer.headers['set-cookie'] as unknown as string[])[0]!;

describe('signing in', () => {
  it('answers who it is and where they work, and hands over a cookie no script can read', async () => {
    const api = withAna();
    const answer = await signIn(api, right).expect(201);
    await expectContract(answer, 'post', '/v1/session');
    expect(answer.body).toMatchObject({
      person: { id: 'per_ana', name: 'Ana Souza', email: 'ana@example.com' },
      merchants: [{ id: MINE, role: 'owner', stores: [], suspended: false, zone: 'America/Sao_Paulo' }],
    });
    expect(cookieOf(answer)).toMatch(
      /^retorno_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['all of the merchant’s to who is bound to none', null, ['Centro', 'Norte']],
    ['one’s own to who is bound to them', ['str_2'], ['Norte']],
  ])('names the stores in which one may stand: %s', async (_which, storeIds, names) => {
    const api = withAna({}, [{ ...owner, role: 'staff', storeIds }]);
    for (const name of ['Centro', 'Norte'])
      await api.post('/v1/stores', { name, zone: 'America/Sao_Paulo', channels: [], documents: [] });
    const answer = await signIn(api, right).expect(201);
    await expectContract(answer, 'post', '/v1/session');
    const { merchants } = answer.body as {
      merchants: [{ stores: { name: string }[]; boundToStores: boolean }];
    };
    expect(merchants[0].stores.map(({ name }) => name)).toEqual(names);
    expect(merchants[0].boundToStores).toBe(storeIds !== null);
  });

  it('keeps the cookie to https and to the path of PUBLIC_URL', async () => {
    const api = withAna({ PUBLIC_URL: 'https://loja.example.com/retorno' });
    const cookie = cookieOf(await signIn(api, right).expect(201));
    expect(cookie).toMatch(
      /^__Secure-retorno_session=.+; Path=\/retorno; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('takes under https no session of a cookie that another host of the domain can put there', async () => {
    const api = withAna({ PUBLIC_URL: 'https://loja.example.com' });
    const [cookie = ''] = cookieOf(await signIn(api, right).expect(201)).split(';', 1);
    expect(cookie).toMatch(/^__Host-retorno_session=/);
    const ask = (brought: string): request.Test =>
      request(api.app).get('/v1/session').set('cookie', brought).set('host', 'loja.example.com');
    await ask(cookie).expect(200);
    await ask(cookie.replace('__Host-', '')).expect(401);
  });

  it('answers an unknown e-mail exactly like a wrong password', async () => {
    const api = withAna();
    const wrong = await signIn(api, { ...right, password: 'outra senha longa' }).expect(401);
    const unknown = await signIn(api, { ...right, email: 'ninguem@example.com' }).expect(401);
    const unreadable = await signIn(api, { ...right, email: 'isto não é e-mail' }).expect(401);
    expect(problemIn(wrong).code).toBe('sign_in_refused');
    for (const other of [unknown, unreadable]) {
      expect(problemIn(other)).toEqual(problemIn(wrong));
      expect(Object.keys(other.headers)).toEqual(Object.keys(wrong.headers));
    }
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('looks at ten wrong passwords for an e-mail, however many come at once, and at none after', async () => {
    const api = withAna();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn(api, { ...right, password: 'outra senha longa' })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(10).fill(429)]);
    const locked = await signIn(api, right).expect(429);
    expect(locked.headers['retry-after']).toBe('60');
    expect(problemIn(locked).detail).toContain('a senha nem foi conferida');
  });

  it('counts nothing where nothing was compared, and keeps nobody out from another network', async () => {
    const api = withAna({ TRUST_PROXY: '1' });
    const from = (address: string, password = PASSWORD): request.Test =>
      signIn(api, { ...right, password }, { 'x-forwarded-for': address });
    api.fails.set('people.byEmail', new Error('away'));
    for (let n = 0; n < 12; n += 1) await from('203.0.113.7', 'outra senha longa').expect(500);
    api.fails.clear();
    for (let n = 0; n < 10; n += 1) await from('203.0.113.7', 'outra senha longa').expect(401);
    await from('203.0.113.7').expect(429);
    await from('198.51.100.9').expect(201);
  });

  it.each<[string, Record<string, string>, number]>([
    ['says', {}, 1],
    ['needs not say', { TRUST_PROXY: '1' }, 0],
  ])('%s once that a proxy is not read, by which all are one address', async (_what, env, times) => {
    const api = withAna(env);
    for (let n = 0; n < 2; n += 1) await signIn(api, right, { 'x-forwarded-for': '203.0.113.7' }).expect(201);
    expect(api.logged().split('TRUST_PROXY is not set')).toHaveLength(times + 1);
  });

  it('counts nothing of whoever knows the password', async () => {
    const api = withAna();
    for (let n = 0; n < 12; n += 1) await signIn(api, right).expect(201);
  });

  it('asks for the second factor of who has one, and counts wrong codes', async () => {
    const api = withAna();
    api.holds.secondFactors.add('per_ana');
    expect(problemIn(await signIn(api, right).expect(401)).code).toBe('second_factor_required');
    const wrong = { ...right, code: '000000' };
    expect(problemIn(await signIn(api, wrong).expect(422)).code).toBe('second_factor_wrong');
    await signIn(api, { ...right, code: '123456' }).expect(201);
    for (let n = 0; n < 9; n += 1) await signIn(api, wrong).expect(422);
    await signIn(api, { ...right, code: '123456' }).expect(429);
  });

  it('looks at ten wrong codes of a person, from however many networks, and at none after', async () => {
    const api = withAna({ TRUST_PROXY: '1' });
    api.holds.secondFactors.add('per_ana');
    const from = (n: number, code: string): request.Test =>
      signIn(api, { ...right, code }, { 'x-forwarded-for': `198.51.100.${n}` });
    for (let n = 0; n < 12; n += 1) await from(n, '123456').expect(201);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => from(n, '000000')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(422), ...Array<number>(10).fill(429)]);
    const refused = await from(30, '123456').expect(429);
    expect(problemIn(refused).detail).toContain('alguém sabe a sua senha');
    expect(refused.headers['retry-after']).toBe('60');
    // Who does not know the password is told what they always are, and counts for nothing there.
    const stranger = signIn(api, { ...right, password: 'outra senha longa', code: '000000' });
    expect(problemIn(await stranger.expect(401)).code).toBe('sign_in_refused');
  });

  it.each<[string, (api: AnApi) => void]>([
    ['another password', ({ holds }) => (holds.people[0]!.password = 'another')],
    ['a second factor', ({ holds }) => holds.secondFactors.add('per_ana')],
  ])('begins nothing by what counts no more: %s came meanwhile', async (_what, change) => {
    const api = withAna();
    const { limits } = api.store;
    const { giveBack } = limits;
    // The last that is done before the session begins.
    limits.giveBack = async (taken) => {
      await giveBack(taken);
      change(api);
    };
    const answer = await signIn(api, right).expect(401);
    expect(problemIn(answer).code).toBe('sign_in_refused');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(api.holds.sessions.size).toBe(0);
  });

  it.each<[string, object]>([
    ['an operator in place of a text', { email: { $ne: null }, password: { $ne: null } }],
    ['a list', { email: ['ana@example.com'], password: [PASSWORD] }],
    ['nothing', {}],
    ['more than is asked', { ...right, role: 'owner' }],
  ])('refuses %s', async (_what, body) => {
    const api = withAna();
    expect(problemIn(await signIn(api, body).expect(422)).code).toBe('invalid_request');
    expect(api.asked).toEqual([]);
  });

  it('refuses a form of somebody else’s page', async () => {
    const api = withAna();
    const answer = await signIn(api, right, { origin: 'https://evil.example' }).expect(403);
    expect(problemIn(answer).code).toBe('foreign_origin');
    await signIn(api, right, { origin: ORIGIN }).expect(201);
  });

  it('logs no name, e-mail, password or token', async () => {
    const api = withAna();
    const answer = await signIn(api, right).expect(201);
    await signIn(api, { ...right, password: 'outra senha longa' }).expect(401);
    const token = /retorno_session=([\w-]+)/.exec(cookieOf(answer))![1]!;
    for (const secret of ['Souza', 'example.com', PASSWORD, 'outra senha', token])
      expect(api.logged()).not.toContain(secret);
    expect(api.logged()).toContain('per_ana');
  });
});

describe('a session', () => {
  it('is shown, listed and ended', async () => {
    const api = anApi();
    const cookie = signedIn(api.holds, owner);
    signedIn(api.holds, owner, 'bia');
    const ask = (method: 'get' | 'delete', path: string): request.Test =>
      request(api.app)[method](path).set('cookie', cookie).set('origin', ORIGIN);
    const shown = await ask('get', '/v1/session').expect(200);
    await expectContract(shown, 'get', '/v1/session');
    const listed = await ask('get', '/v1/sessions').expect(200);
    await expectContract(listed, 'get', '/v1/sessions');
    expect(listed.body).toMatchObject({ data: [{ id: 'ses_ana', current: true }] });
    expect(problemIn(await ask('delete', '/v1/sessions/ses_bia').expect(404)).code).toBe('session_not_found');
    const out = await ask('delete', '/v1/session').expect(204);
    expect(cookieOf(out)).toMatch(/^retorno_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    await ask('get', '/v1/session').expect(401);
  });

  it.each([
    ['without an Origin', undefined],
    ['from another page', 'https://evil.example'],
    ['from a page that hides its origin', 'null'],
    ['from a page under another name of ours', 'http://localhost:3001'],
  ])('changes nothing %s', async (_where, origin) => {
    const api = anApi();
    const cookie = signedIn(api.holds, owner);
    const sent = request(api.app).put('/v1/settings/stand-ins').set('cookie', cookie).send({});
    const answer = await (origin === undefined ? sent : sent.set('origin', origin)).expect(403);
    expect(problemIn(answer).code).toBe('foreign_origin');
    expect(api.asked).toEqual([]);
  });

  it('is not looked at where a key is brought as well', async () => {
    const api = anApi();
    signedIn(api.holds, owner);
    await api
      .get('/v1/connections')
      .set('cookie', `retorno_session=${'x'.repeat(43)}`)
      .expect(200);
    expect(api.asked).not.toContain('sessions.use');
  });

  it('of several merchants says which one a call is about', async () => {
    const api = anApi();
    const cookie = signedIn(api.holds, owner);
    signedIn(api.holds, { ...owner, merchantId: THEIRS, role: 'staff' });
    const ask = (): request.Test => request(api.app).get('/v1/connections').set('cookie', cookie);
    expect(problemIn(await ask().expect(422)).errors).toMatchObject([{ field: 'Retorno-Merchant' }]);
    await ask().set('retorno-merchant', MINE).expect(200);
    await ask().set('retorno-merchant', THEIRS).expect(403);
    await ask().set('retorno-merchant', 'mer_nobody').expect(403);
  });

  it('of an owner without a second factor is not served where the merchant asks for one', async () => {
    const api = anApi();
    const cookie = signedIn(api.holds, owner);
    const ask = (path: string): request.Test => request(api.app).get(path).set('cookie', cookie);
    const change = { requireSecondFactorForOwners: true };
    const settings = await api.patch('/v1/settings', change).expect(200);
    expect(settings.body).toMatchObject(change);
    expect(api.holds.audit).toMatchObject([{ act: 'settings.change', outcome: 'done', after: change }]);
    expect(problemIn(await ask('/v1/connections').expect(403)).code).toBe('second_factor_missing');
    const shown = await ask('/v1/session').expect(200);
    expect(shown.body).toMatchObject({ merchants: [{ id: MINE, secondFactorRequired: true }] });
    api.holds.secondFactors.add('per_ana');
    await ask('/v1/connections').expect(200);
  });

  it('is let in by what its person is at that moment', async () => {
    const api = anApi();
    const cookie = signedIn(api.holds, owner);
    const ask = (): request.Test => request(api.app).get('/v1/connections').set('cookie', cookie);
    await ask().expect(200);
    api.holds.memberships[0]!.role = 'staff';
    await ask().expect(403);
    api.holds.memberships[0]!.role = 'owner';
    await ask().expect(200);
    api.holds.memberships.pop();
    expect(problemIn(await ask().expect(403)).code).toBe('forbidden');
  });
});
