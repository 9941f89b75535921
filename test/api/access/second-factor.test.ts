import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { hashPassword } from '../../../src/store';
import { problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { expectContract } from '../http/contract';
import { anOwnersApi, PASSWORD } from './as-owner';
import type { OwnersApi } from './as-owner';

let password: string;
beforeAll(async () => {
  password = await hashPassword(PASSWORD);
});

const asOwner = (): OwnersApi => anOwnersApi(password);
const open = ({ app }: AnApi, path: string, body: object): request.Test => request(app).post(path).send(body);

describe('a second factor', () => {
  it('is turned on with a first code, asked for at signing in, and turned off with the password and a code', async () => {
    const api = asOwner();
    const begun = await api.call('post', '/v1/second-factor').expect(201);
    await expectContract(begun, 'post', '/v1/second-factor');
    const confirm = (code: string, password = PASSWORD): request.Test =>
      api.call('post', '/v1/second-factor/confirm').send({ password, code });
    expect(problemIn(await confirm('123456', 'outra senha qualquer').expect(422)).code).toBe(
      'password_wrong',
    );
    expect(problemIn(await confirm('000000').expect(422)).code).toBe('second_factor_wrong');
    expect(api.holds.secondFactors.has('per_ana')).toBe(false);
    const before = await open(api, '/v1/session', { email: 'ana@example.com', password: PASSWORD }).expect(
      201,
    );
    await expectContract(await confirm('123456').expect(200), 'post', '/v1/second-factor/confirm');
    await request(api.app)
      .get('/v1/session')
      .set('cookie', before.get('Set-Cookie')![0]!.split(';')[0]!)
      .expect(401);
    await api.call('get', '/v1/session').expect(200);
    expect(problemIn(await api.call('post', '/v1/second-factor').expect(409)).code).toBe('second_factor_on');

    const signIn = (body: object): request.Test =>
      open(api, '/v1/session', { email: 'ana@example.com', password: PASSWORD, ...body });
    expect(problemIn(await signIn({}).expect(401)).code).toBe('second_factor_required');
    const refused = problemIn(await signIn({ code: '000000' }).expect(422));
    expect(refused.code).toBe('second_factor_wrong');
    const entered = await signIn({ code: '123456' }).expect(201);
    expect(entered.body).toMatchObject({ person: { secondFactor: true } });

    const remove = (text: string, code?: string): request.Test =>
      api.call('post', '/v1/second-factor/remove').send({ password: text, code });
    expect(problemIn(await remove('outra senha qualquer', '123456').expect(422)).code).toBe('password_wrong');
    expect(problemIn(await remove(PASSWORD, '000000').expect(422)).code).toBe('second_factor_wrong');
    expect(problemIn(await remove(PASSWORD).expect(422)).code).toBe('invalid_request');
    expect(api.holds.secondFactors.has('per_ana')).toBe(true);
    await remove(PASSWORD, '123456').expect(204);
    await signIn({}).expect(201);
  });

  it('is not found by trying codes: each counts as a wrong password does', async () => {
    const api = asOwner();
    api.holds.secondFactors.add('per_ana');
    const attempt = (): request.Test =>
      open(api, '/v1/session', { email: 'ana@example.com', password: PASSWORD, code: '000000' });
    for (let n = 0; n < 10; n += 1) await attempt().expect(422);
    await attempt().expect(429);
  });

  it('can be asked of owners: without one they are served nothing but what turns it on', async () => {
    const api = asOwner();
    const settings = { requireSecondFactorForOwners: true };
    const changed = await api.call('patch', '/v1/settings').send(settings).expect(200);
    await expectContract(changed, 'patch', '/v1/settings');
    expect(problemIn(await api.call('get', '/v1/people').expect(403)).code).toBe('second_factor_missing');
    const session = await api.call('get', '/v1/session').expect(200);
    expect(session.body).toMatchObject({ merchants: [{ secondFactorRequired: true }] });
    await api.call('post', '/v1/second-factor').expect(201);
    await api
      .call('post', '/v1/second-factor/confirm')
      .send({ password: PASSWORD, code: '123456' })
      .expect(200);
    const list = await api.call('get', '/v1/settings').expect(200);
    await expectContract(list, 'get', '/v1/settings');
    expect(list.body).toMatchObject(settings);
    expect(api.holds.audit).toMatchObject([
      { act: 'settings.change', before: { requireSecondFactorForOwners: false }, after: settings },
      { act: 'own.second_factor_on', actor: { kind: 'person', id: 'per_ana' } },
    ]);
    const loosened = { requireSecondFactorForOwners: false };
    expect(problemIn(await api.patch('/v1/settings', loosened).expect(403)).code).toBe('forbidden');
    expect((await api.call('get', '/v1/settings').expect(200)).body).toMatchObject(settings);
    await api.call('patch', '/v1/settings').send(loosened).expect(200);
  });
});
