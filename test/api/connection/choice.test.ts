import { describe, expect, it } from '@jest/globals';
import { BlingApiError } from '../../../src/bling';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aConnection, aSale, MINE } from '../builders';
import { expectContract } from '../http/contract';

const SITUATIONS = [
  { id: 6, name: 'Em aberto', inheritsFrom: null },
  { id: 9, name: 'Atendido', inheritsFrom: null },
  { id: 12, name: 'Cancelado', inheritsFrom: null },
  { id: 126_724, name: 'Checkout parcial', inheritsFrom: 9 },
];

const channel = (n: number): object => ({
  ...{ id: String(n), name: `Canal ${n}`, type: 'Nuvemshop', enabled: true },
});

function anAccount(change: Parameters<typeof aConnection>[0] = {}): AnApi {
  const api = anApi({ connections: [aConnection(change)] });
  Object.assign(api.bling, {
    listSituationModules: () =>
      Promise.resolve([
        { id: '98310', name: 'Vendas' },
        { id: '98311', name: 'Compras' },
      ]),
    listSituations: (_account: object, moduleId: string) =>
      Promise.resolve(moduleId === '98310' ? SITUATIONS : []),
    listSalesChannels: (_account: object, { page }: { page: number }) =>
      Promise.resolve({
        // The second page repeats what the first has.
        rows: [1, 2].slice(0, page).map((n) => channel(n)),
        more: page < 2,
      }),
  });
  return api;
}

const ACCOUNT = '/v1/connections/{id}/account';
const PREVIEW = '/v1/connections/{id}/preview';

describe('what can be chosen of an account', () => {
  it('is told as Bling tells it, each situation with what it means and each channel with its store', async () => {
    const api = anAccount();
    const named = { name: 'Centro', zone: 'America/Sao_Paulo', documents: [], createdAt: new Date(0) };
    api.holds.shops.push({ id: 'str_1', merchantId: MINE, channels: ['2'], ...named });
    const answer = await api.get('/v1/connections/con_1/account').expect(200);
    await expectContract(answer, 'get', ACCOUNT);
    expect(answer.body).toEqual({
      situations: {
        answer: 'ok',
        options: [
          { id: 6, name: 'Em aberto', meaning: 'open' },
          { id: 9, name: 'Atendido', meaning: 'completed' },
          { id: 12, name: 'Cancelado', meaning: 'cancelled' },
          { id: 126_724, name: 'Checkout parcial', meaning: 'completed' },
        ],
      },
      channels: {
        answer: 'ok',
        options: [
          { id: '1', name: 'Canal 1', type: 'Nuvemshop', enabled: true, storeId: null },
          { id: '2', name: 'Canal 2', type: 'Nuvemshop', enabled: true, storeId: 'str_1' },
          { id: '0', name: 'Sem canal', type: null, enabled: true, storeId: null },
        ],
      },
    });
  });

  it('tells the orders without a channel of one company from those of another', async () => {
    const api = anAccount();
    api.holds.connections.push(aConnection({ id: 'con_2', companyId: 'company-2' }));
    const shop = { merchantId: MINE, zone: 'America/Sao_Paulo', documents: [], createdAt: new Date(0) };
    api.holds.shops.push({ ...shop, id: 'str_1', name: 'Matriz', channels: ['0'] });
    const without = async (id: string): Promise<object> => {
      const answer = await api.get(`/v1/connections/${id}/account`).expect(200);
      return (answer.body as { channels: { options: object[] } }).channels.options.at(-1)!;
    };
    expect(await without('con_2')).toMatchObject({ id: '0@con_2', name: 'Sem canal', storeId: 'str_1' });
    api.holds.shops.push({ ...shop, id: 'str_2', name: 'Filial', channels: ['0@con_2'] });
    expect(await without('con_2')).toMatchObject({ id: '0@con_2', storeId: 'str_2' });
    expect(await without('con_1')).toMatchObject({ id: '0@con_1', storeId: 'str_1' });
    api.holds.connections[1]!.state = 'disconnected';
    expect(await without('con_1')).toMatchObject({ id: '0', storeId: 'str_1' });
  });

  it('is said to be refused where the app lacks the scope, and is an outage where Bling does not answer', async () => {
    const api = anAccount();
    const failing = (kind: 'forbidden' | 'unavailable') => () =>
      Promise.reject(new BlingApiError(kind, 'read'));
    Object.assign(api.bling, {
      listSituationModules: failing('forbidden'),
      listSalesChannels: failing('forbidden'),
    });
    const answer = await api.get('/v1/connections/con_1/account').expect(200);
    expect(answer.body).toEqual({
      situations: { answer: 'refused', options: [] },
      channels: {
        answer: 'refused',
        options: [{ id: '0', name: 'Sem canal', type: null, enabled: true, storeId: null }],
      },
    });
    Object.assign(api.bling, { listSituationModules: failing('unavailable') });
    const silent = await api.get('/v1/connections/con_1/account').expect(503);
    expect(problemIn(silent).code).toBe('bling_unavailable');
    await api.get('/v1/connections/con_of_others/account').expect(404);
  });
});

