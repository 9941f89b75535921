import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Refusal } from '../../../src/loyalty';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi, problemIn } from '../an-api';
import { aCustomer, aLot, aSale, aVoucherLot, aWallet, CODE, MINE, NOW } from '../builders';
import { aKeyCaller } from '../callers';
import { expectContract } from '../http/contract';

const RETURNS = '/v1/sales/sal_1/returns';
const CLAIM = '/v1/sales/sal_1/customer';
const unclaimed = (change: object = {}): ReturnType<typeof aSale> =>
  aSale({ owner: { customerId: null, claimCall: null }, benefit: { status: 'unidentified' }, ...change });

describe('returning goods', () => {
  it('goes to the run of the sale under an id of its own, and answers with the sale', async () => {
    const { post, runs } = anApi();
    const body = { amountCents: 5_000, reason: 'Tamanho errado', operator: 'caixa 1', storeId: 'centro' };
    const answer = await post(RETURNS, body).expect(201);
    await expectContract(answer, 'post', '/v1/sales/{id}/returns');
    expect(answer.body).toMatchObject({ id: 'sal_1', returns: [], refundedCents: 0 });
    expect(runs.saleUpdates).toEqual([
      {
        name: 'returnGoods',
        sale: expect.objectContaining({ saleId: 'sal_1', connectionId: 'con_1', settleMs: 5_000 }),
        request: { ...body, items: [], keyId: 'my-key' },
        callId: expect.stringMatching(/^ret_/),
      },
    ]);
    await post(RETURNS, body).expect(201).expect('idempotency-replayed', 'true');
    await post(RETURNS, body, 'key-2').expect(201);
    expect(new Set(runs.saleUpdates.map(({ callId }) => callId)).size).toBe(2);
    expect(runs.saleUpdates).toHaveLength(2);
  });

  it('takes lines, whole or by the piece', async () => {
    const { post, runs } = anApi();
    await post(RETURNS, { items: [{ sku: 'a' }, { sku: 'b', quantity: 2 }] }).expect(201);
    expect(runs.saleUpdates[0]?.request).toEqual({
      amountCents: null,
      items: [
        { sku: 'a', quantity: null },
        { sku: 'b', quantity: 2 },
      ],
      reason: null,
      operator: null,
      storeId: null,
      keyId: 'my-key',
    });
  });

  it.each([
    [{}, 'amountCents'],
    [{ amountCents: 5, items: [{ sku: 'a' }] }, 'amountCents'],
    [{ amountCents: 0 }, 'amountCents'],
    [{ amountCents: 1.5 }, 'amountCents'],
    [{ items: [] }, 'items'],
    [{ items: [{ sku: 'a', quantity: 0 }] }, 'items[0].quantity'],
    [{ items: [{ quantity: 1 }] }, 'items[0].sku'],
    [{ amountCents: 5, customerId: 'cus_1' }, 'customerId'],
  ])('refuses %p', async (body, field) => {
    const { post, runs } = anApi();
    const answer = await post(RETURNS, body).expect(422);
    await expectContract(answer, 'post', '/v1/sales/{id}/returns');
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
    expect(runs.saleUpdates).toEqual([]);
  });

  it('of an unknown sale is not found', async () => {
    const answer = await anApi().post('/v1/sales/sal_9/returns', { amountCents: 1 }).expect(404);
    expect(problemIn(answer).code).toBe('sale_not_found');
  });

  it.each<[Record<string, string | number>, RegExp]>([
    [{ returnableCents: 500, requestedCents: 700 }, /ainda podem voltar R\$\s5,00.*é de R\$\s7,00/],
    [{ saleStatus: 'open' }, /ainda não foi concluída/],
    [{ sku: 'MEIA', piecesLeft: 0 }, /MEIA não está nesta venda/],
    [{ sku: 'MEIA', piecesLeft: 1 }, /só tem 1 unidade por devolver/],
    [{ sku: 'MEIA', piecesLeft: 2 }, /só tem 2 unidades por devolver/],
  ])('says why it is refused: %p', async (facts, text) => {
    const { post, runs } = anApi();
    runs.behave = () => {
      throw new Refusal('invalid_request', facts);
    };
    const answer = await post(RETURNS, { amountCents: 700 }).expect(422);
    await expectContract(answer, 'post', '/v1/sales/{id}/returns');
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', ...facts });
    expect(problemIn(answer).detail).toMatch(text);
  });
});

