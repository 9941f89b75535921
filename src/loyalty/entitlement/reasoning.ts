import { deservedAfterReturns } from '../earning';
import type { RuleExplanation } from '../earning';
import { formatCents, formatPoints, goodsCents } from '../basis';
import { standingOf, whyHeld } from '../sale';
import type { Sale, StandingFacts } from '../sale';
import { saleRecord } from './sale-record';
import type { SaleRecord } from './sale-record';

/** The reasoning as it is shown: what returns have left of each result is part of it. pt-BR. */
export function reasoning(sale: Sale): RuleExplanation[] {
  if (sale.source.lateness === 'held' && standingOf(sale) === 'completed')
    return nothingBecause(whyHeld(sale.source));
  if (sale.benefit.evaluated === null) return sale.benefit.explanation;
  if (standingOf(sale) !== 'completed') return [];
  const explanation = explainAfterReturns(saleRecord(sale));
  return sale.owner.customerId === null ? explanation.map(ifClaimed) : explanation;
}

/** What a rule would pay: nobody has it yet. */
function ifClaimed(rule: RuleExplanation): RuleExplanation {
  if (rule.outcome !== 'paid') return rule;
  const line = 'Ninguém foi identificado: a regra pagaria isto, e paga quando alguém assumir a venda';
  return { ...rule, lines: [...rule.lines, line] };
}

/** The reasoning of the calculation, and what returns have left of each result (R20). */
export function explainAfterReturns(sale: SaleRecord): RuleExplanation[] {
  const explanation = sale.evaluated?.explanation ?? [];
  if (sale.returnedCents === 0) return explanation;
  const goods = goodsCents(sale);
  const back = formatCents(Math.min(sale.returnedCents, goods));
  return explanation.map((rule) => {
    if (rule.outcome !== 'paid' || rule.type === null || rule.type === 'voucher') return rule;
    const shown = rule.type === 'points' ? formatPoints : formatCents;
    const left = deservedAfterReturns(rule.amount, goods, sale.returnedCents);
    const line = `Devolução de ${back} em ${formatCents(goods)} de mercadorias: de ${shown(rule.amount)} ficam ${shown(left)}`;
    return { ...rule, lines: [...rule.lines, line] };
  });
}

/** Why a sale has not been calculated, for whoever asks what it earns. pt-BR. */
export function whyNotCalculated(sale: StandingFacts): RuleExplanation[] {
  return nothingBecause(whyNothing(sale));
}

function nothingBecause(line: string): RuleExplanation[] {
  return [{ ruleId: null, type: null, outcome: 'nothing', amount: 0, lines: [line] }];
}

function whyNothing({ source, purchase }: StandingFacts): string {
  if (purchase.duplicateOf !== null)
    return 'Esta compra já conta por outra venda, informada por outra origem: o benefício está lá.';
  if (purchase.reviewId !== null)
    return 'Esta venda pode ser a mesma compra que outra: o benefício espera a revisão de uma pessoa.';
  if (source.status === 'open')
    return 'O pedido ainda não foi concluído na origem: o benefício é calculado quando isso acontecer.';
  if (source.status !== 'completed')
    return 'O pedido foi cancelado, excluído ou recusado: não dá direito a benefício.';
  if (standingOf({ source, purchase }) === 'cancelled')
    return 'A mesma compra foi cancelada em outra origem: não dá direito a benefício.';
  return 'A loja ainda não publicou um programa: publique um e a venda pode ser lida de novo.';
}
