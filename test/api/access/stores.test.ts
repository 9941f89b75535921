import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import { MINE } from '../builders';
import { aPersonCaller } from '../callers';
import { expectContract } from '../http/contract';

const centro = { name: 'Centro', channels: ['205371'], documents: ['11.222.333/0001-81'] };

describe('the stores of a merchant', () => {
  it('are added, listed and changed, and the audit says how', async () => {
    const api = anApi();
    const made = await api.post('/v1/stores', centro).expect(201);
    await expectContract(made, 'post', '/v1/stores');
    const shop = {
      ...{ id: 'str_1', name: 'Centro', zone: 'America/Sao_Paulo', channels: ['205371'] },
      documents: ['11222333000181'],
    };
    expect(made.body).toEqual(shop);
    const changed = await api.patch('/v1/stores/str_1', { zone: 'America/Manaus' }).expect(200);
    await expectContract(changed, 'patch', '/v1/stores/{id}');
    const list = await api.get('/v1/stores').expect(200);
    await expectContract(list, 'get', '/v1/stores');
    expect(list.body).toEqual({ data: [{ ...shop, zone: 'America/Manaus' }] });
    const { id: _id, ...fields } = shop;
    expect(api.holds.audit).toMatchObject([
      { act: 'store.create', subject: { kind: 'store', id: 'str_1' }, before: null, after: fields },
      { act: 'store.change', before: fields, after: { ...fields, zone: 'America/Manaus' } },
    ]);
  });

  it('are not taken for one another', async () => {
    const api = anApi();
    await api.post('/v1/stores', centro).expect(201);
    const again = await api.post('/v1/stores', centro).expect(409);
    expect(problemIn(again)).toMatchObject({ code: 'store_taken', field: 'name', storeId: 'str_1' });
    expect(problemIn(again).detail).toContain('Outra loja desta conta (str_1) já tem o mesmo nome');
  });

  it('are told to whoever serves there, of somebody bound to some those alone', async () => {
    const api = anApi();
    for (const name of ['Centro', 'Norte'])
      await api.post('/v1/stores', { ...centro, name, channels: [], documents: [] }).expect(201);
    api.holds.keys.set('rk_staff', aPersonCaller(MINE, 'staff', ['str_2']));
    const answer = await request(api.app)
      .get('/v1/stores')
      .set('authorization', 'Bearer rk_staff')
      .expect(200);
    expect(answer.body).toMatchObject({ data: [{ name: 'Norte' }] });
  });

  it('of others are unknown', async () => {
    expect(problemIn(await anApi().patch('/v1/stores/str_9', { name: 'X' }).expect(404)).code).toBe(
      'store_not_found',
    );
  });

  it.each([
    ['zone', { zone: 'America/Lugar' }, 'Este fuso horário não existe'],
    ['documents[0]', { documents: ['11.222.333/0001-82'] }, 'Isto não é um CNPJ válido'],
    ['documents[0]', { documents: ['529.982.247-25'] }, 'Isto não é um CNPJ válido'],
    ['documents', { documents: ['11222333000181', '11.222.333/0001-81'] }, 'Há repetições'],
    ['channels', { channels: ['1', '1'] }, 'Há repetições'],
    ['name', { name: ' ' }, ''],
  ])('refuse a %s that is none', async (field, change, message) => {
    const { errors } = problemIn(
      await anApi()
        .post('/v1/stores', { ...centro, ...change })
        .expect(422),
    );
    expect(errors).toMatchObject([{ field, message: expect.stringContaining(message) }]);
  });

  it('are changed in something, or not at all', async () => {
    await anApi().patch('/v1/stores/str_1', {}).expect(422);
  });
});
