import { expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import { aSale, MINE } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';

const PATH = '/v1/customers/{id}/page';

interface PageJson {
  customer: { document: { value: string } };
  merges: unknown;
  purchases: { data: { id: string }[] };
}

it('says of a customer what the calls for each of it say', async () => {
  const api = anApi();
  const answer = await api.get('/v1/customers/cus_1/page').expect(200);
  await expectContract(answer, 'get', PATH);
  const of = async (path: string): Promise<unknown> =>
    (await api.get(`/v1/customers/cus_1${path}`).expect(200)).body as unknown;
  const data = async (path: string): Promise<unknown> => ((await of(path)) as { data: unknown }).data;
  expect(answer.body).toEqual({
    customer: await of(''),
    wallet: await of('/wallet'),
    lots: await data('/lots'),
    statement: await of('/statement?limit=20'),
    purchases: await of('/purchases?limit=8'),
    consents: await data('/consents'),
    merges: await data('/merges'),
  });
});

it('tells staff as much as they may see: no whole document, no merges, sales of their own stores', async () => {
  const sales = [
    aSale({ content: { storeId: 'str_1' } }),
    aSale({ id: 'sal_2', content: { storeId: 'str_2' } }),
  ];
  const api = anApi({ sales });
  const cookie = signedIn(api.holds, { merchantId: MINE, role: 'staff', storeIds: ['str_1'] });
  const answer = await request(api.app)
    .get('/v1/customers/cus_1/page')
    .set('cookie', cookie)
    .set('origin', 'http://localhost:3000')
    .expect(200);
  const { customer, merges, purchases } = answer.body as PageJson;
  expect(customer.document.value).toBe('***.***.247-**');
  expect(merges).toBeNull();
  expect(purchases.data.map(({ id }) => id)).toEqual(['sal_1']);
});

it('is of nobody for who is not known', async () => {
  const answer = await anApi().get('/v1/customers/cus_9/page').expect(404);
  expect(problemIn(answer).code).toBe('customer_not_found');
});
