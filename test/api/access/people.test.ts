import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { hashPassword, verifyPassword } from '../../../src/store';
import { problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, NOW, THEIRS } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';
import { anOwnersApi, PASSWORD } from './as-owner';
import type { OwnersApi } from './as-owner';

const BIA = { email: 'Bia@Loja.com.br', name: 'Bia Lima', role: 'staff' };

let password: string;
beforeAll(async () => {
  password = await hashPassword(PASSWORD);
});

const asOwner = (): OwnersApi => anOwnersApi(password);

/** Behind the `#`, which no server is sent. */
const tokenIn = (link: string): string => new URL(link).hash.slice('#token='.length);
const open = ({ app }: AnApi, path: string, body: object): request.Test => request(app).post(path).send(body);

describe('an invitation', () => {
  it('goes out by e-mail, is in the answer once, and makes whoever accepts it one of the people', async () => {
    const api = asOwner();
    const invited = await api.call('post', '/v1/people').send(BIA).expect(201);
    await expectContract(invited, 'post', '/v1/people');
    const { id, link } = invited.body as { id: string; link: string };
    expect(invited.body).toMatchObject({
      email: 'bia@loja.com.br',
      role: 'staff',
      storeIds: null,
      mail: 'sent',
    });
    expect(api.mail.sent).toMatchObject([
      { to: 'bia@loja.com.br', mail: { kind: 'invitation', invitedBy: 'Ana Souza', role: 'staff', link } },
    ]);
    const list = await api.call('get', '/v1/people').expect(200);
    await expectContract(list, 'get', '/v1/people');
    expect(list.body).toMatchObject({ data: [{ name: 'Ana Souza', role: 'owner' }], invitations: [{ id }] });
    expect(JSON.stringify(list.body)).not.toContain('token');

    const token = tokenIn(link);
    const offer = await open(api, '/v1/invitations/look', { token }).expect(200);
    await expectContract(offer, 'post', '/v1/invitations/look');
    expect(offer.body).toMatchObject({
      email: 'bia@loja.com.br',
      name: 'Bia Lima',
      role: 'staff',
      known: false,
    });
    const accept = { token, name: 'Bia', password: PASSWORD };
    const accepted = await open(api, '/v1/invitations/accept', accept).expect(201);
    await expectContract(accepted, 'post', '/v1/invitations/accept');
    expect(accepted.body).toMatchObject({
      person: { name: 'Bia' },
      merchants: [{ id: MINE, role: 'staff' }],
    });
    expect(accepted.headers['set-cookie']).toBeDefined();
    expect(problemIn(await open(api, '/v1/invitations/accept', accept).expect(410)).code).toBe('link_closed');
    expect(api.holds.audit).toMatchObject([
      { act: 'people.invite', subject: { kind: 'invitation', id }, after: { role: 'staff', storeIds: null } },
      { act: 'people.join', outcome: 'done', after: { invitationId: id, role: 'staff' } },
    ]);
    expect(JSON.stringify(api.holds.audit)).not.toMatch(/bia|Bia|Ana/);
  });

  it('to somebody who has access elsewhere is accepted with their own password alone', async () => {
    const api = asOwner();
    api.holds.people.push({
      ...{ id: 'per_bia', email: 'bia@loja.com.br', name: 'Beatriz', password, createdAt: new Date(NOW) },
    });
    api.holds.memberships.push({ personId: 'per_bia', merchantId: THEIRS, role: 'owner', storeIds: null });
    const { link } = (await api.call('post', '/v1/people').send(BIA).expect(201)).body as { link: string };
    const token = tokenIn(link);
    const wrong = { token, name: 'Intruso', password: 'uma senha do intruso' };
    expect(problemIn(await open(api, '/v1/invitations/accept', wrong).expect(401)).code).toBe(
      'sign_in_refused',
    );
    expect(await verifyPassword(PASSWORD, api.holds.people.at(-1)!.password)).toBe(true);
    const accepted = await open(api, '/v1/invitations/accept', { ...wrong, password: PASSWORD }).expect(201);
    expect(accepted.body).toMatchObject({ person: { id: 'per_bia', name: 'Beatriz' } });
  });

  it('says where the e-mail did not go out, and that somebody is one of the people already', async () => {
    const api = asOwner();
    api.mail.goes.outcome = 'failed';
    const invited = await api.call('post', '/v1/people').send(BIA).expect(201);
    expect(invited.body).toMatchObject({ mail: 'failed', link: expect.stringContaining('/convite#token=') });
    const again = api.call('post', '/v1/people').send({ ...BIA, email: 'ana@example.com' });
    expect(problemIn(await again.expect(409)).code).toBe('already_member');
  });

  it('binds staff to stores there are, and nobody else to any', async () => {
    const api = asOwner();
    const send = (body: object): request.Test => api.call('post', '/v1/people').send({ ...BIA, ...body });
    for (const body of [{ storeIds: ['str_9'] }, { role: 'owner', storeIds: ['str_9'] }, { storeIds: [] }])
      expect(problemIn(await send(body).expect(422)).errors).toMatchObject([{ field: 'storeIds' }]);
    await api.call('post', '/v1/stores').send({ name: 'Centro' }).expect(201);
    await send({ storeIds: ['str_1'] }).expect(201);
    expect(problemIn(await send({ email: 'ninguém' }).expect(422)).errors).toMatchObject([
      { field: 'email' },
    ]);
  });

  it('is withdrawn like a person is removed, and an unknown token opens nothing', async () => {
    const api = asOwner();
    const { id, link } = (await api.call('post', '/v1/people').send(BIA)).body as {
      id: string;
      link: string;
    };
    await api.call('delete', `/v1/people/${id}`).expect(204);
    const token = tokenIn(link);
    await open(api, '/v1/invitations/look', { token }).expect(410);
    await open(api, '/v1/invitations/look', { token: 'x' }).expect(404);
    const short = { token, name: 'Bia', password: 'curta' };
    await open(api, '/v1/invitations/accept', short).expect(410);
  });

  it('is made sixty times an hour for one merchant', async () => {
    const api = asOwner();
    const invite = (n: number): request.Test =>
      api.call('post', '/v1/people').send({ ...BIA, email: `bia-${n}@example.com` });
    for (let n = 0; n < 60; n += 1) await invite(n).expect(201);
    expect(problemIn(await invite(60).expect(429)).code).toBe('too_many_requests');
    expect(api.mail.sent).toHaveLength(60);
  });

  it('asks for a password that is fit to be one', async () => {
    const api = asOwner();
    const { link } = (await api.call('post', '/v1/people').send(BIA)).body as { link: string };
    const token = tokenIn(link);
    const answer = open(api, '/v1/invitations/accept', { token, name: 'Bia', password: 'curta' });
    expect(problemIn(await answer.expect(422)).errors).toMatchObject([{ field: 'password' }]);
  });
});

