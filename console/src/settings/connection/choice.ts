import type { Schema } from '../../api';
import type { Account } from '../../connections';

export type Choice = Schema<'SituationChoice'>;
export type Meaning = Account['situations']['options'][number]['meaning'];

/** What somebody has said of situations: by each of them, or as numbers they wrote themselves. */
export type Draft =
  | { kind: 'each'; meanings: Readonly<Record<number, Meaning>> }
  | { kind: 'written'; completed: string; cancelled: string };

/** A draft as things stand. */
export function draftOf({ situations }: Account, now: Choice): Draft {
  if (situations.answer === 'ok' && situations.options.length > 0)
    return {
      kind: 'each',
      meanings: Object.fromEntries(situations.options.map(({ id, meaning }) => [id, meaning])),
    };
  const { completedSituations, cancelledSituations } = now;
  return {
    kind: 'written',
    completed: completedSituations.join(', '),
    cancelled: cancelledSituations.join(', '),
  };
}

/** The choice that a draft makes; null: something is missing, or no number. Neither list may be empty: that would be Bling's own. */
export function choiceIn(draft: Draft): Choice | null {
  const choice =
    draft.kind === 'each'
      ? {
          completedSituations: meant(draft.meanings, 'completed'),
          cancelledSituations: meant(draft.meanings, 'cancelled'),
        }
      : { completedSituations: numbersIn(draft.completed), cancelledSituations: numbersIn(draft.cancelled) };
  const { completedSituations, cancelledSituations } = choice;
  if (!completedSituations?.length || !cancelledSituations?.length) return null;
  return { completedSituations, cancelledSituations };
}

function meant(meanings: Readonly<Record<number, Meaning>>, wanted: Meaning): number[] {
  return Object.entries(meanings)
    .filter(([, meaning]) => meaning === wanted)
    .map(([id]) => Number(id));
}

function numbersIn(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  return numbers.every((one) => Number.isSafeInteger(one) && one > 0) ? [...new Set(numbers)] : null;
}
