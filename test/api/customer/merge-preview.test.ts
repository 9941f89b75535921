import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aCustomer, aLot, aSale, aVoucherLot, aWallet, CODE } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/customers/{id}/merges/preview';
const preview = '/v1/customers/cus_1/merges/preview?with=cus_2';

const other = (change: object = {}) =>
  aCustomer({
    id: 'cus_2',
    document: null,
    phones: [
      { e164: '+5511987654321', key: '1187654321', mobile: true },
      { e164: '+5521977772002', key: '2177772002', mobile: true },
    ],
    emails: ['outra@lojademo.com.br'],
    ...change,
  });

function aPair(change: object = {}) {
  const owed = { ...aWallet(), debt: { cashback: 300, points: 0 } };
  const theirs = [
    aLot({ id: 'b', customerId: 'cus_2', saleId: 'sal_2', buckets: { active: 800 } }),
    aVoucherLot({ id: 'v', customerId: 'cus_2', saleId: 'sal_2' }),
  ];
  return anApi({
    customers: [aCustomer(), other(change)],
    wallets: new Map([
      ['cus_1', owed],
      ['cus_2', { ...aWallet(...theirs), customerId: 'cus_2' }],
    ]),
    sales: [aSale({ owner: { customerId: 'cus_2' } })],
  });
}

describe('a merge that is only looked at', () => {
  it('shows balances, vouchers, phones and sales before and after, and writes nothing', async () => {
    const api = aPair();
    const before = JSON.stringify([api.holds.customers, [...api.holds.wallets]]);
    const answer = await api.get(preview).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      before: {
        into: { cashback: { activeCents: 0, debtCents: 300 } },
        from: { cashback: { activeCents: 800, debtCents: 0 } },
      },
      after: {
        customer: {
          id: 'cus_1',
          phones: ['+5511987654321', '+5521977772002'],
          emails: ['maria@example.com', 'outra@lojademo.com.br'],
          document: { value: '52998224725' },
        },
        wallet: { cashback: { activeCents: 500, debtCents: 0 }, vouchers: [{ code: CODE, state: 'active' }] },
      },
      sales: { count: 1, more: false },
      conflict: false,
    });
    expect(JSON.stringify([api.holds.customers, [...api.holds.wallets]])).toBe(before);
    expect(api.holds.merges).toEqual([]);
    expect(api.runs.merges).toEqual([]);
  });

  it('says that two documents stand against it', async () => {
    const answer = await aPair({ document: { kind: 'cpf', value: '11144477735' } })
      .get(preview)
      .expect(200);
    expect(answer.body).toMatchObject({ conflict: true });
  });

  it('is none of one record, of one that was merged, or of somebody who is not known', async () => {
    const api = aPair({ mergedInto: 'cus_1' });
    const code = async (path: string, status: number): Promise<string> =>
      problemIn(await api.get(path).expect(status)).code;
    expect(await code(preview, 409)).toBe('customers_not_mergeable');
    expect(await code('/v1/customers/cus_1/merges/preview?with=cus_1', 409)).toBe('customers_not_mergeable');
    expect(await code('/v1/customers/cus_1/merges/preview?with=cus_9', 404)).toBe('customer_not_found');
    await api.get('/v1/customers/cus_1/merges/preview').expect(422);
  });
});
