import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../../format';
import { FigureTable, Part } from '../../lists';
import { simulations } from '../../words/pt';
import { MonthBars } from './month-bars';
import { saveCsv } from './save-csv';
import type { Result } from './simulation-query';

const words = simulations.liability;
type Month = Result['liability'][number];

/** What customers would hold at the end of each month, as a chart, its table, and a file of the same. */
export function LiabilityPart({
  liability,
  current,
}: {
  liability: readonly Month[];
  current: string;
}): ReactNode {
  const { draft } = simulations.result;
  const save = (): void =>
    saveCsv('em-aberto-por-mes', [
      [words.month, ...[current, draft].flatMap((name) => [words.cashback(name), words.points(name)])],
      ...liability.map(({ month, ...both }) => [
        formatMonth(month),
        ...[both.current, both.draft].flatMap((held) => [reais(held), String(held.points)]),
      ]),
    ]);
  return (
    <Part
      title={words.title}
      action={
        <Button variant="default" size="compact-md" onClick={save}>
          {simulations.csv}
        </Button>
      }
    >
      <Text size="sm">{words.about}</Text>
      <MonthBars
        title={words.chart}
        series={[current, draft]}
        months={liability.map(({ month, ...both }) => ({
          month,
          label: formatMonth(month),
          values: [both.current.cashbackCents, both.draft.cashbackCents],
        }))}
        write={formatMoney}
      />
      <FigureTable
        title={words.title}
        heads={[words.month]}
        figures={[current, draft]}
        lines={liability.map(({ month, ...both }) => ({
          key: month,
          heads: [formatMonth(month)],
          figures: [heldText(both.current), heldText(both.draft)],
        }))}
      />
    </Part>
  );
}

function reais({ cashbackCents }: Month['draft']): string {
  return (cashbackCents / 100).toFixed(2).replace('.', ',');
}

function heldText({ cashbackCents, points }: Month['draft']): string {
  return points === 0
    ? formatMoney(cashbackCents)
    : `${formatMoney(cashbackCents)} · ${formatPoints(points)}`;
}
