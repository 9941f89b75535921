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

/** How many of its rows have been dealt with. */
export function HowFar({ summary: { done, total } }: { summary: ImportSummary }): ReactNode {
  const text = words.progress(done, total);
  return (
    <>
      <Text size="sm">{text}</Text>
      <Progress value={total === 0 ? 100 : Math.round((100 * done) / total)} aria-label={text} />
    </>
  );
}
