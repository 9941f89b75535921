import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '../../../src/ids';
import { anApi } from '../an-api';
import { aReserveBody, MY_KEY } from '../builders';

describe('the request log', () => {
  it('names request, merchant, method, path, status and time', async () => {
    const { get, logged } = anApi();
    const path = `/v1/customers/${newId('cus')}/wallet`;
    await get(path).set('x-request-id', 'req-1').expect('x-request-id', 'req-1');
    expect(JSON.parse(logged())).toMatchObject({
      requestId: 'req-1',
      merchantId: 'mer_mine',
      req: { method: 'GET', path },
      res: { status: 404 },
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

  it.each([
    ['/v1/customers/529.982.247-25', '/v1/customers/{id}'],
    ['/v1/customers/52998224725/wallet', '/v1/customers/{id}/wallet'],
    ['/v1/sales/ana@example.com', '/v1/sales/{id}'],
    ['/v1/vouchers/K7QM-3XRT-9WHP', '/v1/vouchers/{code}'],
    ['/v1/vouchers/K7QM-3XRT-9WHP/attempts', '/v1/vouchers/{code}/attempts'],
    ['/v1/customers/maria-exemplo/nada', 'unknown'],
    ['/maria-exemplo', 'unknown'],
  ])('never holds what somebody typed into a path: %s', async (path, told) => {
    const { get, logged } = anApi();
    await get(path);
    expect(JSON.parse(logged())).toMatchObject({ req: { method: 'GET', path: told } });
    expect(logged()).not.toContain(path.split('/')[3] ?? path.split('/')[1]);
  });

  it.each(['52998224725', '529.982.247-25', '11987654321'])(
    'takes no document or phone for the id of a request: %s',
    async (given) => {
      const { get, logged } = anApi();
      const answer = await get('/v1/alerts').set('x-request-id', given);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(logged()).not.toContain(given);
    },
  );

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
