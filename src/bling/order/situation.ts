import type { Situation } from './order-schema';

/** What a situation means for a sale's benefit. */
export type OrderOutcome = 'completed' | 'cancelled' | 'open';

/**
 * The merchant's choice of situation ids. An empty list leaves that meaning to Bling's own normalised value.
 */
export interface SituationChoice {
  completed: readonly number[];
  cancelled: readonly number[];
}

/**
 * Bling's normalised values: the same in every account, while ids of added situations are the account's own.
 */
const COMPLETED_VALUE = 1;
const CANCELLED_VALUE = 2;

/** The situations that every account begins with, by id, with their normalised values (facts measured 2026-08-30). */
const BUILT_IN: ReadonlyMap<number, number> = new Map([
  [6, 0],
  [9, 1],
  [12, 2],
  [15, 3],
  [18, 4],
  [21, 10],
  [24, 11],
]);

/** The ids of those. */
export const BUILT_IN_SITUATIONS: readonly number[] = [...BUILT_IN.keys()];

/** A situation that the account tells of, with the value its orders have: a situation of its own has that of the one it derives from. */
export function situationOf({ id, inheritsFrom }: { id: number; inheritsFrom: number | null }): Situation {
  return { id, value: BUILT_IN.get(inheritsFrom ?? id) ?? null };
}

/** The choice of a connection. */
export function choiceOf({
  completedSituations: completed,
  cancelledSituations: cancelled,
}: {
  completedSituations: number[];
  cancelledSituations: number[];
}): SituationChoice {
  return { completed, cancelled };
}

/**
 * What an order's situation means. An id the merchant has named decides before Bling's value; one named in
 * both lists is cancelled. An order without a situation is open.
 */
export function orderOutcome(situation: Situation | null, choice: SituationChoice): OrderOutcome {
  if (situation === null) return 'open';
  if (choice.cancelled.includes(situation.id)) return 'cancelled';
  if (choice.completed.includes(situation.id)) return 'completed';
  if (choice.cancelled.length === 0 && situation.value === CANCELLED_VALUE) return 'cancelled';
  if (choice.completed.length === 0 && situation.value === COMPLETED_VALUE) return 'completed';
  return 'open';
}
