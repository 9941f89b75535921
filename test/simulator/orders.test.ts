import { afterEach, describe, expect, it } from '@jest/globals';
import { situationIds, WorldError } from '../../simulator';
import type { CompanyHandle, Simulator } from '../../simulator';
import { ask, closeAll, connect, simulate } from './harness';

afterEach(closeAll);

interface Row {
  id: number;
  total: number;
  situacao: { id: number; valor: number };
}

/** A connected shop and a way to list its orders. */
async function shop(clock?: () => number): Promise<{
  simulator: Simulator;
  company: CompanyHandle;
  token: string;
  list: (query: string) => Promise<number[]>;
}> {
  const simulator = await simulate({ clock });
  const { access_token: token } = await connect(simulator);
  const list = async (query: string): Promise<number[]> => {
    const { body } = await ask<{ data: Row[] }>(simulator, token, `/pedidos/vendas?${query}`);
    return body.data.map(({ id }) => id);
  };
  return { simulator, company: simulator.company(), token, list };
}

const shirt = { code: 'CAM-P-AZUL', quantity: 2, unitCents: 8990 };
const cap = { code: 'BON-01', unitCents: 4550 };

describe('the total of an order', () => {
  it('is items − discount + other expenses + freight', async () => {
    const { company } = await shop();
    const order = company.createOrder({
      items: [shirt, cap],
      discount: { unit: 'REAL', cents: 1530 },
      freightCents: 2000,
      otherExpensesCents: 150,
    });
    expect([order.goodsCents, order.totalCents]).toEqual([22530, 22530 - 1530 + 2000 + 150]);
  });

  it('takes a percentage of the items only, not of the freight', async () => {
    const { company } = await shop();
    const order = company.createOrder({
      items: [{ unitCents: 10_000 }],
      discount: { unit: 'PERCENTUAL', bps: 1000 },
      freightCents: 2000,
    });
    expect(order.totalCents).toBe(11_000);
  });

  it('can be asked for when it is made and edited afterwards, down by a discount and up by an item', async () => {
    const { company } = await shop();
    const { id } = company.createOrder({ totalCents: 10_000, freightCents: 1500 });
    expect(company.order(id)).toMatchObject({ totalCents: 10_000, goodsCents: 8_500 });
    expect(company.patchOrder(id, { totalCents: 9_000 })).toMatchObject({
      totalCents: 9_000,
      discount: { unit: 'REAL', cents: 1_000 },
    });
    const raised = company.patchOrder(id, { totalCents: 12_000 });
    expect([raised.totalCents, raised.goodsCents, raised.items.length]).toEqual([12_000, 10_500, 2]);
  });

  it('goes over the wire as decimals, with instalments that add up to it', async () => {
    const { company, simulator, token } = await shop();
    const { id } = company.createOrder({ totalCents: 10_001, instalments: 3 });
    const { body } = await ask<{ data: { total: number; parcelas: { valor: number }[] } }>(
      simulator,
      token,
      `/pedidos/vendas/${id}`,
    );
    expect(body.data.total).toBe(100.01);
    expect(body.data.parcelas.map(({ valor }) => Math.round(valor * 100))).toEqual([3335, 3333, 3333]);
  });
});

describe('situations', () => {
  it('start as "Em aberto"; a merchant’s own one carries the value it inherits', async () => {
    const { company, simulator, token } = await shop();
    const own = company.profile.situations.find(({ inheritedId }) => inheritedId === situationIds.completed);
    const { id, situationId } = company.createOrder({ totalCents: 5000 });
    expect(situationId).toBe(situationIds.open);
    company.setSituation(id, own?.id ?? 0);
    const { body } = await ask<{ data: Row }>(simulator, token, `/pedidos/vendas/${id}`);
    expect(body.data.situacao).toEqual({ id: own?.id, valor: 1 });
  });

  it('that the company does not have are refused, as are unknown orders and contacts', async () => {
    const { company } = await shop();
    const { id } = company.createOrder({ totalCents: 5000 });
    expect(() => company.setSituation(id, 99)).toThrow(WorldError);
    expect(() => company.completeOrder(1)).toThrow(WorldError);
    expect(() => company.createOrder({ contactId: 1 })).toThrow(WorldError);
  });
});

