import { isoWeekday, localDate } from '../calendar';
import { formatCents } from '../basis';
import type { Conditions } from '../program';
import { channelName, dateWords, daysBetween, shortList, typedText, weekdayName } from '../words/phrases';
import type { EarningFacts } from './calculation';

/** The conditions of a rule before a sale, in pt-BR: those that hold, with what met them, and those that fail, with by how much. */
export interface ConditionsRead {
  held: string[];
  failed: string[];
}

/** One condition looked at: the text for when it holds, the text for when it does not, and which of the two it is. */
interface Condition {
  holds: boolean;
  held: string;
  failed: string;
}

/** Of longer lists a reader looks up the program. */
const SHOWN_VALUES = 10;

/** Each condition of a rule against the sale (R7): all must hold; smallest and largest sale as R11 says. */
export function readConditions(when: Conditions, facts: EarningFacts): ConditionsRead {
  const conditions = [
    ...amountConditions(when, facts.sale.totalCents),
    ...placeConditions(when, facts),
    ...productConditions(when, facts),
    ...dateConditions(when, facts),
    ...customerConditions(when, facts),
  ];
  return {
    held: conditions.filter(({ holds }) => holds).map(({ held }) => held),
    failed: conditions.filter(({ holds }) => !holds).map(({ failed }) => failed),
  };
}

/** Freight in and before benefit, both inclusive (R11). */
function amountConditions({ minSaleCents: min, maxSaleCents: max }: Conditions, total: number): Condition[] {
  const conditions: Condition[] = [];
  if (min !== undefined) {
    conditions.push({
      holds: total >= min,
      held: `venda de ${formatCents(total)}, mínima de ${formatCents(min)}`,
      failed: `Faltaram ${formatCents(min - total)} para a venda mínima de ${formatCents(min)}`,
    });
  }
  if (max !== undefined) {
    conditions.push({
      holds: total <= max,
      held: `venda de ${formatCents(total)}, máxima de ${formatCents(max)}`,
      failed: `A venda passou ${formatCents(total - max)} do máximo de ${formatCents(max)}`,
    });
  }
  return conditions;
}

function placeConditions({ channels, stores }: Conditions, { sale }: EarningFacts): Condition[] {
  const conditions: Condition[] = [];
  if (channels) {
    const accepted = channels.map(channelName).join(', ');
    conditions.push({
      holds: channels.includes(sale.channel),
      held: `canal ${channelName(sale.channel)}`,
      failed: `O canal da venda é ${channelName(sale.channel)}, e a regra vale para: ${accepted}`,
    });
  }
  if (stores) {
    const where =
      sale.storeId === null ? 'A venda não tem loja' : `A loja da venda é ${typedText(sale.storeId)}`;
    conditions.push({
      holds: sale.storeId !== null && stores.includes(sale.storeId),
      held: `loja ${typedText(sale.storeId ?? '')}`,
      failed: `${where}, e a regra vale para: ${shortList(stores.map(typedText), SHOWN_VALUES)}`,
    });
  }
  return conditions;
}

function productConditions({ skus }: Conditions, { sale }: EarningFacts): Condition[] {
  if (!skus) return [];
  const sold = [...new Set(sale.items.map(({ sku }) => sku))];
  const wanted = sold.filter((sku) => skus.includes(sku));
  const items =
    sold.length === 0
      ? 'A venda não tem itens'
      : `Nenhum item da venda (${shortList(sold.map(typedText), SHOWN_VALUES)}) é dos produtos pedidos`;
  return [
    {
      holds: wanted.length > 0,
      held: `com ${shortList(wanted.map(typedText), SHOWN_VALUES)}`,
      failed: `${items}, e a regra vale para: ${shortList(skus.map(typedText), SHOWN_VALUES)}`,
    },
  ];
}

function dateConditions({ weekdays, from, until }: Conditions, { sale, zone }: EarningFacts): Condition[] {
  const conditions: Condition[] = [];
  const date = localDate(sale.soldAt, zone);
  const shown = dateWords(date);
  if (weekdays) {
    const weekday = isoWeekday(sale.soldAt, zone);
    const accepted = weekdays.map(weekdayName).join(', ');
    conditions.push({
      holds: weekdays.includes(weekday),
      held: weekdayName(weekday),
      failed: `O dia da venda é ${weekdayName(weekday)}, e a regra vale para: ${accepted}`,
    });
  }
  if (from !== undefined) {
    const starts = `a partir de ${dateWords(from)}`;
    conditions.push({
      holds: date >= from,
      held: `venda de ${shown}, ${starts}`,
      failed: `A venda é de ${shown}, e a regra só vale ${starts} (${daysBetween(date, from)} depois)`,
    });
  }
  if (until !== undefined) {
    const ends = `até ${dateWords(until)}`;
    conditions.push({
      holds: date <= until,
      held: `venda de ${shown}, ${ends}`,
      failed: `A venda é de ${shown}, e a regra valeu ${ends} (${daysBetween(until, date)} antes)`,
    });
  }
  return conditions;
}

/** As they were when the sale was first calculated (R17). */
function customerConditions({ firstPurchase, segment }: Conditions, { pinned }: EarningFacts): Condition[] {
  const conditions: Condition[] = [];
  if (firstPurchase !== undefined) {
    conditions.push({
      holds: pinned.firstPurchase === firstPurchase,
      held: firstPurchase ? 'primeira compra do cliente' : 'da segunda compra do cliente em diante',
      failed: firstPurchase
        ? 'Não é a primeira compra do cliente, e a regra só vale nela'
        : 'É a primeira compra do cliente, e a regra vale da segunda em diante',
    });
  }
  if (segment !== undefined) {
    const others = pinned.segments.map(typedText);
    const where =
      others.length === 0 ? 'não estava em nenhum' : `estava em: ${shortList(others, SHOWN_VALUES)}`;
    conditions.push({
      holds: pinned.segments.includes(segment),
      held: `cliente no segmento ${typedText(segment)}`,
      failed: `O cliente não está no segmento ${typedText(segment)} (${where})`,
    });
  }
  return conditions;
}
