import type { ReactNode } from 'react';
import { daysWithin, formatMonth } from '../format';
import { BarLink, FigureTable, MonthBars } from '../lists';
import { PageLink } from '../shell';
import { reports as words } from '../words/pt';
import { FLOWS } from './behind-queries';
import type { SourceSearch } from './behind-queries';
import { activityReport } from './report-queries';
import type { Activity, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey, sourceSearch } from './sources';
import { searched, UNITS } from './units';
import type { Benefit } from './units';

const labels = words.activity;
type Flows = Activity['total'];

const COLUMNS = [...FLOWS, 'net'] as const;
const OF: Readonly<Record<Benefit, keyof Flows>> = {
  cashback: 'cashbackCents',
  pontos: 'points',
  vales: 'voucherUses',
};

/** What was granted, used, expired and taken back: by month, or also by store and channel. */
export function ActivityPart({ search }: { search: ReportSearch }): ReactNode {
  const { por, beneficio: benefit = 'cashback' } = search;
  const title = labels.title(words.benefits[benefit]);
  const [unit, format] = [OF[benefit], UNITS[benefit]];
  /** With the list behind each figure; a difference is of several. */
  const figures = (flows: Flows, time: Time & SourceSearch): ReactNode[] =>
    COLUMNS.map((flow) =>
      flow === 'net' || flows[unit][flow] === 0 ? (
        format(flows[unit][flow])
      ) : (
        <PageLink
          key={flow}
          to="/relatorios/movimentos"
          search={{ fluxo: flow, beneficio: search.beneficio, ...time }}
        >
          {format(flows[unit][flow])}
        </PageLink>
      ),
    );
  return (
    <ReportPart title={title} explain={labels.explain} report={activityReport(search)} fileName={labels.file}>
      {({ rows, total, from, until }) => (
        <>
          {por === undefined && <ActivityBars found={{ rows, from, until }} benefit={benefit} />}
          <FigureTable
            title={title}
            heads={[labels.month, ...(por === undefined ? [] : SOURCE_HEADS)]}
            figures={COLUMNS.map((flow) => labels.flows[flow])}
            lines={[
              ...rows.map((row) => ({
                key: row.month + sourceKey(row),
                heads: [formatMonth(row.month), ...(por === undefined ? [] : sourceCells(row))],
                figures: figures(row, {
                  ...within(row.month, { from, until }),
                  ...(por === undefined ? {} : sourceSearch(row)),
                }),
              })),
              {
                key: 'total',
                heads: [words.total, ...(por === undefined ? [] : SOURCE_HEADS.map(() => ''))],
                figures: figures(total, { de: from, ate: until }),
                sum: true,
              },
            ]}
          />
        </>
      )}
    </ReportPart>
  );
}

const DRAWN = ['granted', 'used', 'expired'] as const;

interface BarsProps {
  found: Pick<Activity, 'rows' | 'from' | 'until'>;
  benefit: Benefit;
}

/** What was granted, used and expired in each month; a bar opens the movements that come to it. */
function ActivityBars({ found: { rows, ...period }, benefit }: BarsProps): ReactNode {
  const [unit, format] = [OF[benefit], UNITS[benefit]];
  if (rows.length === 0) return null;
  return (
    <MonthBars
      title={words.chart(labels.title(words.benefits[benefit]))}
      series={DRAWN.map((flow) => labels.flows[flow])}
      months={rows.map((row) => ({
        label: formatMonth(row.month),
        values: DRAWN.map((flow) => row[unit][flow]),
      }))}
      write={format}
      open={({ place, at, said, drawn }) => {
        const [row, fluxo] = [rows[place]!, DRAWN[at]!];
        if (row[unit][fluxo] === 0) return drawn;
        const search = { fluxo, beneficio: searched(benefit), ...within(row.month, period) };
        return (
          <BarLink to="/relatorios/movimentos" search={search} aria-label={words.openBar(said)}>
            {drawn}
          </BarLink>
        );
      }}
    />
  );
}

interface Time {
  de: string;
  ate: string;
}

/** The days of a month that are of the period. */
function within(month: string, period: { from: string; until: string }): Time {
  const [de, ate] = daysWithin(month, period);
  return { de, ate };
}
