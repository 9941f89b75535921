import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysWithin, formatMoney, formatMonth, formatPoints } from '../../format';
import { BarLink, FigureTable, MonthBars, Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { simulations } from '../../words/pt';
import { saveCsv } from './save-csv';
import type { Result } from './simulation-query';

const words = simulations.liability;
type Month = Result['liability'][number];

interface Props {
  result: Result;
  current: string;
}

interface PartProps extends Props {
  /** The instant up to when the data runs. */
  asOf: string;
}

/** What customers would hold at the end of each month, as a chart, its table, and a file of the same. */
export function LiabilityPart({ result, current, asOf }: PartProps): ReactNode {
  const { clock } = useWorkplace();
  const { draft } = simulations.result;
  const { liability } = result;
  const save = (): void =>
    saveCsv('em-aberto-por-mes', [
      [
        words.month,
        ...[current, draft].flatMap((name) => [words.cashback(name), words.points(name)]),
        words.asOf(clock.zone),
      ],
      ...liability.map(({ month, ...both }) => [
        formatMonth(month),
        ...[both.current, both.draft].flatMap((held) => [reais(held), String(held.points)]),
        clock.dateTime(asOf),
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
      <LiabilityBars result={result} current={current} />
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

/** Nobody holds what a bar shows: it opens the sales of its month within the period, and says so. */
function LiabilityBars({ result: { liability, period }, current }: Props): ReactNode {
  return (
    <MonthBars
      title={words.chart}
      series={[current, simulations.result.draft]}
      months={liability.map(({ month, ...both }) => ({
        label: formatMonth(month),
        values: [both.current.cashbackCents, both.draft.cashbackCents],
      }))}
      write={formatMoney}
      open={({ place, said, drawn }) => {
        const [de, ate] = daysWithin(liability[place]!.month, period);
        return (
          <BarLink to="/vendas" search={{ de, ate }} aria-label={words.open(said)}>
            {drawn}
          </BarLink>
        );
      }}
    />
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
