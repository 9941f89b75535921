import type { ReactNode } from 'react';
import type { Clock } from '../format';
import { counter } from '../words/pt';
import type { KeptMove } from './kept-move';
import { questionOf } from './moves';
import type { Move } from './moves';
import { QuestionDialog } from './question-dialog';

interface Props {
  move: Move;
  /** The same that was just done, or may have been. */
  before: KeptMove | null;
  clock: Clock;
  onYes: () => void;
  onNo: () => void;
}

const WORDS = counter.confirm;

/** Asks before value moves: how much, whose, and what is left. Enter does it, but not a second time. */
export function ConfirmDialog({ move, before, clock, onYes, onNo }: Props): ReactNode {
  const shared = { question: questionOf(move), onYes, onNo };
  if (before === null) return <QuestionDialog {...shared} title={WORDS.title} yes={WORDS.yes} byEnter />;
  const time = clock.time(before.done?.at ?? before.at);
  const warning = before.done ? WORDS.again.done(time) : WORDS.again.unknown(before.who.personName, time);
  return <QuestionDialog {...shared} title={WORDS.again.title} warning={warning} yes={WORDS.again.yes} />;
}
