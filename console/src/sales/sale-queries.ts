import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

/** What a list of sales is looked for by, as the address has it. */
export interface SaleSearch {
  situacao?: Schema<'SaleSummary'>['status'] | undefined;
  canal?: Schema<'SaleSummary'>['channel'] | undefined;
  /** A store by its id, or by what sales call it. */
  loja?: string | undefined;
  numero?: string | undefined;
  /** A local date of the store. */
  dia?: string | undefined;
  /** A period of such dates; a single day counts before it. */
  de?: string | undefined;
  ate?: string | undefined;
  /** A customer's id. */
  cliente?: string | undefined;
  /** Only those that a report counts: the sales of a day, or purchases; a status counts before it. */
  contam?: 'dia' | 'compras' | undefined;
  /** A connection's id: the sales that are not read until it is put right. */
  parada?: string | undefined;
  /** Where the page begins. */
  antes?: string | undefined;
}

/** A page of sales. */
export interface SalePage {
  data: Schema<'SaleSummary'>[];
  next: string | null;
}

const PAGE = 20;

const PURCHASES = ['no_benefit', 'pending', 'active', 'used', 'expired'] as const;
/** What has come about and counts, as reports have it. */
const COUNTED = { dia: ['unidentified', ...PURCHASES], compras: PURCHASES } as const;

/** A page of the sales that are looked for. */
export function salesQuery(
  search: SaleSearch,
): UnusedSkipTokenOptions<SalePage, Error, SalePage, readonly unknown[]> {
  const { situacao, canal, loja, numero, dia, de, ate, cliente, contam, parada, antes } = search;
  const query = {
    status: situacao ? [situacao] : contam && [...COUNTED[contam]],
    ...{ channel: canal, number: numero, customerId: cliente, parkedFor: parada, before: antes },
    ...{ storeId: loja, from: dia ?? de, until: dia ?? ate, limit: PAGE },
  };
  return queryOptions({
    queryKey: ['sales', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/sales', { params: { query } })),
  });
}