describe('another choice of situations', () => {
  const choice = { completedSituations: [126_724], cancelledSituations: [12] };
  const rows = (situation: number, page = 1): object[] =>
    [1, 2, 3].map((n) => ({
      ...{
        id: String(3 * (page - 1) + n),
        number: null,
        storeId: null,
        date: '2026-11-03',
        contactId: '1',
        total: '100.00',
      },
      situation: { id: situation, value: 1 },
    }));

  it('says which situations mean something else, and how many sales that touches', async () => {
    const api = anAccount();
    const asked: number[] = [];
    Object.assign(api.bling, {
      listOrders: (_account: object, { situation }: { situation: number }) => {
        asked.push(situation);
        return Promise.resolve({ rows: rows(situation), more: false });
      },
    });
    api.holds.sales.push(aSale({ source: { externalId: '2' } }));
    const answer = await api.post('/v1/connections/con_1/preview', choice).expect(200);
    await expectContract(answer, 'post', PREVIEW);
    expect(asked).toEqual([9]);
    expect(answer.body).toEqual({
      situations: [{ id: 9, before: 'completed', after: 'open' }],
      orders: 3,
      sales: { becomeCompleted: 0, becomeCancelled: 0, becomeOpen: 1 },
      more: false,
    });
  });

  it('counts an order once, on however many pages and in however many situations it stands', async () => {
    const api = anAccount();
    Object.assign(api.bling, {
      listOrders: (_account: object, { situation, page }: { situation: number; page: number }) =>
        Promise.resolve({ rows: rows(situation), more: page < 3 }),
    });
    api.holds.sales.push(aSale({ source: { externalId: '2' } }));
    const none = { completedSituations: [126_724], cancelledSituations: [24] };
    const answer = await api.post('/v1/connections/con_1/preview', none).expect(200);
    expect(answer.body).toMatchObject({ orders: 3, more: false });
    const { sales } = answer.body as { sales: Record<string, number> };
    expect(Object.values(sales).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('looks at a thousand orders at most, and says that there are more', async () => {
    const api = anAccount();
    Object.assign(api.bling, {
      listOrders: (_account: object, { situation, page }: { situation: number; page: number }) =>
        Promise.resolve({ rows: rows(situation, page), more: true }),
    });
    const answer = await api.post('/v1/connections/con_1/preview', choice).expect(200);
    expect(answer.body).toMatchObject({ orders: 30, more: true });
  });

  it('is applied to the orders there are: they are compared by it', async () => {
    const api = anAccount();
    await api.patch('/v1/connections/con_1', choice).expect(200);
    expect(api.holds.reconciliations).toMatchObject([
      { merchantId: MINE, connectionId: 'con_1', trigger: 'situations', state: 'running' },
    ]);
    const other = { completedSituations: [9] };
    expect(problemIn(await api.patch('/v1/connections/con_1', other).expect(409)).code).toBe(
      'reconciliation_running',
    );
    expect(api.holds.connections[0]!.completedSituations).toEqual([126_724]);
    expect(api.holds.connections[0]!.unappliedSince).toBeInstanceOf(Date);
    // The same in another order is no other choice, and a zone is none.
    await api.patch('/v1/connections/con_1', { ...choice, timezone: 'America/Manaus' }).expect(200);
    expect(api.holds.reconciliations).toHaveLength(1);
  });

  it.each(['paused', 'disconnected'] as const)(
    'is not made of a connection that is %s, as no order may be looked at',
    async (as) => {
      const api = anAccount({ held: { as, at: new Date(0) }, state: as });
      const refused = await api.patch('/v1/connections/con_1', choice).expect(409);
      expect(problemIn(refused).code).toBe(`connection_${as}`);
      expect(api.holds.connections[0]!.completedSituations).not.toEqual([126_724]);
      await api.patch('/v1/connections/con_1', { timezone: 'America/Manaus' }).expect(200);
    },
  );
});
