import { factText } from './problem-kind';
import type { Facts, ProblemKind } from './problem-kind';
import { moneyIn } from './voucher-problems';

/** What returns and claims of a sale refuse with (R21, R28). */
export const SALE_PROBLEMS = {
  claim_window_closed: {
    status: 410,
    title: 'Prazo para identificar a venda encerrado',
    detail: () =>
      'O prazo para ligar um cliente a esta venda já terminou, e ela fica sem cliente. Se for o caso, fale com o gerente sobre um crédito manual.',
  },
} satisfies Record<string, ProblemKind>;

const STATUSES: Record<string, string> = {
  open: 'ainda não foi concluída',
  completed: 'está concluída',
  cancelled: 'foi cancelada',
  missing: 'foi excluída na origem',
  refused: 'tem dados inválidos na origem',
};

/** Why a sale does not take a return or a claim; null where the facts speak of something else. */
export function wrongForSale(facts: Facts): string | null {
  if (facts['saleOwner'] !== undefined)
    return 'Esta venda já tem um cliente, e só uma venda sem cliente pode ser assumida. Confira o número da venda.';
  if (facts['saleStatus'] !== undefined) {
    const status = factText(facts['saleStatus']);
    return `Esta venda ${STATUSES[status] ?? status} e não aceita esta operação. Consulte a venda antes de tentar de novo.`;
  }
  if (facts['returnableCents'] !== undefined)
    return `Desta venda ainda podem voltar ${moneyIn(facts, 'returnableCents')}, e a devolução pedida é de ${moneyIn(facts, 'requestedCents')}. Nada foi registrado. Informe um valor que caiba no que resta.`;
  if (facts['sku'] !== undefined) return wrongLine(facts);
  return null;
}

function wrongLine({ sku, piecesLeft }: Facts): string {
  const left = Number(piecesLeft ?? 0);
  const why =
    left === 0
      ? 'não está nesta venda ou já voltou por inteiro'
      : `só tem ${left} ${left === 1 ? 'unidade' : 'unidades'} por devolver`;
  return `O item ${factText(sku)} ${why}. Nada foi registrado. Confira os itens da venda e o que já foi devolvido.`;
}
