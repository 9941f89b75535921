import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { expectContract } from '../http/contract';

const YEAR = 365 * 86_400_000;
const CREDIT = { type: 'cashback', cents: 500, reason: 'cortesia', operator: 'gerente' };

describe('an API whose clock is wrong', () => {
  it.each([YEAR, -YEAR, 61_000])('moves no value, and tells the merchant: %d ms ahead', async (skewMs) => {
    const { post, holds, asked } = anApi({ skewMs });
    const answer = await post('/v1/customers/cus_1/adjustments', CREDIT).expect(503);
    await expectContract(answer, 'post', '/v1/customers/{id}/adjustments');
    expect(problemIn(answer)).toMatchObject({ code: 'clock_skew', status: 503 });
    expect(answer.headers['retry-after']).toBe('30');
    expect(holds.alerts).toMatchObject([
      { kind: 'clock_skew', subject: 'clock', facts: { clock: 'process', skewMs }, resolvedAt: null },
    ]);
    expect(asked.filter((call) => call.startsWith('wallets.'))).toEqual([]);
  });

  it('answers what moves nothing', async () => {
    const { get, holds } = anApi({ skewMs: YEAR });
    await get('/v1/customers/cus_1').expect(200);
    expect(holds.alerts).toEqual([]);
  });

  it('that is off by seconds moves value', async () => {
    const { post, holds } = anApi({ skewMs: -20_000 });
    await post('/v1/customers/cus_1/merges', { from: 'cus_1', reason: 'engano' }).expect(409);
    expect(holds.alerts).toEqual([]);
  });
});