describe('a person', () => {
  it('is changed and removed by owners, and the audit says how', async () => {
    const api = asOwner();
    signedIn(api.holds, { merchantId: MINE, role: 'staff', storeIds: ['str_1'] }, 'bia');
    const changed = await api.call('patch', '/v1/people/per_bia').send({ role: 'manager' }).expect(200);
    await expectContract(changed, 'patch', '/v1/people/{id}');
    expect(changed.body).toMatchObject({ id: 'per_bia', role: 'manager', storeIds: null });
    await api.call('delete', '/v1/people/per_bia').expect(204);
    await api.call('delete', '/v1/people/per_bia').expect(404);
    expect(api.holds.audit).toMatchObject([
      { act: 'people.change', before: { role: 'staff', storeIds: ['str_1'] }, after: { role: 'manager' } },
      { act: 'people.remove', before: { role: 'manager' }, outcome: 'done' },
      { act: 'people.remove', outcome: 'person_not_found' },
    ]);
  });

  it('is changed only in what is asked: who is demoted meanwhile stays so', async () => {
    const api = asOwner();
    signedIn(api.holds, { merchantId: MINE, role: 'manager', storeIds: null }, 'bia');
    const { people } = api.store;
    const { members } = people;
    people.members = async (merchantId) => {
      const found = await members(merchantId);
      api.holds.memberships.at(-1)!.role = 'staff';
      return found;
    };
    const changed = await api.call('patch', '/v1/people/per_bia').send({ storeIds: null }).expect(200);
    expect(changed.body).toMatchObject({ role: 'staff' });
    expect(api.holds.audit).toMatchObject([{ before: { role: 'staff' }, after: { role: 'staff' } }]);
  });
});

