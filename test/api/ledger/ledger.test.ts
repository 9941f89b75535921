import { describe, expect, it } from '@jest/globals';
import { anApi } from '../an-api';
import { aVerification, NOW } from '../builders';
import { expectContract } from '../http/contract';

describe('the proof of the ledger', () => {
  it('is good when nothing was found, and says what is sealed', async () => {
    const sealed = { seals: 2, entries: 8, last: { n: 2, hash: 'ab12', at: NOW } };
    const { get } = anApi({ verification: aVerification({ customers: 2, entries: 9, sealed }) });
    const answer = await get('/v1/ledger/verify').expect(200);
    await expectContract(answer, 'get', '/v1/ledger/verify');
    expect(answer.body).toEqual({
      ok: true,
      customers: 2,
      entries: 9,
      problems: [],
      firstMisfit: null,
      sealed: { seals: 2, entries: 8, last: { n: 2, hash: 'ab12', at: '2026-11-03T15:00:00.000Z' } },
      unattestedSales: 0,
      next: null,
    });
  });

  it('lists what does not hold, and names the first entry that does not fit', async () => {
    const problems = [{ subject: 'lot_1', problem: 'amount 100 but buckets hold 90' }];
    const firstMisfit = { customerId: 'cus_1', seq: 3, key: 'spend/red_1', problem: 'does not follow' };
    const { get } = anApi({ verification: aVerification({ problems, firstMisfit }) });
    const answer = await get('/v1/ledger/verify').expect(200);
    await expectContract(answer, 'get', '/v1/ledger/verify');
    expect(answer.body).toMatchObject({ ok: false, problems, firstMisfit });
  });

  it('says where to go on when the ledger is too long for one call', async () => {
    const { get } = anApi({ verification: aVerification({ next: 'cus_500' }) });
    expect((await get('/v1/ledger/verify?after=cus_250').expect(200)).body).toMatchObject({
      next: 'cus_500',
    });
  });
});
