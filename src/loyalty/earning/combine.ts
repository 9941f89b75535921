import { formatCents, formatPoints } from '../basis';
import type { Program } from '../program';
import type { AppliedRule } from './apply-rule';

type Combine = Program['earning']['combine'];

/**
 * Which of the rules of one benefit type pay (R16), given in the program's order. `best` looks at what would really be
 * paid; `first` at priority alone; ties go to the smaller priority (absent last) and then the program's order.
 */
export function payingRules(applied: readonly AppliedRule[], combine: Combine): AppliedRule[] {
  const paying = applied.filter(({ pays }) => pays);
  switch (combine) {
    case 'stack':
      return paying;
    case 'first':
      return paying.toSorted(byPriority).slice(0, 1);
    case 'best':
      return paying.toSorted((a, b) => b.amount - a.amount || byPriority(a, b)).slice(0, 1);
  }
}

/** Sorting is stable, so equal priorities stay in the program's order. */
function byPriority({ rule: a }: AppliedRule, { rule: b }: AppliedRule): number {
  if (a.priority === b.priority) return 0;
  if (a.priority === undefined) return 1;
  if (b.priority === undefined) return -1;
  return a.priority - b.priority;
}

/** Why a rule that would pay gave way to `winner`, in pt-BR. */
export function passedOverLine(loser: AppliedRule, winner: AppliedRule, combine: Combine): string {
  const name = `"${winner.rule.id}"`;
  if (combine === 'first') return `Preterida: a regra ${name} vem antes, e só a primeira paga`;
  if (winner.amount === loser.amount) return `Preterida: a regra ${name} paga o mesmo e vem antes`;
  const shown = loser.type === 'points' ? formatPoints : formatCents;
  return `Preterida: a regra ${name} paga mais (${shown(winner.amount)} contra ${shown(loser.amount)})`;
}
