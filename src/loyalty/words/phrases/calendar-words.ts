import type { LocalDate } from '../../basis';
import { counted } from './list';

const WEEKDAYS = [
  { name: 'segunda-feira', every: 'às segundas-feiras' },
  { name: 'terça-feira', every: 'às terças-feiras' },
  { name: 'quarta-feira', every: 'às quartas-feiras' },
  { name: 'quinta-feira', every: 'às quintas-feiras' },
  { name: 'sexta-feira', every: 'às sextas-feiras' },
  { name: 'sábado', every: 'aos sábados' },
  { name: 'domingo', every: 'aos domingos' },
];

/** The name of an ISO weekday, 1 = Monday … 7 = Sunday (R7). */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1]?.name ?? '';
}

/** `às segundas-feiras`, `aos domingos`. */
export function everyWeekday(weekday: number): string {
  return WEEKDAYS[weekday - 1]?.every ?? '';
}

/** A date as Brazil writes it: `31/12/2026`. */
export function dateWords(date: LocalDate): string {
  return date.split('-').reverse().join('/');
}

/** How far apart two dates are: `1 dia`, `10 dias`. */
export function daysBetween(earlier: LocalDate, later: LocalDate): string {
  return counted((Date.parse(later) - Date.parse(earlier)) / 86_400_000, 'dia', 'dias');
}
