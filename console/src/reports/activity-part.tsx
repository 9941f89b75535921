import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../format';
import { FigureTable } from '../lists';
import { useWorkplace } from '../shell';
import { reports as words, sales } from '../words/pt';
import { activityReport } from './report-queries';
import type { Activity, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';

const labels = words.activity;
type Flows = Activity['total'];
type Row = Activity['rows'][number];
type Benefit = NonNullable<ReportSearch['beneficio']> | 'cashback';

const FLOWS = ['granted', 'credited', 'used', 'expired', 'takenBack', 'debited', 'net'] as const;
const OF: Readonly<Record<Benefit, readonly [keyof Flows, (amount: number) => string]>> = {
  cashback: ['cashbackCents', formatMoney],
  pontos: ['points', formatPoints],
  vales: ['voucherUses', String],
};

/** What was granted, used, expired and taken back: by month, or also by store and channel. */
export function ActivityPart({ search }: { search: ReportSearch }): ReactNode {
  const { membership } = useWorkplace();
  const { por, beneficio: benefit = 'cashback' } = search;
  const title = labels.title(words.benefits[benefit]);
  const [unit, format] = OF[benefit];
  const figures = (flows: Flows): string[] => FLOWS.map((flow) => format(flows[unit][flow]));
  const source = ({ storeId, channel }: Row): string[] => [
    membership.stores?.find(({ id }) => id === storeId)?.name ?? storeId ?? labels.unknown,
    channel === null ? labels.unknown : sales.channels[channel],
  ];
  return (
    <ReportPart title={title} explain={labels.explain} report={activityReport(search)} fileName={labels.file}>
      {({ rows, total }) => (
        <FigureTable
          title={title}
          heads={por === undefined ? [labels.month] : [labels.month, labels.store, labels.channel]}
          figures={FLOWS.map((flow) => labels.flows[flow])}
          lines={[
            ...rows.map((row) => ({
              key: JSON.stringify([row.month, row.storeId, row.channel]),
              heads: [formatMonth(row.month), ...(por === undefined ? [] : source(row))],
              figures: figures(row),
            })),
            {
              key: 'total',
              heads: [words.total, ...(por === undefined ? [] : ['', ''])],
              figures: figures(total),
              sum: true,
            },
          ]}
        />
      )}
    </ReportPart>
  );
}
