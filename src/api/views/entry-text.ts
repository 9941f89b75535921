import { formatCents, formatPoints } from '../../loyalty';
import type { BenefitType, Entry } from '../../loyalty';

type Words = string | ((entry: Pick<Entry, 'cause'>) => string);

/** What each movement is to the customer it happened to (pt-BR). */
const WORDS: Record<Entry['type'], Words> = {
  EARN_PENDING: 'Ganho na compra',
  ACTIVATE: 'Liberação para uso',
  CANCEL_PENDING: 'Cancelamento do que estava em carência',
  RESERVE: 'Reserva para um resgate',
  RELEASE: ({ cause }) =>
    cause.kind === 'clock' ? 'Reserva vencida, saldo devolvido' : 'Reserva liberada, saldo devolvido',
  SPEND: 'Uso confirmado',
  ROLLBACK: ({ cause }) =>
    cause.kind === 'sale' ? 'Devolução do que foi usado na venda' : 'Resgate desfeito, saldo devolvido',
  EXPIRE: 'Vencimento',
  CLAWBACK: 'Estorno por mudança, devolução ou cancelamento',
  DEBT_OPEN: 'Saldo devedor aberto por um estorno',
  DEBT_SETTLE: 'Pagamento de saldo devedor',
  ADJUST_CREDIT: 'Crédito manual',
  ADJUST_DEBIT: 'Débito manual',
  REINSTATE: 'Benefício restabelecido',
  MERGE_OUT: 'Transferência para outro cadastro do cliente',
  MERGE_IN: 'Transferência de outro cadastro do cliente',
};

/** One sentence for one movement, with its amount: `Vencimento: R$ 9,50 de cashback`. */
export function entryText(entry: Pick<Entry, 'type' | 'cause' | 'benefit'>, amount: number): string {
  const words = WORDS[entry.type];
  return `${typeof words === 'string' ? words : words(entry)}: ${amountText(entry.benefit, amount)}`;
}

/** What an entry moved, whichever way: of its lots, or of the debt where it moves none. */
export function amountOf(entry: Pick<Entry, 'moves' | 'debt'>): number {
  const moved = entry.moves.reduce((sum, { amount }) => sum + amount, 0);
  return moved === 0 ? Math.abs(entry.debt) : moved;
}

function amountText(benefit: BenefitType, amount: number): string {
  return benefit === 'cashback' ? `${formatCents(amount)} de cashback` : formatPoints(amount);
}
