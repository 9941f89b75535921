import type { Program } from '../../program';
import { durationWords } from '../phrases';
import { always, fromTo, optional, together } from './change';
import type { ProgramChange } from './change';
import { sameDuration } from './texts';

type Expiry = NonNullable<Program['expiry']>;

const VALIDITY = 'A validade do cashback e dos pontos';
const UNITS = { day: 'do dia', month: 'do mês' };

/** Whether balance expires, when, and how that is rounded (R4, R5). */
export function compareExpiry({ expiry: before }: Program, { expiry: after }: Program): ProgramChange[] {
  if (before && after) return compareTerms(before, after);
  if (after) return [{ path: 'expiry', kind: 'added', text: startedText(after) }];
  return before ? [{ path: 'expiry', kind: 'removed', text: stoppedText(before) }] : [];
}

function startedText({ after, roundUpTo }: Expiry): string {
  const rounded = roundUpTo ? `, no fim ${UNITS[roundUpTo]}` : '';
  return `O cashback e os pontos passam a vencer, ${durationWords(after)} depois de ficarem disponíveis${rounded}`;
}

function stoppedText({ after }: Expiry): string {
  return `O cashback e os pontos deixam de vencer (a validade era de ${durationWords(after)})`;
}

const compareTerms = together<Expiry>([
  always('expiry.after', ({ after }) => after, fromTo(VALIDITY, durationWords), sameDuration),
  optional('expiry.roundUpTo', ({ roundUpTo }) => roundUpTo, {
    added: (after) => `${VALIDITY} passa a ir até o fim ${UNITS[after]} em que terminaria`,
    removed: (before) => `${VALIDITY} deixa de ir até o fim ${UNITS[before]} em que terminaria`,
    changed: (before, after) =>
      `${VALIDITY} passa a ir até o fim ${UNITS[after]} em que terminaria (antes, ${UNITS[before]})`,
  }),
]);
