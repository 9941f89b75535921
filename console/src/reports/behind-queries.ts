import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';
import { BENEFITS } from './units';
import type { ReportSearch } from './report-queries';

export type Movement = Schema<'Movement'>;
export type HeldLot = Schema<'HeldLot'>;
type Sale = Schema<'SaleSummary'>;

/** Where the sales were made, as the address has it; `none`: of none that is known. */
export interface SourceSearch {
  loja?: string | undefined;
  canal?: Sale['channel'] | typeof NO_SOURCE | undefined;
}

/** Stands for a source that has none. */
export const NO_SOURCE = 'none';

/** What a report counts together and can be listed, in the order of its columns. */
export const FLOWS = ['granted', 'credited', 'used', 'expired', 'extended', 'takenBack', 'debited'] as const;

/** Which movements, as the address has it. */
export interface MovementSearch extends SourceSearch {
  fluxo: (typeof FLOWS)[number];
  beneficio?: ReportSearch['beneficio'];
  de?: string | undefined;
  ate?: string | undefined;
  antes?: string | undefined;
}

/** Which lots, as the address has it. */
export interface LotSearch extends SourceSearch {
  estado: 'active' | 'pending' | 'reserved';
  beneficio?: ReportSearch['beneficio'];
  /** `never`: those without an end. */
  mes?: string | undefined;
  /** Their last day. */
  dia?: string | undefined;
  antes?: string | undefined;
}

interface Page<T> {
  data: T[];
  next: string | null;
}
type Query<T> = UnusedSkipTokenOptions<Page<T>, Error, Page<T>, readonly unknown[]>;

const PAGE = 20;

/** A page of the movements behind a figure. */
export function movementsQuery(search: MovementSearch): Query<Movement> {
  const { fluxo: flow, beneficio = 'cashback', de, ate, loja, canal, antes } = search;
  const query = {
    ...{ flow, benefit: BENEFITS[beneficio], from: de, until: ate, storeId: loja, channel: canal },
    ...{ before: antes, limit: PAGE },
  };
  return queryOptions({
    queryKey: ['report', 'movements', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reports/movements', { params: { query } })),
  });
}

/** A page of the lots behind a figure. */
export function lotsQuery(search: LotSearch): Query<HeldLot> {
  const { estado: state, beneficio = 'cashback', mes: month, dia: lastDay, loja, canal, antes } = search;
  const query = {
    ...{ state, benefit: BENEFITS[beneficio], month, lastDay, storeId: loja, channel: canal },
    ...{ before: antes, limit: PAGE },
  };
  return queryOptions({
    queryKey: ['report', 'lots', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reports/lots', { params: { query } })),
  });
}