describe('the list of orders', () => {
  it('filters by customer, situation, number and the number of the channel', async () => {
    const { company, list } = await shop();
    const ana = company.addContact({ name: 'Ana' });
    const first = company.createOrder({ contactId: ana.id, totalCents: 1000, storeNumber: 'LOJA-1' });
    const second = company.createOrder({ contactId: company.anonymousContact.id, totalCents: 2000 });
    company.completeOrder(second.id);
    expect(await list(`idContato=${ana.id}`)).toEqual([first.id]);
    expect(await list('idsSituacoes[]=9&idsSituacoes[]=12')).toEqual([second.id]);
    expect(await list(`numero=${second.number}&numerosLojas[]=`)).toEqual([second.id]);
  });

  it('filters by the time of change in Brasília time', async () => {
    let now = Date.UTC(2026, 10, 20, 15);
    const { company, list } = await shop(() => now);
    const noon = company.createOrder({ totalCents: 1000 });
    now += 3_600_000;
    const later = company.createOrder({ totalCents: 1000 });
    expect(await list('dataAlteracaoInicial=2026-11-20 12:00:01')).toEqual([later.id]);
    expect(
      await list('dataAlteracaoInicial=2026-11-20 12:00:00&dataAlteracaoFinal=2026-11-20 12:59:59'),
    ).toEqual([noon.id]);
    expect(await list('dataInicial=2026-11-21')).toEqual([]);
  });

  it('refuses a period of more than a year and times that are not Bling’s', async () => {
    const { simulator, token } = await shop(() => Date.UTC(2026, 10, 20));
    const ways = [
      'dataInicial=2025-01-01&dataFinal=2026-01-02',
      'dataAlteracaoInicial=2025-11-01 00:00:00',
      'dataAlteracaoInicial=2026-11-20T12:00:00Z',
    ];
    for (const way of ways) {
      const { status, body } = await ask(simulator, token, `/pedidos/vendas?${way}`);
      expect([status, body.error.type]).toEqual([400, 'VALIDATION_ERROR']);
    }
  });

  it('comes in pages, the newest first; a page past the end is empty', async () => {
    const { company, list } = await shop();
    const ids = Array.from({ length: 5 }, () => company.createOrder({ totalCents: 1000 }).id).reverse();
    expect(await list('limite=2')).toEqual(ids.slice(0, 2));
    expect(await list('limite=2&pagina=3')).toEqual(ids.slice(4));
    expect(await list('pagina=2')).toEqual([]);
  });
});

describe('the list of contacts', () => {
  it('shows only the last included ones unless asked for all', async () => {
    const { simulator, token } = await shop();
    const count = async (query: string): Promise<number> =>
      (await ask<{ data: unknown[] }>(simulator, token, `/contatos?${query}`)).body.data.length;
    expect(await count('')).toBe(20);
    expect(await count('criterio=1')).toBe(41);
  });

  it('finds by document in any spelling and by phone', async () => {
    const { simulator, company, token } = await shop();
    const ana = company.addContact({ name: 'Ana', document: '529.982.247-25', mobile: '(54) 99999-8888' });
    const find = async (query: string): Promise<number[]> =>
      (await ask<{ data: Row[] }>(simulator, token, `/contatos?criterio=1&${query}`)).body.data.map(
        ({ id }) => id,
      );
    expect(await find('numeroDocumento=52998224725')).toEqual([ana.id]);
    expect(await find('telefone=54999998888')).toEqual([ana.id]);
    expect(await find('pesquisa=529.982.247-25')).toEqual([ana.id]);
  });
});
