import { isOver } from '../../loyalty';
import type { SaleRecord } from '../../loyalty';
import type { ProgramVersion, Sale } from '../../store';

/** What a calculation leaves with the sale. */
export type SaleResult = Pick<
  Sale,
  'matchedAs' | 'programVersion' | 'pinned' | 'evaluated' | 'explanation' | 'refundedCents' | 'voided'
>;

/** @param record the sale with its result, where it has one */
export function saleResult(
  sale: Sale,
  record: SaleRecord,
  version: ProgramVersion | null,
  { refundedCents, matchedAs }: Pick<SaleResult, 'refundedCents' | 'matchedAs'>,
): SaleResult {
  const always = { matchedAs, pinned: record.pinned, refundedCents, voided: isOver(record) };
  if (record.state !== 'completed' || !version || !record.evaluated)
    return {
      ...always,
      programVersion: sale.programVersion,
      evaluated: null,
      explanation: explanationWithout(sale, version),
    };
  const { of, grants, explanation } = record.evaluated;
  return { ...always, programVersion: version.version, evaluated: { of, grants }, explanation };
}

function explanationWithout(sale: Sale, version: ProgramVersion | null): Sale['explanation'] {
  const say = (line: string): Sale['explanation'] => [
    { ruleId: null, type: null, outcome: 'nothing', amount: 0, lines: [line] },
  ];
  if (sale.duplicateOf !== null)
    return say('Esta compra já conta por outra venda, informada por outra origem: o benefício está lá.');
  if (sale.heldFor !== null)
    return say('Esta venda pode ser a mesma compra que outra: o benefício espera a revisão de uma pessoa.');
  if (sale.sourceStatus !== 'completed')
    return sale.sourceStatus === 'open'
      ? say('O pedido ainda não foi concluído na origem: o benefício é calculado quando isso acontecer.')
      : say('O pedido foi cancelado, excluído ou recusado: não dá direito a benefício.');
  if (sale.evidence.some(({ cancelled }) => cancelled))
    return say('A mesma compra foi cancelada em outra origem: não dá direito a benefício.');
  return version
    ? sale.explanation
    : say('A loja ainda não publicou um programa: publique um e a venda pode ser lida de novo.');
}
