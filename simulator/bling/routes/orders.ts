import type { Company, Order } from '../../world';
import type { ApiRoute, Asked } from '../gate';
import { listOf, numberOf, pageOf, periodOf, textOf } from '../query';
import { notFound } from '../refusal';
import { orderDetail, orderRow } from '../wire';

/** The orders the filters let through, the newest first. Filters Bling does not know are ignored, as Bling does. */
function filtered(company: Company, query: Asked['query'], now: number): Order[] {
  const contactId = numberOf(query, 'idContato');
  const number = numberOf(query, 'numero');
  const channelId = numberOf(query, 'idLoja');
  const situations = listOf(query, 'idsSituacoes')?.map(Number);
  const storeNumbers = listOf(query, 'numerosLojas');
  const changes = periodOf(query, 'dataAlteracao', now);
  periodOf(query, 'data', now);
  const firstDay = textOf(query, 'dataInicial')?.slice(0, 10) ?? '';
  const lastDay = textOf(query, 'dataFinal')?.slice(0, 10) ?? '9999';
  return [...company.orders.values()]
    .reverse()
    .filter(
      (order) =>
        (contactId === undefined || order.contactId === contactId) &&
        (number === undefined || order.number === number) &&
        (channelId === undefined || order.channelId === channelId) &&
        (situations === undefined || situations.includes(order.situationId)) &&
        (storeNumbers === undefined || storeNumbers.includes(order.storeNumber)) &&
        order.changedAt >= changes.from &&
        order.changedAt <= changes.until &&
        order.date >= firstDay &&
        order.date <= lastDay,
    );
}

/** The sales of a company. */
export function orderRoutes(clock: () => number): ApiRoute[] {
  return [
    {
      name: 'GET /pedidos/vendas',
      path: '/pedidos/vendas',
      answer: ({ company, query }) => ({
        data: pageOf(filtered(company, query, clock()), query).map((order) => orderRow(company, order)),
      }),
    },
    {
      name: 'GET /pedidos/vendas/{id}',
      path: '/pedidos/vendas/:id',
      answer: ({ company, id }) => {
        const order = company.orders.get(id);
        if (!order) throw notFound();
        return { data: orderDetail(company, order) };
      },
    },
  ];
}
