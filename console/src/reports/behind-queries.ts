import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';
import { BENEFITS } from './units';
import type { ReportSearch } from './report-queries';

export type Movement = Schema<'Movement'>;
export type HeldLot = Schema<'HeldLot'>;

/** Which movements, as the address has it. */
export interface MovementSearch {
  fluxo: 'granted' | 'credited' | 'used' | 'expired' | 'takenBack' | 'debited';
  beneficio?: ReportSearch['beneficio'];
  de?: string | undefined;
  ate?: string | undefined;
  antes?: string | undefined;
}

/** Which lots, as the address has it. */
export interface LotSearch {
  estado: 'active' | 'pending' | 'reserved';
  beneficio?: ReportSearch['beneficio'];
  /** `never`: those without an end. */
  mes?: string | undefined;
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
  const { fluxo: flow, beneficio = 'cashback', de, ate, antes } = search;
  const query = {
    ...{ flow, benefit: BENEFITS[beneficio], from: de, until: ate },
    ...{ before: antes, limit: PAGE },
  };
  return queryOptions({
    queryKey: ['report', 'movements', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reports/movements', { params: { query } })),
  });
}

/** A page of the lots behind a figure. */
export function lotsQuery(search: LotSearch): Query<HeldLot> {
  const { estado: state, beneficio = 'cashback', mes: month, antes } = search;
  const query = { ...{ state, benefit: BENEFITS[beneficio], month }, before: antes, limit: PAGE };
  return queryOptions({
    queryKey: ['report', 'lots', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/reports/lots', { params: { query } })),
  });
}
