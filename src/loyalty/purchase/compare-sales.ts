import type { LocalDate } from '../basis';
import { formatCents } from '../basis';
import type { SaleMark } from './mark';

/** Whether two sales are one purchase, and why (pt-BR), for whoever has to decide. */
export interface SaleComparison {
  verdict: 'same' | 'doubtful' | 'distinct';
  reasons: string[];
}

/**
 * Compares two sales. `same`: another source, a number in common, the same total and day, and no two different customers.
 * `doubtful`: much agrees and something does not. Two orders of a shop are two purchases whatever else agrees, and so are two
 * equal sales of one channel.
 */
export function compareSales(a: SaleMark, b: SaleMark): SaleComparison {
  if (a.source === b.source || ordersDiffer(a, b)) return distinct;
  const shared = commonNumbers(a.numbers, b.numbers);
  const days = Math.abs(dayNumber(a.date) - dayNumber(b.date));
  const sameTotal = a.totalCents === b.totalCents;
  const reasons = comparedInWords(a, b, shared, days);
  const customers = relation(a.customerId, b.customerId);
  if (shared.length > 0 && sameTotal && days === 0)
    return { verdict: customers === 'conflict' ? 'doubtful' : 'same', reasons };
  if (shared.length > 0 && days <= 1 && (customers === 'same' || (sameTotal && customers === 'unknown')))
    return { verdict: 'doubtful', reasons };
  if (shared.length === 0 && customers === 'same' && sameTotal && days === 0)
    return { verdict: 'doubtful', reasons };
  return distinct;
}

/** A number as systems write it: `#w-100 ` is `W-100`. */
export function plainNumber(text: string): string {
  return text.trim().replace(/^#/, '').toUpperCase();
}

const distinct: SaleComparison = { verdict: 'distinct', reasons: [] };
const DAY = 86_400_000;

/** Both name an order of a shop, and not the same: whatever else they share is chance. */
function ordersDiffer(a: SaleMark, b: SaleMark): boolean {
  const known = a.shopOrders.length > 0 && b.shopOrders.length > 0;
  return known && commonNumbers(a.shopOrders, b.shopOrders).length === 0;
}

function commonNumbers(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(b.map(plainNumber));
  return a.map(plainNumber).filter((number) => number !== '' && known.has(number));
}

function relation(a: string | null, b: string | null): 'same' | 'conflict' | 'unknown' {
  if (a === null || b === null) return 'unknown';
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
  unknown: 'Uma das vendas não tem cliente identificado',
};

function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(date) / DAY);
}
