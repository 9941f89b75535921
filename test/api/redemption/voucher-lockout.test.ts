import { describe, expect, it } from '@jest/globals';
import { voucherCode } from '../../../src/loyalty';
import { problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { CODE } from '../builders';
import { expectContract } from '../http/contract';
import { withVoucher } from './a-voucher';

const MINUTE = 60_000;
const path = (code = CODE, action = ''): string => `/v1/vouchers/${code}${action && `/${action}`}`;

/** A well-formed code that no voucher has. */
function aGuess(n: number): string {
  return voucherCode(Uint8Array.from({ length: 16 }, (_, index) => (index * 7 + n * 13) % 256));
}

async function guess({ get }: AnApi, times: number, query = '', from = 0): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await get(`${path(aGuess(from + n))}${query}`)).status);
  return statuses;
}

const ANA = '?operator=ana&storeId=centro';

describe('guessing codes', () => {
  it('locks the operator after ten guesses, who then learns nothing, not even of a code that exists', async () => {
    const api = withVoucher();
    expect(await guess(api, 12, ANA)).toEqual([...Array<number>(10).fill(404), 429, 429]);
    const answer = await api.get(`${path()}${ANA}`).expect(429);
    await expectContract(answer, 'get', '/v1/vouchers/{code}');
    expect(problemIn(answer)).toMatchObject({ code: 'too_many_requests', title: 'Muitas tentativas' });
    expect(Object.keys(problemIn(answer)).sort()).toEqual(['code', 'detail', 'status', 'title', 'type']);
    expect(Number(answer.headers['retry-after'])).toBe(900);
  });

  it('counts codes with a slip, and every call that takes a code', async () => {
    const api = withVoucher();
    const body = { saleTotalCents: 12_900, operator: 'ana', storeId: 'centro' };
    for (let n = 0; n < 5; n += 1) await api.get(`${path('K7QM-3XRT-9WHQ')}${ANA}`).expect(404);
    for (let n = 0; n < 3; n += 1) await api.post(path(aGuess(n), 'redeem'), body, `a${n}`).expect(404);
    await api.post(path(aGuess(9), 'rollback'), { operator: 'ana', storeId: 'centro' }, 'b').expect(404);
    await api
      .post(path('??', 'release').replace('??', 'XX'), { operator: 'ana', storeId: 'centro' }, 'c')
      .expect(404);
    await api.get(`${path()}${ANA}`).expect(429);
    await api.post(path(CODE, 'redeem'), body, 'd').expect(429);
    expect(api.runs.saleUpdates).toEqual([]);
    expect(api.holds.attempts.map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(10).fill('voucher_not_found'),
      'too_many_requests',
      'too_many_requests',
    ]);
  });

  it('counts the reading of attempts too', async () => {
    const api = withVoucher();
    for (let n = 0; n < 10; n += 1) await api.get(path(aGuess(n), 'attempts')).expect(404);
    await api.get(path(CODE, 'attempts')).expect(429);
  });

  it('ends with the lock, a quarter of an hour after the last guess', async () => {
    const api = withVoucher();
    await guess(api, 10, ANA);
    api.clock.now += 15 * MINUTE - 1;
    const answer = await api.get(`${path()}${ANA}`).expect(429);
    expect(answer.headers['retry-after']).toBe('1');
    api.clock.now += 1;
    await api.get(`${path()}${ANA}`).expect(200);
  });

  it('forgets guesses after a quarter of an hour, each by itself', async () => {
    const api = withVoucher();
    await guess(api, 5, ANA);
    api.clock.now += 10 * MINUTE;
    await guess(api, 4, ANA, 10);
    api.clock.now += 6 * MINUTE;
    expect(await guess(api, 6, ANA, 20)).toEqual(Array(6).fill(404));
    await api.get(`${path()}${ANA}`).expect(429);
  });

  it('does not lock a colleague, another store or another merchant', async () => {
    const api = withVoucher();
    await guess(api, 10, ANA);
    await api.get(`${path()}?operator=bia&storeId=centro`).expect(200);
    await api.get(`${path()}?operator=ana&storeId=norte`).expect(200);
  });

  it('cannot be gone on with by leaving the operator out, or by writing the name another way', async () => {
    const api = withVoucher();
    await guess(api, 10, ANA);
    await api.get(path()).expect(429);
    await api.get(`${path()}?operator=ANA&storeId=centro`).expect(429);
  });

  it('locks the API key once its operators have made fifty guesses together', async () => {
    const api = withVoucher();
    for (let operator = 0; operator < 10; operator += 1)
      expect(await guess(api, 5, `?operator=${operator}`, operator * 5)).toEqual(Array(5).fill(404));
    await api.get(`${path()}?operator=somebody-new`).expect(429);
  });

  it('is stopped at ten also when a hundred guesses come at once', async () => {
    const api = withVoucher();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => api.get(`${path(aGuess(n))}${ANA}`).then(({ status }) => status)),
    );
    expect(answers.filter((status) => status === 404)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(90);
  });

  it('is not kept under an idempotency key: after the lock the same call is made', async () => {
    const api = withVoucher();
    await guess(api, 10);
    await api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900 }).expect(429);
    api.clock.now += 15 * MINUTE;
    await api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900 }).expect(200);
  });
});

describe('trying one code again and again', () => {
  it('locks the code after ten refusals, for everybody', async () => {
    const api = withVoucher();
    for (let n = 0; n < 10; n += 1)
      await api
        .post(path(CODE, 'redeem'), { saleTotalCents: 100 + n, operator: `o${n}` }, `k${n}`)
        .expect(422);
    await api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900, operator: 'new' }, 'k').expect(429);
    api.clock.now += 15 * MINUTE;
    await api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900, operator: 'new' }, 'k').expect(200);
  });

  it('tells no more than ten refusals when a hundred come at once', async () => {
    const api = withVoucher();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        api.post(path(CODE, 'redeem'), { saleTotalCents: 100 }, `k${n}`).then(({ status }) => status),
      ),
    );
    expect(answers.filter((status) => status === 422)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(90);
  });

  it('does not tell by a lock which codes exist', async () => {
    const api = withVoucher();
    for (let n = 0; n < 10; n += 1) await api.get(`${path(aGuess(1))}?operator=o${n}`).expect(404);
    await api.get(`${path(aGuess(1))}?operator=new`).expect(429);
  });

  it('is no attack where a crowd only comes too late', async () => {
    const api = withVoucher({ buckets: { spent: 1 } });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900 }, `k${n}`).then(({ status }) => status),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([409]));
    await api.get(path()).expect(200);
  });
});
