import { salesModuleId } from '../../world';
import type { Channel, Situation } from '../../world';
import type { ApiRoute } from '../gate';
import { pageOf } from '../query';
import { notFound } from '../refusal';

function situation(from: Situation): Record<string, unknown> {
  return { id: from.id, nome: from.name, idHerdado: from.inheritedId, cor: from.color };
}

function channel(from: Channel): Record<string, unknown> {
  return { id: from.id, descricao: from.description, tipo: from.type, situacao: 1 };
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

/** The sales channels of a company. */
export function channelRoutes(): ApiRoute[] {
  return [
    {
      name: 'GET /canais-venda',
      path: '/canais-venda',
      answer: ({ company, query }) => ({ data: pageOf(company.profile.channels, query).map(channel) }),
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
