import { isoWeekday, localDate } from '../calendar';
import type { LocalDate } from '../instant';
import { formatCents } from '../money';
import type { Conditions } from '../program';
import type { Channel } from '../sale';
import type { EarningFacts } from './calculation';

const CHANNEL_NAMES: Record<Channel, string> = {
  bling: 'Bling',
  ecommerce: 'loja virtual',
  pos: 'ponto de venda',
  import: 'planilha',
  manual: 'lançamento manual',
};

const WEEKDAY_NAMES = [
  'segunda-feira',
  'terça-feira',
  'quarta-feira',
  'quinta-feira',
  'sexta-feira',
  'sábado',
  'domingo',
];

/**
 * Each condition the sale fails, and by how much, in pt-BR; empty when all hold (R7). Smallest and largest sale look
 * at the total, freight in and before benefit, both inclusive (R11).
 */
export function failedConditions(when: Conditions, facts: EarningFacts): string[] {
  return [
    ...failedAmounts(when, facts.sale.totalCents),
    ...failedPlaces(when, facts),
    ...failedDates(when, facts),
    ...failedCustomer(when, facts),
  ];
}

function failedAmounts({ minSaleCents: min, maxSaleCents: max }: Conditions, total: number): string[] {
  const failed: string[] = [];
  if (min !== undefined && total < min) {
    failed.push(`Faltaram ${formatCents(min - total)} para a venda mínima de ${formatCents(min)}`);
  }
  if (max !== undefined && total > max) {
    failed.push(`A venda passou ${formatCents(total - max)} do máximo de ${formatCents(max)}`);
  }
  return failed;
}

function failedPlaces({ channels, stores, skus }: Conditions, { sale }: EarningFacts): string[] {
  const failed: string[] = [];
  if (channels && !channels.includes(sale.channel)) {
    const accepted = channels.map((channel) => CHANNEL_NAMES[channel]).join(', ');
    failed.push(`O canal da venda é ${CHANNEL_NAMES[sale.channel]}, e a regra vale para: ${accepted}`);
  }
  if (stores && sale.storeId === null) {
    failed.push(`A venda não tem loja, e a regra vale para: ${stores.join(', ')}`);
  } else if (stores && sale.storeId !== null && !stores.includes(sale.storeId)) {
    failed.push(`A loja da venda é ${sale.storeId}, e a regra vale para: ${stores.join(', ')}`);
  }
  if (skus && !sale.items.some(({ sku }) => skus.includes(sku))) {
    failed.push('Nenhum item da venda está entre os produtos da regra');
  }
  return failed;
}

function failedDates({ weekdays, from, until }: Conditions, { sale, zone }: EarningFacts): string[] {
  const failed: string[] = [];
  const date = localDate(sale.soldAt, zone);
  const weekday = isoWeekday(sale.soldAt, zone);
  if (weekdays && !weekdays.includes(weekday)) {
    const accepted = weekdays.map(weekdayName).join(', ');
    failed.push(`O dia da venda é ${weekdayName(weekday)}, e a regra vale para: ${accepted}`);
  }
  if (from !== undefined && date < from) {
    failed.push(
      `A venda é de ${shown(date)}, e a regra só vale a partir de ${shown(from)} (${days(date, from)} depois)`,
    );
  }
  if (until !== undefined && date > until) {
    failed.push(
      `A venda é de ${shown(date)}, e a regra valeu até ${shown(until)} (${days(until, date)} antes)`,
    );
  }
  return failed;
}

function failedCustomer({ firstPurchase, segment }: Conditions, { pinned }: EarningFacts): string[] {
  const failed: string[] = [];
  if (firstPurchase === true && !pinned.firstPurchase) failed.push('Não é a primeira compra do cliente');
  if (firstPurchase === false && pinned.firstPurchase) {
    failed.push('É a primeira compra do cliente, e a regra vale da segunda em diante');
  }
  if (segment !== undefined && !pinned.segments.includes(segment)) {
    failed.push(`O cliente não está no segmento "${segment}"`);
  }
  return failed;
}

function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1] ?? '';
}

/** A date as Brazil writes it. */
function shown(date: LocalDate): string {
  return date.split('-').reverse().join('/');
}

function days(earlier: LocalDate, later: LocalDate): string {
  const count = (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
  return count === 1 ? '1 dia' : `${count} dias`;
}
