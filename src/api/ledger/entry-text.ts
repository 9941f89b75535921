import { formatCents, formatPoints } from '../../loyalty';
import type { Bucket, Entry, LotType } from '../../loyalty';

type Description = string | ((entry: Pick<Entry, 'cause' | 'benefit'>) => string);

/** What each movement is to the customer it happened to (pt-BR). */
const DESCRIPTIONS: Record<Entry['type'], Description> = {
  EARN_PENDING: 'Ganho na compra',
  ACTIVATE: 'Liberação para uso',
  CANCEL_PENDING: 'Cancelamento do que estava em carência',
  RESERVE: 'Reserva para um resgate',
  RELEASE: ({ cause, benefit }) =>
    `Reserva ${cause.kind === 'clock' ? 'vencida' : 'liberada'}, ${cameBack(benefit)}`,
  SPEND: 'Uso confirmado',
  ROLLBACK: ({ cause, benefit }) =>
    cause.kind === 'sale' ? 'Devolução do que foi usado na venda' : `Resgate desfeito, ${cameBack(benefit)}`,
  REMIND: 'Vencimento mantido na data',
  EXTEND: 'Validade prorrogada',
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
  const description = DESCRIPTIONS[entry.type];
  return `${typeof description === 'string' ? description : description(entry)}: ${amountText(entry.benefit, amount)}`;
}

/**
 * What an entry moved, whichever way: of its lots, or of the debt where it moves none. Of what a merge carries, only what
 * can still be used counts.
 */
export function movedAmount({ type, moves, debt }: Pick<Entry, 'type' | 'moves' | 'debt'>): number {
  const merges = type === 'MERGE_OUT' || type === 'MERGE_IN';
  const counted = merges ? moves.filter(({ from }) => USABLE.includes(from)) : moves;
  const moved = counted.reduce((sum, { amount }) => sum + amount, 0);
  return moved === 0 ? Math.abs(debt) : moved;
}

const USABLE: readonly (Bucket | 'issued')[] = ['pending', 'active', 'reserved'];

function cameBack(benefit: LotType): string {
  return benefit === 'voucher' ? 'vale devolvido' : 'saldo devolvido';
}

function amountText(benefit: LotType, amount: number): string {
  switch (benefit) {
    case 'cashback':
      return `${formatCents(amount)} de cashback`;
    case 'points':
      return formatPoints(amount);
    case 'voucher':
      return amount === 1 ? '1 vale' : `${amount} usos de um vale`;
  }
}
