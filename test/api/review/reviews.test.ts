import { describe, expect, it } from '@jest/globals';
import type { Review } from '../../../src/store';
import { anApi } from '../an-api';
import { aCustomer, aSale, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/reviews/{id}';

const aReview = (change: Partial<Review>): Review => ({
  ...{ id: 'rev_1', merchantId: MINE, kind: 'same_sale', subjects: ['sal_1', 'sal_2'], facts: {} },
  ...{ state: 'open', decision: null, operator: null, reason: null },
  ...{ openedAt: new Date(NOW), resolvedAt: null },
  ...change,
});

describe('GET /v1/reviews/{id}', () => {
  it('answers both sales as they are now, and which of them waits', async () => {
    const held = aSale({ id: 'sal_2', purchase: { reviewId: 'rev_1' } });
    const api = anApi({ reviews: [aReview({})], sales: [aSale(), held], customers: [aCustomer()] });
    const answer = await api.get('/v1/reviews/rev_1').expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      sales: [{ id: 'sal_1', customerName: 'Maria Exemplo' }, { id: 'sal_2' }],
      heldSaleId: 'sal_2',
      customers: [],
    });
  });

  it('answers who answers for both by now, who would remain first', async () => {
    const customers = [
      aCustomer({ id: 'cus_1', document: null, createdAt: new Date(NOW - 2_000) }),
      aCustomer({ id: 'cus_2', document: null, mergedInto: 'cus_3' }),
      aCustomer({ id: 'cus_3', createdAt: new Date(NOW - 1_000) }),
    ];
    const review = aReview({ kind: 'same_customer', subjects: ['cus_1', 'cus_2'] });
    const api = anApi({ reviews: [review], customers });
    const answer = await api.get('/v1/reviews/rev_1').expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({ sales: [], customers: [{ id: 'cus_3' }, { id: 'cus_1' }] });
    const same = aReview({ kind: 'same_customer', subjects: ['cus_2', 'cus_3'] });
    const one = await anApi({ reviews: [same], customers })
      .get('/v1/reviews/rev_1')
      .expect(200);
    expect((one.body as { customers: object[] }).customers).toHaveLength(1);
  });
});
