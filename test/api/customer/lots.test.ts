import { describe, expect, it } from '@jest/globals';
import { anApi } from '../an-api';
import { aLot, aWallet, NOW } from '../builders';
import { expectContract } from '../http/contract';

const DAY = 86_400_000;

describe('the lots of a wallet', () => {
  const lots = [
    aLot({ id: 'a', buckets: { active: 5 }, expiresAt: null }),
    aLot({ id: 'b', buckets: { pending: 1200 }, activatesAt: NOW + DAY }),
    aLot({ id: 'c', type: 'points', buckets: { active: 70 }, expiresAt: Date.parse('2026-11-21T03:00:00Z') }),
    aLot({ id: 'd', buckets: { spent: 900 } }),
    aLot({ id: 'e', buckets: { active: 400 }, expiresAt: NOW }),
  ];

  it('are those of which something is left as the clock has them, and add up to the wallet', async () => {
    const api = anApi({ wallets: new Map([['cus_1', aWallet(...lots)]]) });
    const answer = await api.get('/v1/customers/cus_1/lots').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/lots');
    const { data } = answer.body as { data: { id: string; type: string; active: number; pending: number }[] };
    expect(data.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(data[0]).toMatchObject({ type: 'points', active: 70, expiresOn: '2026-11-20', saleId: 'sal_1' });
    const wallet = await api.get('/v1/customers/cus_1/wallet').expect(200);
    const cashback = data.filter(({ type }) => type === 'cashback');
    expect(wallet.body).toMatchObject({
      cashback: {
        activeCents: cashback.reduce((sum, { active }) => sum + active, 0),
        pendingCents: cashback.reduce((sum, { pending }) => sum + pending, 0),
      },
    });
  });

  it('that end on one day come in one order, in whatever order the wallet has them', async () => {
    const sameDay = ['d', 'b', 'e', 'a', 'c'].map((id) => aLot({ id, buckets: { active: 5 } }));
    for (const some of [sameDay, sameDay.toReversed()]) {
      const api = anApi({ wallets: new Map([['cus_1', aWallet(...some)]]) });
      const answer = await api.get('/v1/customers/cus_1/lots').expect(200);
      expect((answer.body as { data: { id: string }[] }).data.map(({ id }) => id)).toEqual([...'abcde']);
    }
  });

  it('are of nobody where there is no such customer', async () => {
    const answer = await anApi().get('/v1/customers/cus_none/lots').expect(404);
    expect(answer.body).toMatchObject({ code: 'customer_not_found' });
  });
});
