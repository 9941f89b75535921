import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import { aReserveBody, MY_KEY } from '../builders';

describe('the request log', () => {
  it('names request, merchant, method, path, status and time', async () => {
    const { get, logged } = anApi();
    await get('/v1/customers/cus_1').set('x-request-id', 'req-1').expect(200).expect('x-request-id', 'req-1');
    expect(JSON.parse(logged())).toMatchObject({
      requestId: 'req-1',
      merchantId: 'mer_mine',
      req: { method: 'GET', path: '/v1/customers/cus_1' },
      res: { status: 200 },
      responseTime: expect.any(Number),
    });
  });

  it('never holds a query, a body, a key or a person', async () => {
    const { get, post, logged } = anApi();
    await get('/v1/customers?query=529.982.247-25').expect(200);
    await post('/v1/redemptions', aReserveBody({ operator: 'Ana do caixa' })).expect(201);
    await get('/v1/customers/cus_1').expect(200);
    for (const secret of ['529.982', '529982', 'Ana', 'Maria', MY_KEY, '12900'])
      expect(logged()).not.toContain(secret);
  });

  it('makes an id where the caller’s own is none or no sensible one', async () => {
    const { app } = anApi();
    const given = await request(app).get('/healthz').set('x-request-id', 'a b');
    expect(given.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('passes over the probes of whoever watches over the process', async () => {
    const { app, logged } = anApi();
    await request(app).get('/healthz').expect(200);
    expect(logged()).toBe('');
  });
});
