import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../format';
import { FigureTable } from '../lists';
import { reports as words } from '../words/pt';
import { liabilityReport } from './report-queries';
import type { Liability, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey } from './sources';

const labels = words.liability;
type Held = Liability['total'];
type Benefit = NonNullable<ReportSearch['beneficio']> | 'cashback';

const FIGURES: Readonly<Record<Benefit, (held: Held) => string[]>> = {
  cashback: ({ cashback: { activeCents, pendingCents, reservedCents } }) =>
    [activeCents, pendingCents, reservedCents].map(formatMoney),
  pontos: ({ points: { active, pending, reserved } }) => [active, pending, reserved].map(formatPoints),
  vales: ({ vouchers: { activeUses, pendingUses, reservedUses, faceCents } }) => [
    ...[activeUses, pendingUses, reservedUses].map(String),
    formatMoney(faceCents),
  ],
};

/** What is owed to customers, by the month in which it ends, or also by store and channel. */
export function LiabilityPart({ search }: { search: ReportSearch }): ReactNode {
  const { por, beneficio: benefit = 'cashback' } = search;
  const title = labels.title(words.benefits[benefit]);
  const { states, face } = labels;
  return (
    <ReportPart
      title={title}
      explain={labels.explain}
      report={liabilityReport(search)}
      fileName={labels.file}
    >
      {({ months, total, debt }) => (
        <>
          <FigureTable
            title={title}
            heads={[labels.month, ...(por === undefined ? [] : SOURCE_HEADS)]}
            figures={benefit === 'vales' ? [...states, face] : states}
            lines={[
              ...months.map((held) => ({
                key: (held.month ?? '') + sourceKey(held),
                heads: [
                  held.month === null ? labels.never : formatMonth(held.month),
                  ...(por === undefined ? [] : sourceCells(held)),
                ],
                figures: FIGURES[benefit](held),
              })),
              {
                key: 'total',
                heads: [words.total, ...(por === undefined ? [] : SOURCE_HEADS.map(() => ''))],
                figures: FIGURES[benefit](total),
                sum: true,
              },
            ]}
          />
          <Text size="sm">{labels.debt(formatMoney(debt.cents), formatPoints(debt.points))}</Text>
        </>
      )}
    </ReportPart>
  );
}
