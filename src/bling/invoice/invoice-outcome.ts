import type { OrderOutcome } from '../order';

/** What the situations of an NFC-e mean, which are Bling's own and the same in every account; the others are on their way. */
const OUTCOMES: ReadonlyMap<number, OrderOutcome> = new Map([
  // Cancelada, Rejeitada, Denegada.
  [2, 'cancelled'],
  [4, 'cancelled'],
  [9, 'cancelled'],
  // Autorizada, Emitida DANFE.
  [5, 'completed'],
  [6, 'completed'],
]);

/** Goods that come in: nothing was sold. */
const INCOMING = 0;

/** What an NFC-e's situation means for a benefit. One that was sold nothing by counts as cancelled. */
export function invoiceOutcome(situation: number | null, kind: number | null): OrderOutcome {
  if (kind === INCOMING) return 'cancelled';
  return OUTCOMES.get(situation ?? 0) ?? 'open';
}
