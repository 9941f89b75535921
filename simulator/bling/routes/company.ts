import { salesModuleId, situationIds } from '../../world';
import type { Channel, Company, Situation } from '../../world';
import type { ApiRoute, Asked } from '../gate';
import { listOf, numberOf, pageOf } from '../query';
import { notFound } from '../refusal';

function situation(from: Situation): Record<string, unknown> {
  return { id: from.id, nome: from.name, idHerdado: from.inheritedId, cor: from.color };
}

function channel(from: Channel): Record<string, unknown> {
  return { id: from.id, descricao: from.description, tipo: from.type, situacao: 1 };
}

const actions = [
  { id: 1, nome: 'lancarEstoque', descricao: 'Lançar estoque' },
  { id: 2, nome: 'lancarContas', descricao: 'Lançar contas' },
];

/** What Bling does by itself when an order goes from one built-in situation to another. */
const transitions = [
  { id: 1, from: situationIds.open, to: situationIds.completed, acoes: [1, 2] },
  { id: 2, from: situationIds.open, to: situationIds.cancelled, acoes: [] },
];

function transition(company: Company, { id, from, to, acoes }: (typeof transitions)[number]): object {
  const end = (situationId: number): object => ({
    id: situationId,
    nome: company.situation(situationId).name,
  });
  return {
    ...{ id, ativo: true, acoes, modulo: { id: salesModuleId } },
    ...{ situacaoOrigem: end(from), situacaoDestino: end(to) },
  };
}

/** The situations an order can be in. */
export function situationRoutes(): ApiRoute[] {
  return [
    {
      name: 'GET /situacoes/modulos',
      path: '/situacoes/modulos',
      answer: () => ({
        data: [{ id: salesModuleId, nome: 'Vendas', descricao: 'Pedidos de Venda', criarSituacoes: true }],
      }),
    },
    {
      name: 'GET /situacoes/modulos/{id}',
      path: '/situacoes/modulos/:id',
      answer: ({ company, id }) => {
        if (id !== salesModuleId) throw notFound();
        return { data: company.profile.situations.map(situation) };
      },
    },
    {
      name: 'GET /situacoes/modulos/{id}/acoes',
      path: '/situacoes/modulos/:id/acoes',
      answer: ({ id }) => {
        if (id !== salesModuleId) throw notFound();
        return { data: actions };
      },
    },
    {
      name: 'GET /situacoes/modulos/{id}/transicoes',
      path: '/situacoes/modulos/:id/transicoes',
      answer: ({ company, id }) => {
        if (id !== salesModuleId) throw notFound();
        return { data: transitions.map((one) => transition(company, one)) };
      },
    },
    {
      name: 'GET /situacoes/transicoes/{id}',
      path: '/situacoes/transicoes/:id',
      answer: ({ company, id }) => {
        const found = transitions.find((one) => one.id === id);
        if (!found) throw notFound();
        return { data: transition(company, found) };
      },
    },
    {
      name: 'GET /situacoes/{id}',
      path: '/situacoes/:id',
      answer: ({ company, id }) => {
        const found = company.profile.situations.find((one) => one.id === id);
        if (!found) throw notFound();
        return { data: situation(found) };
      },
    },
  ];
}

/** The types of channel there are, with Bling's number of their group: 1 web shop, 3 marketplace. */
const channelTypes = [
  { nome: 'Nuvemshop', tipo: 'Nuvemshop', agrupador: 1 },
  { nome: 'Mercado Livre', tipo: 'MercadoLivre', agrupador: 3 },
];

/** All channels are switched on (1). */
function filteredChannels(company: Company, query: Asked['query']): Channel[] {
  const types = listOf(query, 'tipos');
  const group = numberOf(query, 'agrupador');
  if ((numberOf(query, 'situacao') ?? 1) !== 1) return [];
  const grouped = channelTypes.filter(({ agrupador }) => group === undefined || agrupador === group);
  return company.profile.channels.filter(
    ({ type }) => (types === undefined || types.includes(type)) && grouped.some(({ tipo }) => tipo === type),
  );
}

/** The sales channels of a company. */
export function channelRoutes(): ApiRoute[] {
  return [
    {
      name: 'GET /canais-venda',
      path: '/canais-venda',
      answer: ({ company, query }) => ({
        data: pageOf(filteredChannels(company, query), query).map(channel),
      }),
    },
    {
      name: 'GET /canais-venda/tipos',
      path: '/canais-venda/tipos',
      answer: ({ query }) => {
        const group = numberOf(query, 'agrupador');
        return { data: channelTypes.filter(({ agrupador }) => group === undefined || agrupador === group) };
      },
    },
    {
      name: 'GET /canais-venda/{id}',
      path: '/canais-venda/:id',
      answer: ({ company, id }) => {
        const { channels, cnpj, name } = company.profile;
        const found = channels.find((one) => one.id === id);
        if (!found) throw notFound();
        const branch = {
          cnpj,
          idUnidadeNegocio: id + 1,
          unidadeNegocio: name,
          deposito: { id: id + 2 },
          padrao: true,
        };
        return { data: { ...channel(found), filiais: [branch] } };
      },
    },
  ];
}

/** The company itself. */
export function companyRoutes(): ApiRoute[] {
  return [
    {
      name: 'GET /empresas/me/dados-basicos',
      path: '/empresas/me/dados-basicos',
      answer: ({ company }) => {
        const { id, name, cnpj, email, contractDate } = company.profile;
        return { data: { id, nome: name, cnpj, email, dataContrato: contractDate } };
      },
    },
  ];
}
