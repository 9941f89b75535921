import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import { MINE, MY_KEY } from '../builders';
import { aKeyCaller } from '../callers';

describe('API keys', () => {
  it('refuses a call without a key and says how to send one', async () => {
    const { app } = anApi();
    const answer = await request(app).get('/v1/connections').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="retorno"');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problemIn(answer)).toMatchObject({ code: 'unauthenticated', status: 401 });
  });

  it.each(['Basic cmtfbWluZQ==', 'Bearer', 'Bearer rk_unknown', `Bearer ${MY_KEY} extra`])(
    'refuses %s',
    async (header) => {
      const { app } = anApi();
      await request(app).get('/v1/connections').set('authorization', header).expect(401);
    },
  );

  it('opens nothing from the moment it is revoked', async () => {
    const { get, holds } = anApi();
    await get('/v1/connections').expect(200);
    holds.keys.delete(MY_KEY);
    await get('/v1/connections').expect(401);
  });

  it('lets a key in that was created after it was first refused', async () => {
    const { app, holds } = anApi();
    const call = (): request.Test =>
      request(app).get('/v1/connections').set('authorization', 'Bearer rk_new');
    await call().expect(401);
    holds.keys.set('rk_new', aKeyCaller(MINE, 'new'));
    await call().expect(200);
  });

  it('answers 503 with Retry-After while the keys cannot be looked up', async () => {
    const { get, fails } = anApi();
    fails.set(
      'merchants.callerOf',
      Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' }),
    );
    const answer = await get('/v1/connections').expect(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(problemIn(answer).code).toBe('service_unavailable');
  });

  it('tells caches to keep nothing of what a key opens', async () => {
    const { get } = anApi();
    const answer = await get('/v1/connections').expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
