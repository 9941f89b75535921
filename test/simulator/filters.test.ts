import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blingLimits, situationIds } from '../../simulator';
import type { Simulator } from '../../simulator';
import { ask, closeAll, connect, simulate } from './harness';
import { OFFICIAL_FILTERS } from './official';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-03T15:00:00Z');

/** Each question goes to the next company. */
const COMPANIES = 40;
let simulator: Simulator;
let clock = NOON;
let next = 0;
const shops: { token: string; ids: Record<string, number>; facts: Record<string, string> }[] = [];

beforeAll(async () => {
  // All of them are connected, and asked, at once: nothing is tried of their pace here.
  const limits = { ...blingLimits, perSecond: 1_000, address: undefined };
  simulator = await simulate({ clock: () => clock, companies: COMPANIES, contacts: 0, limits });
  for (const { index } of simulator.companies) {
    clock = NOON;
    const company = simulator.company(index);
    const ana = company.addContact({
      name: 'Ana',
      type: 'F',
      address: { state: 'RS' },
      mobile: '(11) 98888-7777',
    });
    const firm = company.addContact({ name: 'Firma', type: 'J', document: '11.222.333/0001-81' });
    const sent = company.createOrder({
      contactId: ana.id,
      totalCents: 5_000,
      freightCents: 1_000,
      storeNumber: 'A-1',
    });
    const receipt = company.issueInvoice();
    clock = NOON + 3 * DAY;
    const voided = company.cancelInvoice(company.issueInvoice().id);
    company.editContact(firm.id, { email: 'firma@example.com' });
    const kept = company.createOrder({
      contactId: firm.id,
      totalCents: 700,
      situationId: situationIds.completed,
    });
    const { access_token: token } = await connect(simulator, index);
    shops.push({
      token,
      ids: mapped({ ana, firm, sent, kept, receipt, voided }),
      facts: { seller: String(company.profile.sellerId), key: receipt.accessKey },
    });
  }
});
afterAll(closeAll);

function mapped(all: Record<string, { id: number }>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).map(([name, { id }]) => [name, id]));
}

/** Who or what of the shop a list answers, by name. */
async function listed(resource: string, query: string): Promise<string[]> {
  const { token, ids, facts } = shops[next++ % COMPANIES]!;
  const named = query.replaceAll(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? String(ids[name]));
  const { status, body } = await ask<{ data: { id: number }[] }>(simulator, token, `/${resource}?${named}`);
  expect(status).toBe(200);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.data.map(({ id }) => names.get(id) ?? 'other').sort();
}

const BOTH = ['firm', 'other', 'ana'].sort();

describe('contacts are filtered by', () => {
  it.each([
    ['dataAlteracaoInicial=2026-11-06 00:00:00', ['firm']],
    ['dataAlteracaoFinal=2026-11-05 00:00:00', ['ana', 'other']],
    ['dataAlteracaoInicial=2026-11-03 12:00:00&dataAlteracaoFinal=2026-11-03 12:00:00', ['ana', 'other']],
    ['dataInclusaoInicial=2026-11-04 00:00:00', []],
    ['dataInclusaoFinal=2026-11-04 00:00:00', BOTH],
    ['tipoPessoa=2', ['firm']],
    ['tipoPessoa=3', []],
    ['uf=rs', ['ana']],
    ['idTipoContato=14582035035', ['ana', 'firm']],
    ['idTipoContato=1', []],
    ['idVendedor=5', []],
    ['idVendedor=0', BOTH],
    ['idsContatos[]={ana}', ['ana']],
    ['idsContatos[0]={ana}&idsContatos[1]={firm}', ['ana', 'firm']],
    ['numeroDocumento=11222333000181', ['firm']],
    ['telefone=11988887777', ['ana']],
    ['pesquisa=firma@', ['firm']],
    ['limite=1&pagina=2', ['ana']],
  ])('%s', async (query, names) => {
    expect(await listed('contatos', `criterio=1&${query}`)).toEqual(names);
  });
});

describe('orders are filtered by', () => {
  it.each([
    ['idsSituacoes[0]=9', ['kept']],
    ['idsSituacoes[]=6', ['sent']],
    ['idsSituacoes[0]=6&idsSituacoes[1]=9', ['kept', 'sent']],
    ['idsSituacoes[]=6&idsSituacoes[]=9', ['kept', 'sent']],
    ['numerosLojas[0]=A-1', ['sent']],
    ['idContato={firm}', ['kept']],
    ['idVendedor={seller}', ['kept', 'sent']],
    ['idVendedor=1', []],
    ['idControleCaixa=7', []],
    ['idUnidadeNegocio=7', []],
    ['idLoja=1', []],
    ['numero=1', []],
    ['dataInicial=2026-11-04', ['kept']],
    ['dataFinal=2026-11-04', ['sent']],
    ['dataPrevistaInicial=2026-11-08&dataPrevistaFinal=2026-11-08', ['sent']],
    ['dataPrevistaInicial=2026-11-09', []],
    ['dataAlteracaoInicial=2026-11-04 00:00:00', ['kept']],
  ])('%s', async (query, names) => {
    expect(await listed('pedidos/vendas', query)).toEqual(names);
  });
});

