import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { VoucherRequest } from '../../../src/workflows';
import { Refusal } from '../../../src/loyalty';
import type { Redemption } from '../../../src/loyalty';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aVoucherLot, aWallet, CODE, MINE, NOW, THEIR_KEY } from '../builders';
import { expectContract } from '../http/contract';
import { aUse, path, sale, withVoucher } from './a-voucher';

const DAY = 86_400_000;

describe('looking at a voucher', () => {
  it('says what it takes off this sale, and what it leaves unused (R37)', async () => {
    const { get } = withVoucher({ face: { minSaleCents: 0 } });
    const answer = await get(`${path()}?saleTotalCents=1500`).expect(200);
    await expectContract(answer, 'get', '/v1/vouchers/{code}');
    expect(answer.body).toMatchObject({
      code: CODE,
      state: 'active',
      usable: true,
      refusal: null,
      discountCents: 1_500,
      unusedCents: 500,
      usesLeft: 1,
      customerId: 'cus_1',
      saleId: 'sal_1',
    });
  });

  it('says nothing of a discount where no sale was asked about', async () => {
    const answer = await withVoucher().get(path()).expect(200);
    await expectContract(answer, 'get', '/v1/vouchers/{code}');
    expect(answer.body).toMatchObject({ usable: true, discountCents: null, unusedCents: null });
  });

  it.each(['k7qm3xrt9whp', ' K7QM 3XRT 9WHP ', 'K7QM3XRT-9whp'])(
    'reads %p as the same code',
    async (typed) => {
      const answer = await withVoucher()
        .get(path('', encodeURIComponent(typed)))
        .expect(200);
      expect(answer.body).toMatchObject({ code: CODE });
    },
  );

  it.each<[string, Parameters<typeof aVoucherLot>[0], string]>([
    ['not active yet', { activatesAt: NOW + DAY, buckets: { pending: 1 } }, 'voucher_not_active_yet'],
    ['expired by the clock, however late the timer (R1)', { expiresAt: NOW }, 'voucher_expired'],
    ['redeemed', { buckets: { spent: 1 } }, 'voucher_already_redeemed'],
    ['cancelled', { buckets: { reversed: 1 } }, 'voucher_cancelled'],
    ['for larger sales', { face: { minSaleCents: 12_901 } }, 'below_min_sale'],
    ['for other stores', { face: { stores: ['centro'] } }, 'wrong_store'],
  ])('that is %s says so with code and text', async (_title, lot, code) => {
    const answer = await withVoucher(lot).get(`${path()}?saleTotalCents=12900&storeId=norte`).expect(200);
    await expectContract(answer, 'get', '/v1/vouchers/{code}');
    expect(answer.body).toMatchObject({
      usable: false,
      refusal: { code, detail: expect.stringMatching(/\.$/) },
    });
  });

  it('names the stores it is limited to as people call them, also where it is refused', async () => {
    const shop = { id: 'str_1', merchantId: MINE, name: 'Loja Centro', zone: 'America/Sao_Paulo' };
    const shops = [{ ...shop, channels: ['205371'], documents: [], createdAt: new Date(NOW) }];
    const wallets = new Map([['cus_1', aWallet(aVoucherLot({ face: { stores: ['205371', 'feira'] } }))]]);
    const { get, post } = anApi({ wallets, shops });
    const looked = await get(`${path()}?saleTotalCents=12900&storeId=norte`).expect(200);
    await expectContract(looked, 'get', '/v1/vouchers/{code}');
    expect(looked.body).toMatchObject({
      stores: ['205371', 'feira'],
      storeNames: ['Loja Centro', 'feira'],
      refusal: { code: 'wrong_store', detail: expect.stringContaining('lojas: Loja Centro, feira.') },
    });
    const used = await post(path('redeem'), sale({ storeId: 'norte' })).expect(422);
    expect(problemIn(used)).toMatchObject({ code: 'wrong_store', stores: 'Loja Centro, feira' });
  });

  it('refuses a total that is none', async () => {
    const answer = await withVoucher().get(`${path()}?saleTotalCents=dez`).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe('saleTotalCents');
  });

  it('does not know the voucher of another merchant', async () => {
    const { app } = withVoucher();
    const answer = await request(app).get(path()).set('authorization', `Bearer ${THEIR_KEY}`).expect(404);
    expect(problemIn(answer).code).toBe('voucher_not_found');
  });
});

