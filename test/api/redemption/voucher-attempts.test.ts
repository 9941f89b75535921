import { describe, expect, it } from '@jest/globals';
import { CODE, MY_KEY } from '../builders';
import { expectContract } from '../http/contract';
import { path, sale, withVoucher } from './a-voucher';

describe('attempts with a code', () => {
  it('are all kept: looks, uses, refusals and repetitions, with who, where and why', async () => {
    const { get, post, holds } = withVoucher();
    await get(`${path()}?operator=Ana&storeId=norte`).expect(200);
    await post(path('redeem'), sale({ saleTotalCents: 5_000, operator: 'caixa 1' }), 'k1').expect(422);
    await post(path('redeem'), sale({ saleTotalCents: 5_000, operator: 'caixa 1' }), 'k1').expect(422);
    await post(path('redeem'), sale({ storeId: 'centro' }), 'k2').expect(200);
    const answer = await get(path('attempts')).expect(200);
    await expectContract(answer, 'get', '/v1/vouchers/{code}/attempts');
    const { data, next } = answer.body as { data: { redemptionId: string | null }[]; next: null };
    expect(next).toBeNull();
    expect(data).toMatchObject([
      { action: 'redeem', outcome: 'ok', storeId: 'centro', operator: null, caller: 'my-key' },
      { action: 'redeem', outcome: 'below_min_sale', repeated: true },
      {
        action: 'redeem',
        outcome: 'below_min_sale',
        repeated: false,
        operator: 'caixa 1',
        facts: { minSaleCents: 10_000, saleTotalCents: 5_000 },
      },
      { action: 'look', outcome: 'ok', operator: 'Ana', storeId: 'norte' },
    ]);
    expect(data[0]?.redemptionId).toMatch(/^red_/);
    expect(holds.attempts.map(({ lotId }) => lotId)).toEqual(Array(4).fill('sal_1/vale-volta/cus_1/1'));
  });

  it('come in pages, newest first', async () => {
    const { get, clock } = withVoucher();
    for (let n = 0; n < 3; n += 1) {
      clock.now += 1;
      await get(path()).expect(200);
    }
    const first = (await get(`${path('attempts')}?limit=2`).expect(200)).body as {
      data: object[];
      next: string;
    };
    expect(first.data).toHaveLength(2);
    const rest = await get(`${path('attempts')}?limit=2&before=${first.next}`).expect(200);
    expect(rest.body).toMatchObject({ data: [{ id: 'att_1' }], next: null });
  });

  it('are listed for the merchant as a whole, guesses too, without the codes', async () => {
    const { get } = withVoucher();
    await get(`${path()}?operator=ana`).expect(200);
    await get(`${path('', 'K7QM-3XRT-9WHQ')}?operator=bia`).expect(404);
    const answer = await get('/v1/voucher-attempts').expect(200);
    await expectContract(answer, 'get', '/v1/voucher-attempts');
    expect(answer.body).toMatchObject({
      data: [
        { outcome: 'voucher_not_found', operator: 'bia', codeEnding: null },
        { outcome: 'ok', operator: 'ana', codeEnding: '9WHP' },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain('K7QM');
    const guesses = await get('/v1/voucher-attempts?outcome=voucher_not_found&operator=ana').expect(200);
    expect(guesses.body).toMatchObject({ data: [], next: null });
  });

  it('keep of what cannot be a code only its digest', async () => {
    const { get, holds } = withVoucher();
    await get(path('', 'K7QM-3XRT-9WHQ')).expect(404);
    expect(holds.attempts).toMatchObject([
      { code: null, typed: expect.stringMatching(/^[0-9a-f]{64}$/), outcome: 'voucher_not_found' },
    ]);
  });

  it('are answered even where they cannot be written down', async () => {
    const { get, fails, logged } = withVoucher();
    fails.set('voucherAttempts.record', new Error('disk full'));
    await get(path()).expect(200);
    expect(logged()).toContain('attempt was not kept');
  });
});

describe('the log', () => {
  it.each([path(), path('redeem'), path('nothing'), `/V1/Vouchers/${CODE}`, '/v1/voucher/k7qm3xrt9whp'])(
    'never holds the code of %s',
    async (asked) => {
      const { get, logged } = withVoucher();
      await get(asked);
      expect(logged()).not.toMatch(/k7qm/i);
      expect(logged()).not.toContain(MY_KEY);
    },
  );
});
