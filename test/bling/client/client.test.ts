import { afterEach, describe, expect, it } from '@jest/globals';
import type { BlingClientOptions } from '../../../src/bling';
import { startLocalServer } from '../local-server';
import type { LocalServer, Received, Reply } from '../local-server';
import { contactJson, errorJson, orderJson } from '../samples';
import { ACCOUNT, clientOf } from './noting-ports';

let server: LocalServer;

afterEach(() => server.close());

async function connect(
  answer: (request: Received, earlier: number) => Reply,
  more: Partial<BlingClientOptions> = {},
): Promise<ReturnType<typeof clientOf>> {
  return clientOf((server = await startLocalServer(answer)), more);
}

const asked = (): string[] =>
  server.received.map(({ url }) => url.pathname + decodeURIComponent(url.search).replace(/\+/g, ' '));

describe('reading from Bling', () => {
  it('asks for an order with the token, the JWT header and no body', async () => {
    const { client } = await connect(() => ({ json: { data: orderJson() } }));
    const order = await client.getOrder(ACCOUNT, '26737100001');
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      body: '',
      headers: { authorization: 'Bearer first-token', 'enable-jwt': '1', accept: 'application/json' },
    });
    expect(asked()).toEqual(['/Api/v3/pedidos/vendas/26737100001']);
    expect(order).toEqual({
      id: '26737100001',
      number: '13726',
      marketplaceNumber: 'LOJA-10042',
      date: '2026-11-20',
      contactId: '16693257776',
      storeId: '205375013',
      situation: { id: 9, value: 1 },
      total: 230,
      freight: 20,
      otherExpenses: 0,
      discount: { value: 15.3, unit: 'REAL' },
      items: [
        { sku: 'CAM-P-AZUL', quantity: 2, unitPrice: 89.9 },
        { sku: 'BONE-01', quantity: 1, unitPrice: 45.5 },
      ],
      invoiceId: null,
    });
  });

  it('knows a deleted order or contact by Bling saying so', async () => {
    const { client } = await connect(() => ({ status: 404, json: errorJson('RESOURCE_NOT_FOUND') }));
    await expect(client.getOrder(ACCOUNT, '1')).resolves.toBeNull();
    await expect(client.getInvoice(ACCOUNT, '1')).resolves.toBeNull();
    await expect(client.getContact(ACCOUNT, '1')).resolves.toBeNull();
    await expect(client.getWalkInContact(ACCOUNT)).resolves.toBeNull();
  });

  it('reads a contact, and the walk-in contact of the account', async () => {
    const { client } = await connect(() => ({ json: { data: contactJson() } }));
    await expect(client.getContact(ACCOUNT, '16693257776')).resolves.toEqual({
      id: '16693257776',
      name: 'Maria Aparecida Souza',
      document: '52998224725',
      landline: '(54) 3333-4444',
      mobile: '(54) 99999-8888',
      situation: 'A',
      type: 'F',
      email: 'maria@example.com',
      birthDate: '1990-08-24',
    });
    await client.getWalkInContact(ACCOUNT);
    expect(asked()).toEqual(['/Api/v3/contatos/16693257776', '/Api/v3/contatos/consumidor-final']);
  });

  it('mends a text that could not be stored: no order and no contact is refused for a stray character', async () => {
    const { client } = await connect(({ url }) =>
      url.pathname.includes('contatos')
        ? { json: { data: contactJson({ nome: 'Joa\u0303o \ud83d', email: 'a\0b@example.com' }) } }
        : { json: { data: orderJson({ numeroLoja: 'LOJA\n\udc00', itens: [{ codigo: 'A\ud800' }] }) } },
    );
    expect(await client.getContact(ACCOUNT, '16693257776')).toMatchObject({
      name: 'João \ufffd',
      email: 'a b@example.com',
    });
    expect(await client.getOrder(ACCOUNT, '26737100001')).toMatchObject({
      marketplaceNumber: 'LOJA \ufffd',
      items: [{ sku: 'A\ufffd' }],
    });
  });

  it('lists the orders changed in a period, told in Brasília time', async () => {
    const { client } = await connect(() => ({ json: { data: [orderJson()] } }));
    const page = await client.listOrders(ACCOUNT, {
      changedFrom: Date.UTC(2026, 10, 21, 2, 59, 59, 999),
      changedTo: Date.UTC(2026, 10, 21, 3, 0, 0, 1),
      page: 2,
      limit: 1,
    });
    expect(asked()).toEqual([
      '/Api/v3/pedidos/vendas?dataAlteracaoInicial=2026-11-20 23:59:59&dataAlteracaoFinal=2026-11-21 00:00:01&pagina=2&limite=1',
    ]);
    expect(page).toEqual({
      rows: [
        {
          ...{ id: '26737100001', number: '13726', date: '2026-11-20', situation: { id: 9, value: 1 } },
          ...{ marketplaceNumber: 'LOJA-10042', contactId: '16693257776', storeId: '205375013', total: 230 },
        },
      ],
      more: true,
    });
  });

  it('lists the orders sold in a period, and knows a short page for the last', async () => {
    const { client } = await connect(() => ({ json: { data: [] } }));
    await expect(
      client.listOrders(ACCOUNT, { soldFrom: '2026-11-01', soldTo: '2026-11-30', page: 1 }),
    ).resolves.toEqual({ rows: [], more: false });
    expect(asked()).toEqual([
      '/Api/v3/pedidos/vendas?dataInicial=2026-11-01&dataFinal=2026-11-30&pagina=1&limite=100',
    ]);
  });

  it('lists of those the ones that were last changed in another period, and are in a situation', async () => {
    const { client } = await connect(() => ({ json: { data: [] } }));
    const changed = { changedFrom: Date.UTC(2026, 10, 1, 3), changedTo: Date.UTC(2026, 10, 20, 15) };
    await client.listOrders(ACCOUNT, {
      ...{ soldFrom: '2026-11-01', soldTo: '2026-11-20', ...changed },
      ...{ situation: 24, page: 1 },
    });
    expect(asked()).toEqual([
      '/Api/v3/pedidos/vendas?dataInicial=2026-11-01&dataFinal=2026-11-20&dataAlteracaoInicial=2026-11-01 00:00:00&dataAlteracaoFinal=2026-11-20 12:00:00&idsSituacoes[]=24&pagina=1&limite=100',
    ]);
  });

  it('lists all contacts, not only the ones added last', async () => {
    const { client } = await connect(() => ({ json: { data: [contactJson({ id: 7, telefone: '' })] } }));
    const page = await client.listContacts(ACCOUNT, { page: 1 });
    await client.listContacts(ACCOUNT, {
      page: 1,
      changed: { changedFrom: Date.UTC(2026, 0, 1, 3), changedTo: Date.UTC(2026, 0, 2, 3) },
    });
    expect(page.rows).toEqual([
      {
        id: '7',
        name: 'Maria Aparecida Souza',
        document: '52998224725',
        landline: null,
        mobile: '(54) 99999-8888',
        situation: 'A',
      },
    ]);
    expect(asked()).toEqual([
      '/Api/v3/contatos?criterio=1&pagina=1&limite=100',
      '/Api/v3/contatos?criterio=1&dataAlteracaoInicial=2026-01-01 00:00:00&dataAlteracaoFinal=2026-01-02 00:00:00&pagina=1&limite=100',
    ]);
  });

  it('lists situation modules, situations and sales channels', async () => {
    const lists: Record<string, object[]> = {
      '/Api/v3/situacoes/modulos': [{ id: 98310, nome: 'Vendas', descricao: '', criarSituacoes: true }],
      '/Api/v3/situacoes/modulos/98310': [
        { id: 9, nome: 'Atendido', idHerdado: 0, cor: '#3FB57A' },
        { id: 447110, nome: 'Finalizado', idHerdado: 9, cor: '' },
      ],
      '/Api/v3/canais-venda': [
        { id: 205375013, descricao: 'Loja virtual', tipo: 'Nuvemshop', situacao: 1 },
        { id: 2, descricao: '', situacao: 2 },
      ],
    };
    const { client } = await connect(({ url }) => ({ json: { data: lists[url.pathname] } }));
    await expect(client.listSituationModules(ACCOUNT)).resolves.toEqual([{ id: '98310', name: 'Vendas' }]);
    await expect(client.listSituations(ACCOUNT, '98310')).resolves.toEqual([
      { id: 9, name: 'Atendido', inheritsFrom: null },
      { id: 447110, name: 'Finalizado', inheritsFrom: 9 },
    ]);
    await expect(client.listSalesChannels(ACCOUNT, { page: 1 })).resolves.toEqual({
      rows: [
        { id: '205375013', name: 'Loja virtual', type: 'Nuvemshop', enabled: true },
        { id: '2', name: null, type: null, enabled: false },
      ],
      more: false,
    });
  });

  it('reads the company of a connection, and of a token that belongs to none yet', async () => {
    const { client, ports } = await connect(() => ({
      json: { data: { id: ACCOUNT.companyId, nome: 'Empresa' } },
    }));
    const company = { id: ACCOUNT.companyId, name: 'Empresa' };
    await expect(client.getCompany(ACCOUNT)).resolves.toEqual(company);
    expect(ports.steps).toHaveLength(2);
    await expect(client.getCompany('fresh-token')).resolves.toEqual(company);
    expect(ports.steps).toHaveLength(2);
    expect(server.received[1]?.headers.authorization).toBe('Bearer fresh-token');
  });
});