describe('NFC-e are filtered by', () => {
  it.each([
    ['', ['receipt', 'voided']],
    ['situacao=5', ['receipt']],
    ['situacao=2', ['voided']],
    ['numero=1234', ['receipt']],
    ['serie=1', ['receipt', 'voided']],
    ['serie=2', []],
    ['chaveAcesso={key}', ['receipt']],
    ['idTransportador=7', []],
    ['dataEmissaoInicial=2026-11-04 00:00:00', ['voided']],
    ['dataEmissaoFinal=2026-11-04 00:00:00', ['receipt']],
    ['limite=1&pagina=2', ['receipt']],
  ])('%s', async (query, names) => {
    expect(await listed('nfce', query)).toEqual(names);
  });
});

describe('pages repeat rows of the one before where they are told to', () => {
  it('and have none left out, and as many rows as they may', async () => {
    const index = next++ % COMPANIES;
    const { token } = shops[index]!;
    const company = simulator.company(index);
    for (let n = 0; n < 6; n += 1) company.addContact({ name: `Cliente ${n}` });
    company.repeatRows(1);
    const page = async (number: number): Promise<number[]> => {
      const path = `/contatos?criterio=1&limite=4&pagina=${number}`;
      const { body } = await ask<{ data: { id: number }[] }>(simulator, token, path);
      return body.data.map(({ id }) => id);
    };
    const [one, two, three] = [await page(1), await page(2), await page(3)];
    company.repeatRows(0);
    expect([one.length, two.length, three.length]).toEqual([4, 4, 3]);
    expect(two[0]).toBe(one.at(-1));
    expect(new Set([...one, ...two, ...three])).toEqual(new Set(company.contacts().map(({ id }) => id)));
  });
});

describe('sales channels are filtered by', () => {
  const [OWN, MARKET] = ['Loja virtual', 'Mercado Livre'];
  it.each([
    ['', [OWN, MARKET]],
    ['tipos[]=MercadoLivre', [MARKET]],
    ['tipos[0]=MercadoLivre&tipos[1]=Nuvemshop', [OWN, MARKET]],
    ['tipos[]=Shopee', []],
    ['situacao=1', [OWN, MARKET]],
    ['situacao=2', []],
    ['agrupador=1', [OWN]],
    ['agrupador=3', [MARKET]],
    ['agrupador=3&tipos[]=Nuvemshop', []],
    ['limite=1', [OWN]],
    ['limite=1&pagina=2', [MARKET]],
    ['limite=1&pagina=3', []],
  ])('%s', async (query, names) => {
    const { token } = shops[next++ % COMPANIES]!;
    const { status, body } = await ask<{ data: { descricao: string }[] }>(
      simulator,
      token,
      `/canais-venda?${query}`,
    );
    expect(status).toBe(200);
    expect(body.data.map(({ descricao }) => descricao)).toEqual(names);
  });
});

describe('types of sales channel are filtered by', () => {
  it.each([
    ['', ['Nuvemshop', 'Mercado Livre']],
    ['agrupador=3', ['Mercado Livre']],
    ['agrupador=2', []],
  ])('%s', async (query, names) => {
    const { token } = shops[next++ % COMPANIES]!;
    const path = `/canais-venda/tipos?${query}`;
    const { body } = await ask<{ data: { nome: string }[] }>(simulator, token, path);
    expect(body.data.map(({ nome }) => nome)).toEqual(names);
  });
});

describe('what is no number is refused, not ignored', () => {
  it.each([
    'contatos?criterio=1&tipoPessoa=4',
    'contatos?idsContatos[]=x',
    'pedidos/vendas?idsSituacoes[0]=x',
    'pedidos/vendas?idVendedor=x',
    'canais-venda?agrupador=x',
    'canais-venda?situacao=x',
    'canais-venda/tipos?agrupador=x',
    'nfce?situacao=x',
    'nfce?idTransportador=x',
  ])('%s', async (question) => {
    const { token } = shops[next++ % COMPANIES]!;
    expect((await ask(simulator, token, `/${question}`)).status).toBe(400);
  });
});

describe('no filter of Bling’s own document is without its test here', () => {
  const tests =
    readFileSync(__filename, 'utf8') + readFileSync(path.join(__dirname, 'orders.test.ts'), 'utf8');

  it.each(Object.entries(OFFICIAL_FILTERS))('%s', (_resource, filters) => {
    const untested = filters.filter((name) => !tests.includes(name.replace('[]', '')));
    expect(untested).toEqual([]);
  });
});

const file = process.env.BLING_OPENAPI ?? path.join(__dirname, '../../../shared/facts/bling/openapi.json');

(existsSync(file) ? describe : describe.skip)('the filters known here are those of Bling’s document', () => {
  interface Parameter {
    name?: string;
    $ref?: string;
  }
  const { paths, components } = JSON.parse(
    existsSync(file) ? readFileSync(file, 'utf8') : '{"paths":{},"components":{"parameters":{}}}',
  ) as {
    paths: Record<string, { get: { parameters: Parameter[] } }>;
    components: { parameters: Record<string, { name: string }> };
  };
  const nameOf = ({ name, $ref = '' }: Parameter): string =>
    name ?? components.parameters[$ref.slice($ref.lastIndexOf('/') + 1)]!.name;

  it.each(Object.entries(OFFICIAL_FILTERS))('%s', (resource, filters) => {
    expect(paths[resource]!.get.parameters.map(nameOf).sort()).toEqual([...filters].sort());
  });
});
