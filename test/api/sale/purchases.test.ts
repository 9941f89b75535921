import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aCustomer, aSale, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/customers/{id}/purchases';
const sales = [1, 2, 3].map((n) => aSale({ id: `sal_${n}`, content: { soldAt: NOW - n } }));

describe('what a customer has bought', () => {
  it('is listed newest first by when it was sold, page by page', async () => {
    const { get } = anApi({ sales: [...sales, aSale({ id: 'sal_9', owner: { customerId: 'cus_9' } })] });
    const first = await get('/v1/customers/cus_1/purchases?limit=2').expect(200);
    await expectContract(first, 'get', PATH);
    const { data, next } = first.body as { data: { id: string }[]; next: string };
    expect(data.map(({ id }) => id)).toEqual(['sal_1', 'sal_2']);
    const rest = await get(`/v1/customers/cus_1/purchases?before=${next}`).expect(200);
    expect(rest.body).toMatchObject({ data: [{ id: 'sal_3' }], next: null });
  });

  it('is answered by the record that remains', async () => {
    const customers = [aCustomer({ id: 'cus_0', mergedInto: 'cus_1' }), aCustomer()];
    const answer = await anApi({ customers, sales }).get('/v1/customers/cus_0/purchases').expect(200);
    expect((answer.body as { data: object[] }).data).toHaveLength(3);
    const nobody = await anApi({ customers: [] }).get('/v1/customers/cus_1/purchases').expect(404);
    expect(problemIn(nobody).code).toBe('customer_not_found');
  });
});
