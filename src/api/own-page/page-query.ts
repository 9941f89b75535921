/** What of a page is shown: by its links alone, so that nothing else can be asked for. */
export interface PageQuery {
  /** Movements before this one; null: the newest. */
  before: number | null;
  /** Which page of vouchers, from 0. */
  vouchers: number;
  /** The regulation in place of all else. */
  regulation: boolean;
}

/** By which names the links of a page ask. */
export const BEFORE = 'antes';
export const VOUCHERS = 'vales';
export const REGULATION = 'regulamento';

/** Reads what is asked for; what makes no sense asks for nothing. */
export function readPageQuery(query: Readonly<Record<string, unknown>>): PageQuery {
  return {
    before: wholeNumber(query[BEFORE]),
    vouchers: wholeNumber(query[VOUCHERS]) ?? 0,
    regulation: query[REGULATION] !== undefined,
  };
}

function wholeNumber(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
