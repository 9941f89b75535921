import { formatBps, formatCents, formatMultiplier, formatPoints } from '../../basis';
import type { Conditions, Rule, VoucherTemplate } from '../../program';
import { discountWords, pointsRateWords } from './benefits';
import { dateWords, everyWeekday } from './calendar-words';
import { channelPurchases } from './channels';
import { durationWords } from './duration';
import { andList, orList } from './list';

/** A rule that gives an amount, in a phrase: `5% do valor da compra em cashback, até R$ 50,00 por compra`. */
export function amountWords(rule: Rule): string {
  const rate = rateWords(rule);
  const milli = rule.multiplierMilli ?? 1_000;
  const bonus = bonusWords(rule);
  return [
    rate ?? `${bonus ?? 'nada'} por compra`,
    ...(rate && milli !== 1_000 ? [`com multiplicador de ${formatMultiplier(milli)}`] : []),
    ...(rate && bonus ? [`mais um bônus de ${bonus}`] : []),
    ...limitWords(rule),
  ].join(', ');
}

function rateWords({ grant, when }: Rule): string | null {
  const base = when?.skus ? 'dos produtos participantes' : 'da compra';
  if (grant.type === 'cashback' && grant.rateBps > 0)
    return `${formatBps(grant.rateBps)} do valor ${base} em cashback`;
  if (grant.type === 'points' && grant.points > 0)
    return `${pointsRateWords(grant.points, grant.perCents)} do valor ${base}`;
  return null;
}

function bonusWords({ grant, bonusCents = 0, bonusPoints = 0 }: Rule): string | null {
  if (grant.type === 'points') return bonusPoints > 0 ? formatPoints(bonusPoints) : null;
  return bonusCents > 0 ? `${formatCents(bonusCents)} de cashback` : null;
}

function limitWords(rule: Rule): string[] {
  const { capPerSale, capPerMonth, budget } = ruleLimits(rule);
  return [
    ...(capPerSale === null ? [] : [`até ${capPerSale} por compra`]),
    ...(capPerMonth === null ? [] : [`até ${capPerMonth} por cliente em cada mês`]),
    ...(budget === null ? [] : [`enquanto durar a verba de ${budget}`]),
  ];
}

/** The caps and the budget of a rule in words, whichever unit they are in; null where there is none. */
function ruleLimits(rule: Rule): Record<'capPerSale' | 'capPerMonth' | 'budget', string | null> {
  const shown = (cents: number | undefined, points: number | undefined): string | null => {
    if (cents !== undefined) return formatCents(cents);
    return points === undefined ? null : formatPoints(points);
  };
  return {
    capPerSale: shown(rule.capPerSaleCents, rule.capPerSalePoints),
    capPerMonth: shown(rule.capPerCustomerPerMonthCents, rule.capPerCustomerPerMonthPoints),
    budget: shown(rule.budgetCents, rule.budgetPoints),
  };
}

/** A voucher with its terms: `R$ 20,00 de desconto, em compras a partir de R$ 100,00, para usar 1 vez, sem vencimento`. */
export function voucherWords({ discount, minSaleCents, validity, uses, stores }: VoucherTemplate): string {
  return [
    discountWords(discount),
    ...(minSaleCents > 0 ? [`em compras a partir de ${formatCents(minSaleCents)}`] : []),
    ...(stores ? [`só ${storeWords(stores)}`] : []),
    uses === 1 ? 'para usar 1 vez' : `para usar até ${uses} vezes`,
    validity === undefined
      ? 'sem vencimento'
      : `válido por ${durationWords(validity)} depois de ficar disponível`,
  ].join(', ');
}

/** What a sale must be for a rule to apply, one phrase a condition (R7). */
export function conditionWords(when: Conditions): string[] {
  const { minSaleCents, maxSaleCents, channels, stores, skus, weekdays, firstPurchase, segment } = when;
  return [
    ...(minSaleCents === undefined ? [] : [`compras a partir de ${formatCents(minSaleCents)}`]),
    ...(maxSaleCents === undefined ? [] : [`compras de até ${formatCents(maxSaleCents)}`]),
    ...(channels ? [`compras ${orList(channels.map(channelPurchases))}`] : []),
    ...(stores ? [`compras ${storeWords(stores)}`] : []),
    ...(skus ? [`compras com ${skus.length === 1 ? 'o produto' : 'os produtos'} ${orList(skus)}`] : []),
    ...(weekdays ? [`compras feitas ${andList(weekdays.toSorted((a, b) => a - b).map(everyWeekday))}`] : []),
    ...periodWords(when),
    ...(firstPurchase === undefined
      ? []
      : [firstPurchase ? 'primeira compra do cliente' : 'da segunda compra do cliente em diante']),
    ...(segment === undefined ? [] : [`clientes do segmento "${segment}"`]),
  ];
}

function periodWords({ from, until }: Conditions): string[] {
  if (from !== undefined && until !== undefined)
    return [`compras de ${dateWords(from)} a ${dateWords(until)}, inclusive`];
  if (from !== undefined) return [`compras a partir de ${dateWords(from)}`];
  return until === undefined ? [] : [`compras até ${dateWords(until)}, inclusive`];
}

/** What stands among stores for the orders that Bling has of no sales channel, of all companies or of one. */
const NO_CHANNEL = /^0(?:@|$)/;

function storeWords(stores: readonly string[]): string {
  const named = stores.filter((store) => !NO_CHANNEL.test(store));
  return orList([
    ...(named.length === 0 ? [] : [`${named.length === 1 ? 'na loja' : 'nas lojas'} ${orList(named)}`]),
    ...(named.length === stores.length ? [] : ['sem canal de venda']),
  ]);
}

/** Whether nothing a sale could be would make a rule pay: a rate and bonus of zero, or a cap or budget of zero (R12). */
export function neverPays(rule: Rule): boolean {
  if (rule.grant.type === 'voucher') return false;
  const limits = [
    rule.capPerSaleCents,
    rule.capPerSalePoints,
    rule.capPerCustomerPerMonthCents,
    rule.capPerCustomerPerMonthPoints,
    rule.budgetCents,
    rule.budgetPoints,
  ];
  return limits.includes(0) || (rateWords(rule) === null && bonusWords(rule) === null);
}