describe('a sale with returns', () => {
  it('shows them, its points and vouchers, and what returns left of each result (R20)', async () => {
    const sale = aSale({
      content: { totalCents: 10_000 },
      benefit: {
        ...{ earnedCents: 375, earnedPoints: 75, earnedVouchers: 1 },
        evaluated: { of: '', grants: [] },
        explanation: [
          { ruleId: 'c', type: 'cashback', outcome: 'paid', amount: 500, lines: ['5% de R$ 100,00'] },
        ],
      },
      purchase: {
        returnedCents: 2_500,
        returns: [
          {
            ...{ id: 'ret_1', at: NOW, amountCents: 2_500, items: [{ sku: 'a', quantity: null }] },
            ...{ operator: 'caixa 1', storeId: null, reason: 'Cor' },
          },
        ],
      },
    });
    const points = aLot({ id: 'p', type: 'points', buckets: { active: 60, spent: 15, reversed: 25 } });
    const wallet = aWallet(aLot({ buckets: { active: 375, reversed: 125 } }), points, aVoucherLot());
    const { get } = anApi({ sales: [sale], wallets: new Map([['cus_1', wallet]]) });
    const answer = await get('/v1/sales/sal_1').expect(200);
    await expectContract(answer, 'get', '/v1/sales/{id}');
    expect(answer.body).toMatchObject({
      returnedCents: 2_500,
      returns: [{ id: 'ret_1', amountCents: 2_500, reason: 'Cor', items: [{ sku: 'a', quantity: null }] }],
      benefit: {
        activeCents: 375,
        takenBackCents: 125,
        points: { earnedPoints: 75, activePoints: 60, usedPoints: 15, takenBackPoints: 25 },
        vouchers: [{ code: CODE, template: 'volta-20', state: 'active', usesLeft: 1 }],
      },
    });
    const { explanation } = answer.body as { explanation: { lines: string[] }[] };
    expect(explanation[0]!.lines.at(-1)).toMatch(/de R\$\s5,00 ficam R\$\s3,75$/);
  });
});

