import { describe, expect, it } from '@jest/globals';
import { limitsInForce } from '../../../src/api/counter/limits-in-force';
import { isCode, readTyped } from '../../../src/api/counter/typed';
import { ForgedProgramError } from '../../../src/store';
import { programInput, published } from '../../loyalty/program/programs';
import { anApi, problemIn } from '../an-api';
import { aCustomer, aLot, aVoucherLot, aWallet, CODE, MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/counter';
/** The code with another check character. */
const SLIP = 'K7QM-3XRT-9WHQ';

const withVoucher = () => anApi({ wallets: new Map([['cus_1', aWallet(aVoucherLot())]]) });

describe('what is typed at the counter', () => {
  it.each([
    [CODE, 'surely'],
    ['k7qm3xrt9whp', 'surely'],
    ['K7QM 3XRT 9WHP', 'surely'],
    [SLIP, 'perhaps'],
    ['52998224725', 'no'],
    ['529.982.247-25', 'no'],
    ['551198765432', 'no'],
    ['Maria Exemplo', 'no'],
    ['Marta Hartma', 'no'],
    ['ROSA LIMA MELO', 'no'],
    ['RUTE DANE CRUX', 'perhaps'],
    ['K7QM 3XRT 9WHQ', 'perhaps'],
    ['4321', 'no'],
  ])('%s is a code: %s', (text, sure) => {
    expect(isCode(text)).toBe(sure);
  });

  it.each([
    ['529.982.247-25', 'document'],
    ['529.982.247-20', 'document'],
    ['(11) 98765-4321', 'phone'],
    ['+55 11 98765-4321', 'phone'],
    ['4321', 'phone_ending'],
    ['98765-4321', 'phone_ending'],
    ['maria@example.com', 'email'],
    ['maria@', 'email'],
    ['Maria', 'name'],
  ])('%s is read as %s', (text, kind) => {
    expect(readTyped(text)).toBe(kind);
  });
});

describe('GET /v1/counter', () => {
  it('shows who it may be with what they have, and masks their documents', async () => {
    const lots = [aLot({ id: 'a', buckets: { active: 950 } }), aVoucherLot()];
    const api = anApi({ wallets: new Map([['cus_1', aWallet(...lots)]]) });
    const answer = await api.get(PATH).query({ query: '4321' }).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toEqual({
      kind: 'customers',
      customers: [
        {
          id: 'cus_1',
          name: 'Maria Exemplo',
          documentMasked: '***.***.247-**',
          phoneLastDigits: '4321',
          cashback: { activeCents: 950, pendingCents: 0, reservedCents: 0, debtCents: 0 },
          points: { activePoints: 0, pendingPoints: 0, reservedPoints: 0, debtPoints: 0 },
          usableVouchers: 1,
        },
      ],
      more: false,
      limits: { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000, pointValueCents: 1 },
    });
    expect(answer.text).not.toMatch(/\d{11}/);
    expect(api.holds.attempts).toEqual([]);
  });

  it('says within what the program in force lets balance be used', async () => {
    const limits = { minSaleCents: 5_000, minBalanceCents: 1_000, maxShareBps: 3_000, pointValueCents: 2 };
    const program = published(programInput({ redemption: limits }));
    const api = anApi({ programs: [{ merchantId: MINE, version: 1, program, publishedAt: new Date(NOW) }] });
    const answer = await api.get(PATH).query({ query: '4321' }).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({ limits });
  });

  it('finds people also where the program was changed by hand, and says nothing of its limits', async () => {
    const programs = { current: () => Promise.reject(new ForgedProgramError(MINE, 3)) };
    expect(await limitsInForce({ programs }, MINE)).toBeNull();
  });

  it('shows of many the first twenty, and says that there are more', async () => {
    const customers = Array.from({ length: 21 }, (_, n) => aCustomer({ id: `cus_${n}` }));
    const answer = await anApi({ customers }).get(PATH).query({ query: 'maria' }).expect(200);
    expect(answer.body).toMatchObject({ more: true });
    expect((answer.body as { customers: object[] }).customers).toHaveLength(20);
  });

  it('opens a voucher by its code, with whose it is, and keeps the look', async () => {
    const api = withVoucher();
    const answer = await api
      .get(PATH)
      .query({ query: 'k7qm 3xrt 9whp', operator: 'caixa 1', storeId: 'centro' })
      .expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      kind: 'voucher',
      voucher: { code: CODE, usable: true },
      customer: { id: 'cus_1', documentMasked: '***.***.247-**', usableVouchers: 1 },
    });
    expect(api.holds.attempts).toMatchObject([
      { code: CODE, action: 'look', outcome: 'ok', operator: 'caixa 1', storeId: 'centro' },
    ]);
  });

  it.each([
    ['529.982.247-25', 'document'],
    ['(11) 98765-4321', 'phone'],
    ['4321', 'phone_ending'],
    ['maria@example.com', 'email'],
    ['Maria', 'name'],
    ['ROSA LIMA MELO', 'name'],
  ])('says of %s what to do where nobody is found, and keeps nothing', async (query, readAs) => {
    const api = anApi({ customers: [] });
    const answer = await api.get(PATH).query({ query }).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({ kind: 'nothing', readAs });
    expect((answer.body as { detail: string }).detail).toMatch(/cadastro/);
    expect(api.holds.attempts).toEqual([]);
    expect(api.holds.customers).toEqual([]);
  });

  it('counts a code that is none like any other guess, and is locked by them', async () => {
    const api = anApi({ customers: [] });
    for (let guess = 1; guess <= 10; guess += 1) {
      const answer = await api.get(PATH).query({ query: SLIP }).expect(200);
      expect(answer.body).toMatchObject({ kind: 'nothing', readAs: 'voucher' });
    }
    const locked = await api.get(PATH).query({ query: CODE }).expect(429);
    expect(problemIn(locked).code).toBe('too_many_requests');
    await api.get(`/v1/vouchers/${CODE}`).expect(429);
    expect(api.holds.attempts.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 10 }, () => 'voucher_not_found'),
      ...['too_many_requests', 'too_many_requests'],
    ]);
    // Customers are found all the same.
    await api.get(PATH).query({ query: '529.982.247-25' }).expect(200);
  });

  it('looks for a customer first where a code may be a name, and then keeps no attempt', async () => {
    const api = anApi();
    const answer = await api.get(PATH).query({ query: SLIP }).expect(200);
    expect(answer.body).toMatchObject({ kind: 'customers' });
    expect(api.holds.attempts).toEqual([]);
  });

  it('shows a customer without document, phone and name as such', async () => {
    const customers = [aCustomer({ name: null, document: null, phones: [], updatedAt: new Date(NOW) })];
    const answer = await anApi({ customers }).get(PATH).query({ query: 'cus_1' }).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      customers: [{ name: null, documentMasked: null, phoneLastDigits: null }],
    });
  });

  it.each(['', '%20'])('is asked for something: %j', async (query) => {
    const answer = await anApi().get(`${PATH}?query=${query}`).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe('query');
  });
});