describe('a forgotten password', () => {
  it('is answered alike for whoever asks, and changed by the link alone', async () => {
    const api = asOwner();
    const ask = (email: string): request.Test => open(api, '/v1/password-resets', { email });
    const known = await ask('ana@example.com').expect(204);
    const unknown = await ask('ninguem@example.com').expect(204);
    expect(unknown.text).toBe(known.text);
    expect(api.asked.filter((call) => call === 'links.requestReset')).toHaveLength(2);
    expect(api.mail.sent).toMatchObject([{ to: 'ana@example.com', mail: { kind: 'password_reset' } }]);
    const { link } = api.mail.sent[0]!.mail as { link: string };
    const token = tokenIn(link);
    const complete = (text: string): request.Test =>
      open(api, '/v1/password-resets/complete', { token: text, password: 'outra senha bem longa' });
    await complete('x').expect(404);
    await complete(token).expect(204);
    await complete(token).expect(410);
    // Nothing is hashed for a link that opens nothing.
    expect(api.asked.filter((call) => call === 'links.resetPassword')).toHaveLength(1);
    expect(await verifyPassword('outra senha bem longa', api.holds.people[0]!.password)).toBe(true);
    expect(api.holds.sessions.size).toBe(0);
    expect(api.mail.sent.at(-1)).toMatchObject({ mail: { kind: 'password_changed' } });
  });

  it('that was changed by a link lets its person in at once, however many wrong ones came before', async () => {
    const api = asOwner();
    const signIn = (text: string): request.Test =>
      open(api, '/v1/session', { email: 'ana@example.com', password: text });
    for (let n = 0; n < 10; n += 1) await signIn('outra senha qualquer').expect(401);
    await signIn(PASSWORD).expect(429);
    await open(api, '/v1/password-resets', { email: 'ana@example.com' }).expect(204);
    const token = tokenIn((api.mail.sent[0]!.mail as { link: string }).link);
    const other = 'outra senha bem longa';
    await open(api, '/v1/password-resets/complete', { token, password: other }).expect(204);
    await signIn(other).expect(201);
  });

  it('is asked for five times an hour for one e-mail', async () => {
    const api = asOwner();
    for (let n = 0; n < 5; n += 1)
      await open(api, '/v1/password-resets', { email: 'ana@example.com' }).expect(204);
    await open(api, '/v1/password-resets', { email: 'ANA@example.com' }).expect(429);
  });
});

describe('one’s own password', () => {
  it('is changed with the one there is, and ends the other sessions alone', async () => {
    const api = asOwner();
    const other = await open(api, '/v1/session', { email: 'ana@example.com', password: PASSWORD }).expect(
      201,
    );
    expect(other.headers['set-cookie']).toBeDefined();
    const change = (password: string, newPassword: string): request.Test =>
      api.call('post', '/v1/password').send({ password, newPassword });
    const next = 'outra senha bem longa';
    expect(problemIn(await change('outra senha qualquer', next).expect(422)).code).toBe('password_wrong');
    expect(problemIn(await change(PASSWORD, 'curta').expect(422)).errors).toMatchObject([
      { field: 'newPassword' },
    ]);
    expect(api.holds.sessions.size).toBe(2);
    await change(PASSWORD, next).expect(204);
    expect(await verifyPassword(next, api.holds.people[0]!.password)).toBe(true);
    expect(api.holds.sessions.size).toBe(1);
    await api.call('get', '/v1/session').expect(200);
    expect(api.holds.audit).toMatchObject([
      { act: 'own.password', actor: { kind: 'person', id: 'per_ana' } },
    ]);
    expect(api.mail.sent).toMatchObject([{ to: 'ana@example.com', mail: { kind: 'password_changed' } }]);
  });

  it('is guessed by nobody who has got hold of a session', async () => {
    const api = asOwner();
    const body = { password: 'outra senha qualquer', newPassword: 'uma senha do intruso' };
    for (let n = 0; n < 10; n += 1) await api.call('post', '/v1/password').send(body).expect(422);
    await api
      .call('post', '/v1/password')
      .send({ ...body, password: PASSWORD })
      .expect(429);
  });
});

describe('a key', () => {
  it('is shown once, listed by what is not the key, and refused from its revocation on', async () => {
    const api = asOwner();
    const made = await api.call('post', '/v1/keys').send({ label: 'Caixa', scope: 'till' }).expect(201);
    await expectContract(made, 'post', '/v1/keys');
    const { key, id } = made.body as { key: string; id: string };
    const list = await api.call('get', '/v1/keys').expect(200);
    await expectContract(list, 'get', '/v1/keys');
    expect(JSON.stringify(list.body)).not.toContain(key);
    const look = (): request.Test =>
      request(api.app).get('/v1/customers/cus_1').set('authorization', `Bearer ${key}`);
    await look().expect(200);
    await api.call('delete', `/v1/keys/${id}`).expect(204);
    await look().expect(401);
    expect(problemIn(await api.call('delete', `/v1/keys/${id}`).expect(404)).code).toBe('key_not_found');
    expect(api.holds.audit).toMatchObject([
      { act: 'key.create', after: { scope: 'till' } },
      { act: 'key.revoke', before: { scope: 'till' } },
      { outcome: 'key_not_found' },
    ]);
  });
});
