import type { LocalDate } from '../basis';
import { formatCents } from '../basis';
import { SERIES } from './series';
import type { SaleMark, Series } from './series';

/** Whether two sales are one purchase, and why (pt-BR), for whoever has to decide. */
export interface SaleComparison {
  verdict: 'same' | 'doubtful' | 'distinct';
  reasons: string[];
}

/**
 * Compares two sales (R47). `same`: an order and the NFC-e that it names as its own; else another source, a number of one series in common, the same total and day, and the same
 * customer or none on either side: one that is missing on one side is no agreement. `doubtful`: much agrees and something does
 * not, or one source tells the same order of a shop twice. Two orders of one series are two purchases whatever else agrees, and
 * so are two equal sales of one channel.
 */
export function compareSales(a: SaleMark, b: SaleMark): SaleComparison {
  if (a.source !== b.source && a.invoice !== undefined && a.invoice === b.invoice)
    return { verdict: 'same', reasons: ['A NFC-e é do pedido'] };
  const { shared, differ } = compareNumbers(a, b);
  const days = Math.abs(dayNumber(a.date) - dayNumber(b.date));
  const sameTotal = a.totalCents === b.totalCents;
  const customers = relation(a.customerId, b.customerId);
  const doubtful = { verdict: 'doubtful' as const, reasons: comparedInWords(a, b, shared, days) };
  if (a.source === b.source) {
    const twice = common(a, b, 'shop').length > 0 && customers === 'same' && sameTotal && days === 0;
    return twice ? doubtful : distinct;
  }
  if (differ && shared.length === 0) return distinct;
  if (shared.length > 0 && sameTotal && days === 0) {
    const agree = !differ && (customers === 'same' || customers === 'unknown');
    return agree ? { ...doubtful, verdict: 'same' } : doubtful;
  }
  const mayBe = customers === 'same' || (sameTotal && customers !== 'conflict');
  if (shared.length > 0) return days <= 1 && mayBe ? doubtful : distinct;
  return customers === 'same' && sameTotal && days === 0 ? doubtful : distinct;
}

/** Whether there is a series in which both go by a number. */
export function haveNumbersToCompare(a: SaleMark, b: SaleMark): boolean {
  return seriesOfBoth(a, b).length > 0;
}

/** A number as systems write it: `#w-100 ` is `W-100`. */
export function plainNumber(text: string): string {
  return text.trim().replace(/^#/, '').toUpperCase();
}

const distinct: SaleComparison = { verdict: 'distinct', reasons: [] };
const DAY = 86_400_000;

/** The numbers that both go by in one series, and whether in some series they go by different ones. */
function compareNumbers(a: SaleMark, b: SaleMark): { shared: string[]; differ: boolean } {
  const told = seriesOfBoth(a, b);
  return {
    shared: told.flatMap((series) => common(a, b, series)),
    differ: told.some((series) => common(a, b, series).length === 0),
  };
}

function seriesOfBoth(a: SaleMark, b: SaleMark): Series[] {
  return SERIES.filter(
    (series) => isComparable(series, a, b) && a.numbers[series].length > 0 && b.numbers[series].length > 0,
  );
}

/** Two companies in Bling count their orders each by itself. */
function isComparable(series: Series, a: SaleMark, b: SaleMark): boolean {
  return series !== 'erp' || !(isBling(a) && isBling(b));
}

function isBling({ source }: SaleMark): boolean {
  return source.startsWith('bling/');
}

function common(a: SaleMark, b: SaleMark, series: Series): string[] {
  const known = new Set(b.numbers[series].map(plainNumber));
  return a.numbers[series].map(plainNumber).filter((number) => number !== '' && known.has(number));
}

function relation(a: string | null, b: string | null): 'same' | 'conflict' | 'unknown' | 'missing' {
  if (a === null && b === null) return 'unknown';
  if (a === null || b === null) return 'missing';
  return a === b ? 'same' : 'conflict';
}

function comparedInWords(a: SaleMark, b: SaleMark, shared: readonly string[], days: number): string[] {
  return [
    shared.length > 0 ? `Número em comum: ${shared[0]}` : 'Nenhum número em comum',
    a.totalCents === b.totalCents
      ? `Mesmo total: ${formatCents(a.totalCents)}`
      : `Totais diferentes: ${formatCents(a.totalCents)} e ${formatCents(b.totalCents)}`,
    days === 0 ? 'Mesmo dia' : 'Dias diferentes',
    CUSTOMERS[relation(a.customerId, b.customerId)],
  ];
}

const CUSTOMERS = {
  same: 'Mesmo cliente',
  conflict: 'Clientes diferentes',
  unknown: 'Nenhuma das vendas tem cliente identificado',
  missing: 'Uma das vendas não tem cliente identificado',
};

function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(date) / DAY);
}