describe('a step on a voucher', () => {
  it.each([
    ['reserve', 201, 'reserved'],
    ['redeem', 200, 'confirmed'],
  ])(
    '%s goes to the run of the sale that gave it, by its lot and not its code',
    async (move, status, state) => {
      const { post, runs, logged } = withVoucher();
      const answer = await post(path(move), sale({ operator: 'caixa 1', storeId: 'centro' })).expect(status);
      await expectContract(answer, 'post', `/v1/vouchers/{code}/${move}`);
      expect(answer.body).toMatchObject({
        code: CODE,
        type: 'voucher',
        state,
        discountCents: 2_000,
        unusedCents: 0,
        usesLeft: 1,
        reservedUntil: expect.any(String),
        saleRef: '10231',
      });
      const { id } = answer.body as { id: string };
      expect(runs.saleUpdates).toEqual([
        {
          name: move,
          callId: id,
          sale: expect.objectContaining({
            saleId: 'sal_1',
            channel: 'bling',
            externalId: '26737100001',
            connectionId: 'con_1',
            settleMs: 5_000,
          }),
          request: {
            lotId: 'sal_1/vale-volta/cus_1/1',
            saleTotalCents: 12_900,
            saleRef: '10231',
            operator: 'caixa 1',
            storeId: 'centro',
            keyId: 'my-key',
          },
        },
      ]);
      expect(JSON.stringify(runs.saleUpdates)).not.toContain('K7QM');
      expect(logged()).not.toMatch(/k7qm/i);
      expect(logged()).toContain(`/v1/vouchers/{code}/${move}`);
    },
  );

  it.each([
    ['release', 'released', aUse()],
    ['rollback', 'rolled_back', aUse({ state: 'confirmed', confirmedAt: NOW - DAY })],
  ])('%s needs no body', async (move, state, use) => {
    const buckets = use.state === 'reserved' ? { reserved: 1 } : { spent: 1 };
    const { post, runs } = withVoucher({ buckets }, use);
    const answer = await post(path(move)).expect(200);
    await expectContract(answer, 'post', `/v1/vouchers/{code}/${move}`);
    expect(answer.body).toMatchObject({ state });
    expect(runs.saleUpdates[0]?.request).toMatchObject({ saleTotalCents: null, saleRef: null });
  });

  it.each([
    [{ saleTotalCents: undefined }, 'saleTotalCents'],
    [{ saleTotalCents: 0 }, 'saleTotalCents'],
    [{ saleTotalCents: 1.5 }, 'saleTotalCents'],
    [{ customer: 'cus_1' }, 'customer'],
    [{ customerId: 1 }, 'customerId'],
    [{ operator: '' }, 'operator'],
  ])('refuses %p before it looks for the voucher', async (change, field) => {
    const { post, asked, holds } = withVoucher();
    const answer = await post(path('redeem'), sale(change)).expect(422);
    await expectContract(answer, 'post', '/v1/vouchers/{code}/redeem');
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
    expect(asked).not.toContain('lockouts.lockedUntil');
    expect(holds.attempts).toMatchObject([{ action: 'redeem', outcome: 'invalid_request', code: CODE }]);
  });

  it('answers a repetition of the same key without asking again', async () => {
    const { post, runs } = withVoucher();
    const first = await post(path('redeem'), sale()).expect(200);
    const again = await post(path('redeem'), sale()).expect(200).expect('idempotency-replayed', 'true');
    expect(again.body).toEqual(first.body);
    expect(runs.saleUpdates).toHaveLength(1);
  });
});

describe('undoing or letting go one of several uses', () => {
  const used = (id: string, at: number): Redemption =>
    aUse({ id, state: 'confirmed', reservedAt: at, confirmedAt: at });
  const twice = (): AnApi =>
    withVoucher({ buckets: { spent: 2 } }, used('red_early', NOW - DAY), used('red_late', NOW - 1));

  it('is of the very use that is named, whatever came after it', async () => {
    const { post, runs } = twice();
    const answer = await post(path('rollback'), { redemptionId: 'red_early', saleRef: '10231' }).expect(200);
    await expectContract(answer, 'post', '/v1/vouchers/{code}/rollback');
    // As a worker of any version tells it from the use for the same sale that came later.
    expect(runs.saleUpdates[0]?.request).toMatchObject({ saleRef: 'red_early' });
  });

  it('is refused of what is no use of this voucher, without asking the engine', async () => {
    const { post, runs } = twice();
    const answer = await post(path('rollback'), { redemptionId: 'red_other' }).expect(404);
    await expectContract(answer, 'post', '/v1/vouchers/{code}/rollback');
    expect(problemIn(answer).code).toBe('redemption_not_found');
    expect(runs.saleUpdates).toEqual([]);
  });

  it('lets the named reservation go, and in its place none that somebody has made since', async () => {
    const lapsed = aUse({ id: 'red_lapsed', state: 'expired', reservedAt: NOW - DAY, closedAt: NOW - 1 });
    const { post, runs } = withVoucher({ buckets: { reserved: 1 } }, lapsed, aUse());
    const answer = await post(path('release'), { redemptionId: 'red_lapsed' }, 'one').expect(422);
    await expectContract(answer, 'post', '/v1/vouchers/{code}/release');
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', state: 'expired' });
    expect(runs.saleUpdates).toEqual([]);
    await post(path('release'), { redemptionId: 'red_use', saleRef: '10231' }, 'two').expect(200);
    expect(runs.saleUpdates[0]?.request).toMatchObject({ saleRef: 'red_use' });
  });
});

