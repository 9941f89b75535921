import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { voucherCode } from '../../../src/loyalty';
import { problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { CODE, MINE } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';
import { voucherApi, withVoucher } from './a-voucher';

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
  it('locks the address after ten guesses, which then learns nothing, not even of a code that exists', async () => {
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

  it('locks nobody by what calls say of themselves, and is not gone on with by saying something else', async () => {
    const api = withVoucher();
    await guess(api, 5, ANA);
    await guess(api, 5, '?operator=bia&storeId=norte', 5);
    for (const query of ['', ANA, '?operator=ANA', '?operator=somebody-new&storeId=sul'])
      await api.get(`${path()}${query}`).expect(429);
  });

  it('does not lock the same key at another address, nor another merchant', async () => {
    const api = voucherApi({}, [], { TRUST_PROXY: '1' });
    for (let n = 0; n < 10; n += 1)
      await api
        .get(path(aGuess(n)))
        .set('x-forwarded-for', '203.0.113.1')
        .expect(404);
    await api.get(path()).set('x-forwarded-for', '203.0.113.1').expect(429);
    await api.get(path()).set('x-forwarded-for', '203.0.113.2').expect(200);
  });

  it('believes no address that is only said, without a proxy that is trusted', async () => {
    const api = withVoucher();
    for (let n = 0; n < 10; n += 1)
      await api
        .get(path(aGuess(n)))
        .set('x-forwarded-for', `203.0.113.${n}`)
        .expect(404);
    await api.get(path()).set('x-forwarded-for', '203.0.113.99').expect(429);
  });

  it('locks the API key once fifty guesses were made with it from all addresses together', async () => {
    const api = voucherApi({}, [], { TRUST_PROXY: 'loopback' });
    for (let n = 0; n < 50; n += 1)
      await api
        .get(path(aGuess(n)))
        .set('x-forwarded-for', `203.0.113.${n}`)
        .expect(404);
    await api.get(path()).set('x-forwarded-for', '203.0.113.99').expect(429);
  });

  it('locks a person after ten guesses, wherever they come from, and for all people an address after fifty', async () => {
    const api = voucherApi({}, [], { TRUST_PROXY: '1' });
    const people = ['ana', 'bia', 'caio', 'dora', 'eva', 'fabio', 'gil'].map((name) =>
      signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null }, name),
    );
    const as = (person: number, place: number, code = CODE): request.Test =>
      request(api.app)
        .get(path(code))
        .set('cookie', people[person]!)
        .set('origin', 'http://localhost:3000')
        .set('x-forwarded-for', `203.0.113.${place}`);
    for (let n = 0; n < 10; n += 1) await as(0, n, aGuess(n)).expect(404);
    await as(0, 10).expect(429);
    await as(1, 9).expect(200);
    await api.get(path()).set('x-forwarded-for', '203.0.113.9').expect(200);
    for (let n = 0; n < 50; n += 1) await as(1 + Math.floor(n / 10), 99, aGuess(n)).expect(404);
    await as(6, 99).expect(429);
    await as(6, 100).expect(200);
    await api.get(path()).set('x-forwarded-for', '203.0.113.99').expect(200);
  });

  it('takes all of one subscriber’s IPv6 addresses for one', async () => {
    const api = voucherApi({}, [], { TRUST_PROXY: 'loopback' });
    const from = (address: string, n: number): ReturnType<AnApi['get']> =>
      api.get(path(aGuess(n))).set('x-forwarded-for', address);
    for (let n = 0; n < 10; n += 1) await from(`2001:db8:1:2::${n + 1}`, n).expect(404);
    await from('2001:db8:1:2:ffff::1', 10).expect(429);
    await from('2001:db8:1:3::1', 11).expect(404);
  });

  it('leaves a valid code that is brought with its customer usable, and nothing else', async () => {
    const api = withVoucher();
    const sale = { saleTotalCents: 12_900 };
    await guess(api, 10);
    await api.get(`${path()}?customerId=cus_1`).expect(200);
    await api.get(path()).expect(429);
    await api.post(path(CODE, 'redeem'), { ...sale, customerId: 'cus_1' }, 'a').expect(200);
    await api.get(`${path()}?customerId=cus_2`).expect(429);
    // Guessing goes on no better like this: ten in vain from one address, and this way is locked too.
    for (let n = 0; n < 9; n += 1) await api.get(`${path(aGuess(n))}?customerId=cus_1`).expect(429);
    await api.get(`${path()}?customerId=cus_1`).expect(429);
  });

  it('shuts out with named guesses under a locked key only the address they come from', async () => {
    const api = voucherApi({}, [], { TRUST_PROXY: '1' });
    const from = (place: number, code = CODE, query = '?customerId=cus_1'): ReturnType<AnApi['get']> =>
      api.get(`${path(code)}${query}`).set('x-forwarded-for', `203.0.113.${place}`);
    for (let n = 0; n < 50; n += 1) await from(n, aGuess(n), '').expect(404);
    for (let n = 0; n < 10; n += 1) await from(99, aGuess(n)).expect(429);
    await from(99).expect(429);
    await from(100).expect(200);
    await from(100, CODE, '').expect(429);
  });

  it('counts a code that is brought with the customer of another', async () => {
    const api = withVoucher();
    for (let n = 0; n < 10; n += 1) await api.get(`${path()}?customerId=cus_2`).expect(404);
    await api.get(path()).expect(429);
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
  it('is no guess: a wrong amount locks neither the code nor who typed it', async () => {
    const api = withVoucher();
    for (let n = 0; n < 30; n += 1)
      await api.post(path(CODE, 'redeem'), { saleTotalCents: 100 + n }, `k${n}`).expect(422);
    await api.post(path(CODE, 'redeem'), { saleTotalCents: 12_900 }, 'k').expect(200);
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
