import { isOver } from '../../loyalty';
import type { ProgramVersion } from '../../store';
import type { RuleExplanation, Sale, SaleBenefit, SaleRecord } from '../../loyalty';

/** What a calculation leaves with the sale's benefit. */
export type SaleResult = Pick<
  SaleBenefit,
  'programVersion' | 'pinned' | 'evaluated' | 'explanation' | 'refundedCents' | 'voided'
>;

/** @param record the sale with its result, where it has one */
export function saleResult(
  sale: Sale,
  record: SaleRecord,
  version: ProgramVersion | null,
  refundedCents: number,
): SaleResult {
  const always = { pinned: record.pinned, refundedCents, voided: isOver(record) };
  if (record.state !== 'completed' || !version || !record.evaluated)
    return {
      ...always,
      programVersion: sale.benefit.programVersion,
      evaluated: null,
      explanation: explanationWithout(sale, version),
    };
  const { of, grants, explanation } = record.evaluated;
  return { ...always, programVersion: version.version, evaluated: { of, grants }, explanation };
}

function explanationWithout(sale: Sale, version: ProgramVersion | null): RuleExplanation[] {
  const say = (line: string): RuleExplanation[] => [
    { ruleId: null, type: null, outcome: 'nothing', amount: 0, lines: [line] },
  ];
  if (sale.purchase.duplicateOf !== null)
    return say('Esta compra já conta por outra venda, informada por outra origem: o benefício está lá.');
  if (sale.purchase.reviewId !== null)
    return say('Esta venda pode ser a mesma compra que outra: o benefício espera a revisão de uma pessoa.');
  if (sale.source.status !== 'completed')
    return sale.source.status === 'open'
      ? say('O pedido ainda não foi concluído na origem: o benefício é calculado quando isso acontecer.')
      : say('O pedido foi cancelado, excluído ou recusado: não dá direito a benefício.');
  if (sale.purchase.tellings.some(({ cancelled }) => cancelled))
    return say('A mesma compra foi cancelada em outra origem: não dá direito a benefício.');
  return version
    ? sale.benefit.explanation
    : say('A loja ainda não publicou um programa: publique um e a venda pode ser lida de novo.');
}
