import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aRedemption, aReserveBody, NOW } from '../builders';
import { expectContract } from '../http/contract';

describe('reserving balance', () => {
  it('answers 201 with the receipt, and hands everything on', async () => {
    const { post, runs } = anApi();
    const extra = {
      freightCents: 900,
      saleRef: ' 10231 ',
      operator: 'caixa 1',
      storeId: 'loja-2',
      confirm: true,
    };
    const answer = await post('/v1/redemptions', aReserveBody(extra)).expect(201);
    await expectContract(answer, 'post', '/v1/redemptions');
    expect(answer.body).toMatchObject({
      customerId: 'cus_1',
      type: 'cashback',
      amountCents: 950,
      state: 'confirmed',
      saleRef: '10231',
      leftCents: 4_000,
    });
    expect(answer.body).not.toHaveProperty('points');
    expect(runs.updates[0]?.request).toEqual({
      customerId: 'cus_1',
      type: 'cashback',
      amount: 950,
      saleTotalCents: 12_900,
      freightCents: 900,
      saleRef: '10231',
      operator: 'caixa 1',
      storeId: 'loja-2',
      keyId: 'my-key',
      confirm: true,
    });
  });

  it('takes points under their own name', async () => {
    const { post, runs } = anApi();
    const body = { customerId: 'cus_1', type: 'points', points: 70, saleTotalCents: 12_900 };
    const answer = await post('/v1/redemptions', body).expect(201);
    expect(answer.body).toMatchObject({ type: 'points', points: 70, discountCents: 140, leftPoints: 4_000 });
    expect(answer.body).not.toHaveProperty('leftCents');
    expect(runs.updates[0]?.request).toMatchObject({
      type: 'points',
      amount: 70,
      freightCents: 0,
      saleRef: null,
      confirm: false,
    });
  });

  it('refuses an invalid request before it looks for the customer (R30)', async () => {
    const { post, asked } = anApi();
    const answer = await post(
      '/v1/redemptions',
      aReserveBody({ customerId: 'cus_9', amountCents: 0 }),
    ).expect(422);
    expect(problemIn(answer).code).toBe('invalid_request');
    expect(asked).not.toContain('customers.get');
  });

  it('refuses an unknown customer before it asks the engine (R30)', async () => {
    const { post, runs } = anApi();
    const answer = await post('/v1/redemptions', aReserveBody({ customerId: 'cus_9' })).expect(404);
    expect(problemIn(answer).code).toBe('customer_not_found');
    expect(runs.updates).toEqual([]);
  });

  it.each([
    [{ type: 'vale' }, 'type'],
    [{ type: undefined }, 'type'],
    [{ points: 10 }, 'points'],
    [{ amountCents: undefined }, 'amountCents'],
    [{ freightCents: 12_901 }, 'freightCents'],
    [{ freightCents: -1 }, 'freightCents'],
    [{ saleRef: '' }, 'saleRef'],
    [{ operator: 'x'.repeat(101) }, 'operator'],
    [{ confirm: 'yes' }, 'confirm'],
  ])('refuses %p', async (change, field) => {
    const answer = await anApi().post('/v1/redemptions', aReserveBody(change)).expect(422);
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
    await expectContract(answer, 'post', '/v1/redemptions');
  });

  it('refuses no body at all by the fields that are missing', async () => {
    const answer = await anApi().post('/v1/redemptions').expect(422);
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual(['type']);
  });
});

describe('a redemption', () => {
  it('is answered as it is stored', async () => {
    const answer = await anApi().get('/v1/redemptions/red_1').expect(200);
    await expectContract(answer, 'get', '/v1/redemptions/{id}');
    expect(answer.body).toMatchObject({
      id: 'red_1',
      state: 'reserved',
      amountCents: 950,
      operator: 'caixa 1',
    });
  });

  it('says of points what they take off by their value when they were reserved', async () => {
    const terms = { ...aRedemption().terms, pointValueCents: 5 };
    const { get } = anApi({ redemptions: [aRedemption({ type: 'points', amount: 70, terms })] });
    const answer = await get('/v1/redemptions/red_1').expect(200);
    await expectContract(answer, 'get', '/v1/redemptions/{id}');
    expect(answer.body).toMatchObject({ type: 'points', points: 70, discountCents: 350 });
  });

  it('has expired once its end has come, however late the timer is (R1)', async () => {
    const { get } = anApi({ redemptions: [aRedemption({ reservedUntil: NOW })] });
    const answer = await get('/v1/redemptions/red_1').expect(200);
    expect(answer.body).toMatchObject({ state: 'expired', closedAt: new Date(NOW).toISOString() });
  });

  it.each([
    ['confirm', 'confirmed'],
    ['release', 'released'],
    ['rollback', 'rolled_back'],
  ])('takes %s, with or without who does it', async (action, state) => {
    const { post, runs } = anApi();
    const answer = await post(`/v1/redemptions/red_1/${action}`, { operator: 'caixa 1' }).expect(200);
    await expectContract(answer, 'post', `/v1/redemptions/{id}/${action}`);
    expect(answer.body).toMatchObject({ id: 'red_1', state });
    // As a worker of a former version answers: nobody guesses what is left.
    expect(answer.body).not.toHaveProperty('leftCents');
    await post(`/v1/redemptions/red_1/${action}`, undefined, 'key-2').expect(200);
    expect(runs.updates.map(({ request }) => request)).toEqual([
      { operator: 'caixa 1', storeId: null, keyId: 'my-key' },
      { operator: null, storeId: null, keyId: 'my-key' },
    ]);
  });

  it.each(['confirm', 'release', 'rollback'])(
    'that is unknown is not found for %s, and the engine is not asked (R33)',
    async (action) => {
      const { post, runs } = anApi();
      expect(problemIn(await post(`/v1/redemptions/red_9/${action}`).expect(404)).code).toBe(
        'redemption_not_found',
      );
      expect(runs.updates).toEqual([]);
    },
  );

  it('may be the use of a voucher, which is shown, but acted on only by its code', async () => {
    const use = aRedemption({ type: 'voucher', amount: 1, discountCents: 2_000 });
    const { get, post, runs } = anApi({ redemptions: [use] });
    const answer = await get('/v1/redemptions/red_1').expect(200);
    await expectContract(answer, 'get', '/v1/redemptions/{id}');
    expect(answer.body).toMatchObject({ type: 'voucher', discountCents: 2_000 });
    expect(answer.body).not.toHaveProperty('amountCents');
    for (const action of ['confirm', 'release', 'rollback'])
      expect(problemIn(await post(`/v1/redemptions/red_1/${action}`, {}, action).expect(404)).code).toBe(
        'redemption_not_found',
      );
    expect(runs.updates).toEqual([]);
  });

  it('refuses unknown fields of who acts', async () => {
    const answer = await anApi().post('/v1/redemptions/red_1/confirm', { amountCents: 1 }).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe('amountCents');
  });
});
