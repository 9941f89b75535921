import { Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../lists';
import { imports as words } from '../words/pt';
import type { ImportSummary } from './import-queries';

const COLORS: Partial<Record<ImportSummary['state'], string>> = {
  running: 'indigo.7',
  cancelled: 'red.9',
  failed: 'red.9',
};

/** How an import stands, in a word. */
export function StateMark({ state }: Pick<ImportSummary, 'state'>): ReactNode {
  return <Mark color={COLORS[state]}>{words.states[state]}</Mark>;
}

/** How much of it has been dealt with; of contacts there may be nobody who knows how many there are. */
export function HowFar({ summary }: { summary: ImportSummary }): ReactNode {
  const { done, total, text } = measure(summary);
  if (total === null) return <Text size="sm">{text}</Text>;
  return (
    <>
      <Text size="sm">{text}</Text>
      <Progress value={total === 0 ? 100 : Math.round((100 * done) / total)} aria-label={text} />
    </>
  );
}

function measure(summary: ImportSummary): { done: number; total: number | null; text: string } {
  if (summary.kind !== 'contacts') {
    const { done, total } = summary;
    return { done, total, text: words.progress(done, total) };
  }
  const { phase, contacts, history, progress } = summary;
  const done = phase === 'orders' && history !== null ? history.done : contacts.done;
  const total = summary.state === 'finished' ? done : progress.estimatedTotal;
  return { done, total, text: words.contacts.progress[phase](done, total) };
}
