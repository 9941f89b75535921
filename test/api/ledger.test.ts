import { describe, expect, it } from '@jest/globals';
import { anApi } from './an-api';
import { expectContract } from './contract';

describe('the proof of the ledger', () => {
  it('is good when nothing was found', async () => {
    const { get } = anApi({ verification: { customers: 2, entries: 9, problems: [] } });
    const answer = await get('/v1/ledger/verify').expect(200);
    await expectContract(answer, 'get', '/v1/ledger/verify');
    expect(answer.body).toEqual({ ok: true, customers: 2, entries: 9, problems: [] });
  });

  it('lists what does not hold', async () => {
    const problems = [{ subject: 'lot_1', problem: 'amount 100 but buckets hold 90' }];
    const { get } = anApi({ verification: { customers: 1, entries: 1, problems } });
    expect((await get('/v1/ledger/verify').expect(200)).body).toMatchObject({ ok: false, problems });
  });
});
