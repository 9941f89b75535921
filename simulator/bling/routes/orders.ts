import { expectedDate } from '../../world';
import type { Company, Order } from '../../world';
import type { ApiRoute, Asked } from '../gate';
import { daysOf, listOf, numberOf, numbersOf, pageOf, periodOf } from '../query';
import { notFound } from '../refusal';
import { orderDetail, orderRow } from '../wire';

/** Orders typed by hand or from a channel belong to no cash register and to no branch of their own. */
const noRegister = 0;
const noBranch = 0;

/** The orders the filters let through, the newest first. Filters Bling does not know are ignored, as Bling does. */
function filtered(company: Company, query: Asked['query'], now: number): Order[] {
  const contactId = numberOf(query, 'idContato');
  const number = numberOf(query, 'numero');
  const channelId = numberOf(query, 'idLoja');
  const sellerId = numberOf(query, 'idVendedor');
  const registerId = numberOf(query, 'idControleCaixa') ?? noRegister;
  const branchId = numberOf(query, 'idUnidadeNegocio') ?? noBranch;
  const situations = numbersOf(query, 'idsSituacoes');
  const storeNumbers = listOf(query, 'numerosLojas');
  const changes = periodOf(query, 'dataAlteracao', now);
  const days = daysOf(query, 'data', now);
  const expected = daysOf(query, 'dataPrevista', now);
  if (registerId !== noRegister || branchId !== noBranch) return [];
  return [...company.orders.values()]
    .reverse()
    .filter(
      (order) =>
        (contactId === undefined || order.contactId === contactId) &&
        (number === undefined || order.number === number) &&
        (channelId === undefined || order.channelId === channelId) &&
        (sellerId === undefined || order.sellerId === sellerId) &&
        (situations === undefined || situations.includes(order.situationId)) &&
        (storeNumbers === undefined || storeNumbers.includes(order.storeNumber)) &&
        order.changedAt >= changes.from &&
        order.changedAt <= changes.until &&
        order.date >= days.first &&
        order.date <= days.last &&
        expectedDate(order) >= expected.first &&
        expectedDate(order) <= expected.last,
    );
}

/** The sales of a company. */
export function orderRoutes(clock: () => number): ApiRoute[] {
  return [
    {
      name: 'GET /pedidos/vendas',
      path: '/pedidos/vendas',
      answer: ({ company, query }) => ({
        data: pageOf(filtered(company, query, clock()), query, company.repeatedRows).map((order) =>
          orderRow(company, order),
        ),
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
