import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import { linkTokens } from '../../../src/store';
import { aCustomer, MINE, MY_KEY } from '../builders';
import { aKeyCaller } from '../callers';
import { expectContract } from '../http/contract';

const PATH = '/v1/customers/cus_1/link';

describe('another link for a customer', () => {
  it('takes the place of the former, once for its key, and is written down without the link', async () => {
    const api = anApi({}, { PUBLIC_URL: 'https://loja.example/retorno/' });
    const first = await api.post(PATH, undefined, 'k').expect(201);
    await expectContract(first, 'post', '/v1/customers/{id}/link');
    expect(first.body).toEqual({
      pageUrl: 'https://loja.example/retorno/c/tok_1',
      optOutUrl: `https://loja.example/retorno/u/${linkTokens('tok_1').optOut}`,
    });
    expect((await api.post(PATH, undefined, 'k').expect(201)).body).toEqual(first.body);
    expect((await api.post(PATH, undefined, 'l').expect(201)).body).toMatchObject({
      pageUrl: 'https://loja.example/retorno/c/tok_2',
    });
    expect(api.holds.audit).toMatchObject([
      { act: 'customer.link', subject: { kind: 'customer', id: 'cus_1' }, outcome: 'done' },
      { act: 'customer.link' },
    ]);
    expect(JSON.stringify(api.holds.audit)).not.toContain('tok_');
    await request(api.app).get('/u/tok_1').expect(200);
    await request(api.app).get('/c/tok_1').expect(404);
    await request(api.app).get('/c/tok_2').expect(200);
    for (const token of Object.values(linkTokens('tok_1')).slice(1))
      expect(JSON.stringify(api.holds.audit)).not.toContain(token);
  });

  it('is that of whoever the record was merged into', async () => {
    const customers = [aCustomer({ mergedInto: 'cus_2' }), aCustomer({ id: 'cus_2' })];
    const api = anApi({ customers });
    await api.post(PATH).expect(201);
    expect(api.holds.links).toMatchObject([{ merchantId: MINE, customerId: 'cus_2' }]);
  });

  it('is told as it is, made for whoever was never written to, and who has looked is written down', async () => {
    const api = anApi();
    const told = await api.get(PATH).expect(200);
    await expectContract(told, 'get', '/v1/customers/{id}/link');
    expect((await api.get(PATH).expect(200)).body).toEqual(told.body);
    expect(api.holds.links).toMatchObject([{ merchantId: MINE, customerId: 'cus_1' }]);
    const looked = { act: 'customer.link_look', subject: { kind: 'customer', id: 'cus_1' }, outcome: 'done' };
    expect(api.holds.audit).toMatchObject([looked, looked]);
    expect(JSON.stringify(api.holds.audit)).not.toContain('tok_1');
  });

  it('is neither told nor made for nobody, nor to who stands at a till', async () => {
    const api = anApi();
    await api.post('/v1/customers/cus_9/link').expect(404);
    await api.get('/v1/customers/cus_9/link').expect(404);
    api.holds.keys.set(MY_KEY, aKeyCaller(MINE, 'till', 'till'));
    await api.post(PATH).expect(403);
    await api.get(PATH).expect(403);
    expect(api.holds.links).toEqual([]);
  });
});