describe('claiming a sale', () => {
  it('hands the customer’s id on, and nothing that names a person', async () => {
    const { post, runs, logged } = anApi({ sales: [unclaimed()] });
    const body = { document: '529.982.247-25', name: 'Maria Exemplo', operator: 'caixa 1' };
    const answer = await post(CLAIM, body).expect(200);
    await expectContract(answer, 'post', '/v1/sales/{id}/customer');
    expect(runs.saleUpdates).toEqual([
      {
        name: 'claimSale',
        sale: expect.objectContaining({ saleId: 'sal_1' }),
        request: { customerId: 'cus_1', operator: 'caixa 1', storeId: null, keyId: 'my-key' },
        callId: expect.stringMatching(/^clm_/),
      },
    ]);
    expect(logged()).not.toMatch(/529\.982|52998|Maria/);
  });

  it('leaves it to a run to merge a record that is the customer’s too, and does not wait for it', async () => {
    const other = aCustomer({ id: 'cus_2', name: 'M. Exemplo' });
    const { post, runs, holds } = anApi({ customers: [aCustomer(), other], sales: [unclaimed()] });
    await post(CLAIM, { document: '529.982.247-25', name: 'Maria Exemplo' }).expect(200);
    expect(runs.merges).toMatchObject([{ undone: false, proven: { from: 'cus_2', into: 'cus_1' } }]);
    expect(holds.merges).toEqual([]);
  });

  it('has the sales woken that an earlier call merged and could not wake', async () => {
    const other = aCustomer({ id: 'cus_2', name: 'Ana Exemplo', document: null });
    const { post, runs } = anApi({ customers: [aCustomer(), other], sales: [unclaimed()] });
    runs.behave = () => Promise.reject(new EngineUnavailableError());
    await post('/v1/customers/cus_1/merges', { from: 'cus_2', reason: 'Mesma pessoa' }).expect(503);
    runs.behave = () => undefined;
    runs.merges.length = 0;
    await post(CLAIM, { document: '529.982.247-25', name: 'Maria Exemplo' }).expect(200);
    expect(runs.merges).toMatchObject([{ undone: false, proven: null }]);
  });

  it('takes a customer by id', async () => {
    const { post, runs, asked } = anApi({ sales: [unclaimed()] });
    await post(CLAIM, { customerId: 'cus_1' }).expect(200);
    expect(runs.saleUpdates[0]?.request).toMatchObject({ customerId: 'cus_1' });
    expect(asked).not.toContain('customers.identify');
    const another = anApi({ sales: [unclaimed()] });
    const nobody = await another.post(CLAIM, { customerId: 'cus_9' }).expect(404);
    expect(problemIn(nobody).code).toBe('customer_not_found');
  });

  it('tells a till key, which reads no sales, only which sale it is and whose', async () => {
    const { holds, app } = anApi({ sales: [unclaimed()] });
    holds.keys.set('rk_till', aKeyCaller(MINE, 'till', 'till'));
    const asTill = request(app).post(CLAIM).set('authorization', 'Bearer rk_till');
    const answer = await asTill.set('idempotency-key', 'k').send({ customerId: 'cus_1' }).expect(200);
    await expectContract(answer, 'post', '/v1/sales/{id}/customer');
    expect(answer.body).toEqual({
      ...{ id: 'sal_1', channel: 'bling', externalId: expect.any(String), number: expect.any(String) },
      ...{ customerId: null, earnedCents: expect.any(Number) },
    });
    const whole = await anApi({ sales: [unclaimed()] }).post(CLAIM, { customerId: 'cus_1' });
    expect(whole.body).toMatchObject({ id: 'sal_1', timeline: expect.any(Array) });
  });

  it('of a sale that has a customer is refused before anybody is written down (R28)', async () => {
    const { post, runs, asked } = anApi();
    const answer = await post(CLAIM, { document: '529.982.247-25' }).expect(422);
    await expectContract(answer, 'post', '/v1/sales/{id}/customer');
    expect(problemIn(answer)).toMatchObject({
      saleOwner: 'known',
      detail: expect.stringContaining('já tem'),
    });
    expect(asked).not.toContain('customers.identify');
    expect(runs.saleUpdates).toEqual([]);
  });

  it.each([
    [{}, 'customerId'],
    [{ name: 'Maria' }, 'customerId'],
    [{ customerId: 'cus_1', phone: '11987654321' }, 'customerId'],
    [{ document: '111' }, 'document'],
    [{ phone: 'x', document: '' }, 'document'],
  ])('refuses %p', async (body, field) => {
    const answer = await anApi({ sales: [unclaimed()] })
      .post(CLAIM, body)
      .expect(422);
    await expectContract(answer, 'post', '/v1/sales/{id}/customer');
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
  });

  it('after the window is refused for good', async () => {
    const { post, runs } = anApi({ sales: [unclaimed()] });
    runs.behave = () => {
      throw new Refusal('claim_window_closed', {});
    };
    const answer = await post(CLAIM, { customerId: 'cus_1' }).expect(410);
    await expectContract(answer, 'post', '/v1/sales/{id}/customer');
    expect(problemIn(answer).code).toBe('claim_window_closed');
  });
});
