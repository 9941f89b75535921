import type { ReactNode } from 'react';
import { formatMonth, lastDayOf } from '../format';
import { FigureTable } from '../lists';
import { PageLink } from '../shell';
import { reports as words } from '../words/pt';
import { FLOWS } from './behind-queries';
import type { SourceSearch } from './behind-queries';
import { activityReport } from './report-queries';
import type { Activity, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey, sourceSearch } from './sources';
import { UNITS } from './units';
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
        <FigureTable
          title={title}
          heads={[labels.month, ...(por === undefined ? [] : SOURCE_HEADS)]}
          figures={COLUMNS.map((flow) => labels.flows[flow])}
          lines={[
            ...rows.map((row) => ({
              key: row.month + sourceKey(row),
              heads: [formatMonth(row.month), ...(por === undefined ? [] : sourceCells(row))],
              figures: figures(row, {
                ...within(row.month, from, until),
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
      )}
    </ReportPart>
  );
}

interface Time {
  de: string;
  ate: string;
}

/** The days of a month that are of the period. */
function within(month: string, from: string, until: string): Time {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  return { de: first < from ? from : first, ate: last > until ? until : last };
}