describe('what is certainly refused', () => {
  it.each<[string, string, Parameters<typeof aVoucherLot>[0], Redemption[], object, number, string]>([
    ['reserved', 'reserve', { buckets: { reserved: 1 } }, [aUse()], {}, 409, 'voucher_reserved'],
    [
      'reserved for another sale',
      'redeem',
      { buckets: { reserved: 1 } },
      [aUse()],
      { saleRef: '1' },
      409,
      'voucher_reserved',
    ],
    ['redeemed', 'redeem', { buckets: { spent: 1 } }, [], {}, 409, 'voucher_already_redeemed'],
    ['cancelled', 'redeem', { buckets: { reversed: 1 } }, [], {}, 422, 'voucher_cancelled'],
    [
      'pending',
      'redeem',
      { activatesAt: NOW + DAY, buckets: { pending: 1 } },
      [],
      {},
      422,
      'voucher_not_active_yet',
    ],
    ['expired', 'redeem', { expiresAt: NOW }, [], {}, 410, 'voucher_expired'],
    ['below the minimum', 'reserve', {}, [], { saleTotalCents: 9_999 }, 422, 'below_min_sale'],
    ['in the wrong store', 'reserve', { face: { stores: ['centro'] } }, [], {}, 422, 'wrong_store'],
    ['never used', 'rollback', {}, [], {}, 422, 'invalid_request'],
    ['never reserved', 'release', {}, [], {}, 422, 'invalid_request'],
    [
      'undone already',
      'rollback',
      {},
      [aUse({ state: 'rolled_back', confirmedAt: NOW - DAY })],
      {},
      409,
      'already_rolled_back',
    ],
    [
      'too late to undo',
      'rollback',
      { buckets: { spent: 1 } },
      [aUse({ state: 'confirmed', confirmedAt: NOW - 100 * DAY })],
      {},
      410,
      'rollback_window_closed',
    ],
    [
      'confirmed',
      'release',
      { buckets: { spent: 1 } },
      [aUse({ state: 'confirmed', confirmedAt: NOW - DAY })],
      {},
      422,
      'invalid_request',
    ],
  ])(
    '%s, on %s: is refused without asking the engine',
    async (_title, move, lot, uses, change, status, code) => {
      const { post, runs } = withVoucher(lot, ...uses);
      const answer = await post(path(move), sale(change)).expect(status);
      await expectContract(answer, 'post', `/v1/vouchers/{code}/${move}`);
      expect(problemIn(answer)).toMatchObject({ code, detail: expect.stringMatching(/\.$/) });
      expect(runs.saleUpdates).toEqual([]);
    },
  );

  it('lets its own reservation be used by the same sale, even past the voucher’s date (R36)', async () => {
    const lot = { expiresAt: NOW - 1, buckets: { reserved: 1 } };
    const { post, runs } = withVoucher(lot, aUse({ reservedUntil: NOW + 1 }));
    await post(path('redeem'), sale()).expect(200);
    expect(runs.saleUpdates).toHaveLength(1);
  });

  it('lets a call through that may have done itself what stands in its way', async () => {
    const { post, runs, holds } = withVoucher();
    const { id } = (await post(path('redeem'), sale()).expect(200)).body as { id: string };
    const used = { ...aWallet(aVoucherLot({ buckets: { spent: 1 } })) };
    const { lotId: _lot, ...said } = runs.saleUpdates[0]!.request as VoucherRequest & {
      saleTotalCents: number;
    };
    used.redemptions = [aUse({ ...said, id, state: 'confirmed', confirmedAt: NOW, lastCall: id })];
    holds.wallets.set('cus_1', used);
    // The same key, in a process that has forgotten the answer.
    const fresh = anApi({ wallets: holds.wallets });
    await fresh.post(path('redeem'), sale()).expect(200);
    expect(fresh.runs.saleUpdates[0]?.callId).toBe(runs.saleUpdates[0]?.callId);
    const reused = await fresh.post(path('redeem'), sale({ saleTotalCents: 77_700 }), 'key-1').expect(422);
    expect(problemIn(reused).code).toBe('idempotency_key_reused');
    const other = await fresh.post(path('redeem'), sale(), 'key-2').expect(409);
    expect(problemIn(other).code).toBe('voucher_already_redeemed');
  });

  it('carries the numbers and states the rules give, each with a text of its own', async () => {
    const pending = await withVoucher({ activatesAt: NOW + DAY, buckets: { pending: 1 } })
      .post(path('redeem'), sale())
      .expect(422);
    expect(problemIn(pending)).toMatchObject({
      activatesOn: '2026-11-04',
      detail: expect.stringContaining('04/11/2026'),
    });
    const unused = await withVoucher().post(path('rollback')).expect(422);
    expect(problemIn(unused)).toMatchObject({
      voucherState: 'active',
      detail: expect.stringContaining('vale está livre'),
    });
    const small = await withVoucher()
      .post(path('redeem'), sale({ saleTotalCents: 5_000 }))
      .expect(422);
    expect(problemIn(small)).toMatchObject({ minSaleCents: 10_000, saleTotalCents: 5_000 });
  });

  it('passes on what the run refuses', async () => {
    const { post, runs } = withVoucher();
    runs.behave = () => {
      throw new Refusal('voucher_already_redeemed', {});
    };
    expect(problemIn(await post(path('redeem'), sale()).expect(409)).code).toBe('voucher_already_redeemed');
  });
});
