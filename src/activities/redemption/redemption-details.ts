import { formatCents, formatPoints } from '../../loyalty';
import type { Redemption, RedemptionState } from '../../loyalty';
import { inMarkdown } from '../../workflows';
import { localTime } from '../runtime';

const STATE_TEXT: Record<RedemptionState, string> = {
  reserved: 'reservado',
  confirmed: 'usado',
  released: 'devolvido pela loja',
  expired: 'devolvido por fim da reserva',
  rolled_back: 'uso desfeito',
};

/** A use of balance, for whoever opens its run in the Temporal UI: how much, of a sale of how much, and until when. */
export function redemptionDetails(redemption: Redemption): string {
  const { type, amount, state, saleTotalCents, zone, reservedUntil, confirmedAt, closedAt } = redemption;
  const what = type === 'points' ? formatPoints(amount) : `${formatCents(amount)} de cashback`;
  const when =
    state === 'reserved'
      ? ` até ${localTime(reservedUntil, zone)}`
      : sinceText(state === 'confirmed' ? confirmedAt : closedAt, zone);
  return `**Resgate**: ${inMarkdown(`${what} numa venda de ${formatCents(saleTotalCents)}`)} · ${STATE_TEXT[state]}${when}`;
}

function sinceText(at: number | null, zone: string): string {
  return at === null ? '' : ` em ${localTime(at, zone)}`;
}
