import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../format';
import { FigureTable } from '../lists';
import { reports as words } from '../words/pt';
import { activityReport } from './report-queries';
import type { Activity, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey } from './sources';

const labels = words.activity;
type Flows = Activity['total'];
type Benefit = NonNullable<ReportSearch['beneficio']> | 'cashback';

const FLOWS = ['granted', 'credited', 'used', 'expired', 'takenBack', 'debited', 'net'] as const;
const OF: Readonly<Record<Benefit, readonly [keyof Flows, (amount: number) => string]>> = {
  cashback: ['cashbackCents', formatMoney],
  pontos: ['points', formatPoints],
  vales: ['voucherUses', String],
};

/** What was granted, used, expired and taken back: by month, or also by store and channel. */
export function ActivityPart({ search }: { search: ReportSearch }): ReactNode {
  const { por, beneficio: benefit = 'cashback' } = search;
  const title = labels.title(words.benefits[benefit]);
  const [unit, format] = OF[benefit];
  const figures = (flows: Flows): string[] => FLOWS.map((flow) => format(flows[unit][flow]));
  return (
    <ReportPart title={title} explain={labels.explain} report={activityReport(search)} fileName={labels.file}>
      {({ rows, total }) => (
        <FigureTable
          title={title}
          heads={[labels.month, ...(por === undefined ? [] : SOURCE_HEADS)]}
          figures={FLOWS.map((flow) => labels.flows[flow])}
          lines={[
            ...rows.map((row) => ({
              key: row.month + sourceKey(row),
              heads: [formatMonth(row.month), ...(por === undefined ? [] : sourceCells(row))],
              figures: figures(row),
            })),
            {
              key: 'total',
              heads: [words.total, ...(por === undefined ? [] : SOURCE_HEADS.map(() => ''))],
              figures: figures(total),
              sum: true,
            },
          ]}
        />
      )}
    </ReportPart>
  );
}
