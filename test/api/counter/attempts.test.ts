import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../src/loyalty';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aRedemption, aReserveBody, aVoucherLot, aWallet, CODE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const PATH = '/v1/attempts';
const DAY = 86_400_000;

type Row = Record<string, unknown> & {
  refusal: { code: string; detail: string } | null;
  redemption: unknown;
};

async function rows({ get }: AnApi, query: object = {}): Promise<Row[]> {
  const answer = await get(PATH).query(query).expect(200);
  await expectContract(answer, 'get', PATH);
  return (answer.body as { data: Row[] }).data;
}

/** Refuses the next calls of runs. */
function refuse(api: AnApi, code: ConstructorParameters<typeof Refusal>[0], facts = {}): void {
  api.runs.behave = () => {
    throw new Refusal(code, facts);
  };
}

describe('GET /v1/attempts', () => {
  it('has a use that was done, with whose it was, who did it and where', async () => {
    const api = anApi({ redemptions: [] });
    await api.post(
      '/v1/redemptions',
      aReserveBody({ confirm: true, operator: 'caixa 1', storeId: 'centro' }),
    );
    expect(await rows(api)).toEqual([
      expect.objectContaining({
        action: 'use',
        outcome: 'done',
        refusal: null,
        type: 'cashback',
        amountCents: 950,
        points: null,
        customer: { id: 'cus_1', name: 'Maria Exemplo' },
        saleTotalCents: 12_900,
        operator: 'caixa 1',
        storeId: 'centro',
        caller: 'my-key',
      }),
    ]);
  });

  it('names the store, and a key that called by its label', async () => {
    const api = anApi();
    const centro = { name: 'Loja Centro', zone: 'America/Sao_Paulo', channels: ['centro'], documents: [] };
    await api.post('/v1/stores', centro).expect(201);
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'str_1' }), 'one');
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'centro' }), 'two');
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'feira' }), 'three');
    const [keyLabel] = [...api.holds.keys.values()].flatMap(({ actor }) =>
      actor.kind === 'key' && actor.keyId === 'my-key' ? [actor.label] : [],
    );
    expect(keyLabel).toEqual(expect.any(String));
    expect((await rows(api)).map(({ storeName, callerName }) => [storeName, callerName])).toEqual([
      ['feira', keyLabel],
      ['Loja Centro', keyLabel],
      ['Loja Centro', keyLabel],
    ]);
  });

  it('is of a day by the clock of the store that is asked about, else of the program', async () => {
    const api = anApi();
    const zone = 'Pacific/Kiritimati';
    const ilha = { name: 'Loja da Ilha', zone, channels: ['ilha'], documents: [] };
    await api.post('/v1/stores', ilha).expect(201);
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'ilha' }), 'one').expect(201);
    const ofDay = async (query: object): Promise<unknown> => {
      const answer = await api.get(PATH).query(query).expect(200);
      const { day, timezone, data } = answer.body as { day: string; timezone: string; data: Row[] };
      return [day, timezone, data.length];
    };
    expect(await ofDay({ storeId: 'ilha' })).toEqual(['2026-11-04', zone, 1]);
    expect(await ofDay({ storeId: 'ilha', day: '2026-11-03' })).toEqual(['2026-11-03', zone, 0]);
    expect(await ofDay({})).toEqual(['2026-11-03', 'America/Sao_Paulo', 1]);
  });

  it('has a refusal in words, with the numbers behind it', async () => {
    const api = anApi();
    refuse(api, 'insufficient_balance', { requiredCents: 950, availableCents: 100 });
    await api.post('/v1/redemptions', aReserveBody()).expect(422);
    const [row] = await rows(api);
    expect(row).toMatchObject({ action: 'reserve', outcome: 'refused', amountCents: 950, redemption: null });
    expect(row!.refusal).toMatchObject({ code: 'insufficient_balance' });
    expect(row!.refusal!.detail).toContain('o saldo disponível é de R$ 1,00');
  });

  it('says of a use until when it can be undone, and that it was', async () => {
    const confirmed = aRedemption({ state: 'confirmed', confirmedAt: NOW - DAY });
    const api = anApi({ redemptions: [confirmed] });
    await api.post('/v1/redemptions/red_1/confirm', { operator: 'caixa 2' }, 'one').expect(200);
    expect(await rows(api)).toMatchObject([
      {
        action: 'confirm',
        redemption: { id: 'red_1', state: 'confirmed', undoableUntil: '2027-02-01T03:00:00.000Z' },
      },
    ]);
    Object.assign(confirmed, { state: 'rolled_back', closedAt: NOW });
    await api.post('/v1/redemptions/red_1/rollback', {}, 'two').expect(200);
    const [undone, used] = await rows(api);
    expect(undone).toMatchObject({ action: 'rollback', outcome: 'done' });
    expect(used).toMatchObject({ redemption: { state: 'rolled_back', undoableUntil: null } });
    Object.assign(confirmed, { state: 'confirmed', confirmedAt: NOW - 91 * DAY });
    expect((await rows(api))[1]).toMatchObject({ redemption: { undoableUntil: null } });
  });

  it('says of points that were used what they took off', async () => {
    const terms = { ...aRedemption().terms, pointValueCents: 5 };
    const points = aRedemption({ type: 'points', amount: 70, terms, state: 'confirmed', confirmedAt: NOW });
    const api = anApi({ redemptions: [points] });
    api.runs.used = { type: 'points', amount: 70 };
    await api.post('/v1/redemptions/red_1/confirm', {}, 'one').expect(200);
    expect(await rows(api)).toMatchObject([
      { type: 'points', points: 70, amountCents: null, discountCents: 350 },
    ]);
  });

  it('has attempts with vouchers beside them, and the code only where it can be used for undoing', async () => {
    const voucher = aVoucherLot({ buckets: { spent: 1 } });
    const use = aRedemption({
      ...{ id: 'red_2', type: 'voucher', amount: 1, discountCents: 2_000, state: 'confirmed' },
      ...{ confirmedAt: NOW, draws: [{ lotId: voucher.id, amount: 1 }] },
    });
    const api = anApi({ wallets: new Map([['cus_1', aWallet(voucher)]]), redemptions: [use] });
    await api.post(`/v1/vouchers/${CODE}/redeem`, { saleTotalCents: 12_900 }, 'one').expect(409);
    await api.get(`/v1/vouchers/${CODE}`).expect(200);
    api.holds.attempts.push({ ...api.holds.attempts[0]!, id: 'att_0', outcome: 'ok', redemptionId: 'red_2' });
    const found = await rows(api);
    expect(found.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['look', 'refused'],
      ['use', 'refused'],
      ['use', 'done'],
    ]);
    expect(found[1]).toMatchObject({
      ...{ type: 'voucher', codeEnding: '9WHP', customer: { id: 'cus_1' }, redemption: null },
      refusal: { code: 'voucher_already_redeemed' },
    });
    expect(found[2]).toMatchObject({ discountCents: 2_000, redemption: { voucherCode: CODE } });
  });

  it('leaves out a code that could be used and was only looked at, and what is repeated under its key', async () => {
    const api = anApi({ wallets: new Map([['cus_1', aWallet(aVoucherLot())]]) });
    await api.get(`/v1/vouchers/${CODE}`).expect(200);
    await api.post('/v1/redemptions', aReserveBody(), 'same').expect(201);
    await api.post('/v1/redemptions', aReserveBody(), 'same').expect(201);
    expect(api.holds.balanceAttempts.map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(await rows(api)).toHaveLength(1);
  });

  it('does not know whether it was done where we failed', async () => {
    const api = anApi();
    api.runs.behave = () => {
      throw new Error('broken');
    };
    await api.post('/v1/redemptions', aReserveBody()).expect(500);
    expect(await rows(api)).toMatchObject([{ outcome: 'unknown', refusal: { code: 'internal_error' } }]);
  });

  it('keeps nothing that may be a document where a call names something else than it should', async () => {
    const api = anApi();
    const body = aReserveBody({ customerId: '529.982.247-25', amountCents: 'x' });
    await api.post('/v1/redemptions', body).expect(422);
    await api.post('/v1/redemptions/52998224725/confirm', {}, 'two').expect(404);
    expect(JSON.stringify(api.holds.balanceAttempts)).not.toMatch(/529/);
    expect(await rows(api)).toMatchObject([{ amountCents: null }, { amountCents: null }]);
  });

  it('is of one day and store, in the zone of the program', async () => {
    const api = anApi();
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'centro' }), 'one');
    await api.post('/v1/redemptions', aReserveBody({ storeId: 'norte' }), 'two');
    const answer = await api.get(PATH).query({ storeId: 'norte', day: '2026-11-03' }).expect(200);
    expect(answer.body).toMatchObject({
      ...{ day: '2026-11-03', timezone: 'America/Sao_Paulo', next: null },
      data: [{ storeId: 'norte' }],
    });
    expect(await rows(api, { day: '2026-11-02' })).toEqual([]);
    const page = await api.get(PATH).query({ limit: 1 }).expect(200);
    expect((page.body as { next: string }).next).toMatch(/^2026-11-03T15:00:00.000Z_att_/);
    await api.get(PATH).query({ day: 'hoje' }).expect(422);
  });
});
