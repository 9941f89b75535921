import type { Instant, LocalDate } from '../../loyalty';
import { brasiliaText } from '../http';

/** Which orders or contacts: those changed in a period. Bling refuses periods longer than a year. */
export interface ChangedPeriod {
  changedFrom: Instant;
  changedTo: Instant;
}

/** Which orders: those with an order date in a period, both ends included, and where it is said last changed in another. */
export interface SoldPeriod extends Partial<ChangedPeriod> {
  soldFrom: LocalDate;
  soldTo: LocalDate;
}

/** Which part of a list. Bling gives no total: pages are counted from 1, and a short page is the last. */
export interface PageRequest {
  page: number;
  /** Rows per page; 100, Bling's default, when absent. */
  limit?: number;
}

/** The largest page Bling is known to give. */
const PAGE_LIMIT = 100;

const SECOND_MS = 1_000;

/** The query parameters of a period. Instants go out as Brasília time, to whole seconds outwards. */
export function periodQuery(period: ChangedPeriod | SoldPeriod): Record<string, string> {
  const { changedFrom, changedTo } = period;
  return {
    ...('soldFrom' in period ? { dataInicial: period.soldFrom, dataFinal: period.soldTo } : {}),
    ...(changedFrom === undefined ? {} : { dataAlteracaoInicial: brasiliaText(changedFrom) }),
    ...(changedTo === undefined
      ? {}
      : { dataAlteracaoFinal: brasiliaText(Math.ceil(changedTo / SECOND_MS) * SECOND_MS) }),
  };
}

/** The query parameters of a page. */
export function pageQuery({ page, limit = PAGE_LIMIT }: PageRequest): { pagina: number; limite: number } {
  return { pagina: page, limite: limit };
}
