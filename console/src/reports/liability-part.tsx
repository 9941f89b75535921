import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../format';
import { FigureTable } from '../lists';
import { reports as words } from '../words/pt';
import { liabilityReport } from './report-queries';
import type { Liability, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';

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

/** What is owed to customers, by the month in which it ends. */
export function LiabilityPart({ chosen }: { chosen: ReportSearch['beneficio'] }): ReactNode {
  const benefit = chosen ?? 'cashback';
  const title = labels.title(words.benefits[benefit]);
  const { states, face } = labels;
  return (
    <ReportPart title={title} explain={labels.explain} report={liabilityReport()} fileName={labels.file}>
      {({ months, total, debt }) => (
        <>
          <FigureTable
            title={title}
            heads={[labels.month]}
            figures={benefit === 'vales' ? [...states, face] : states}
            lines={[
              ...months.map(({ month, ...held }) => ({
                key: month ?? '',
                heads: [month === null ? labels.never : formatMonth(month)],
                figures: FIGURES[benefit](held),
              })),
              { key: 'total', heads: [words.total], figures: FIGURES[benefit](total), sum: true },
            ]}
          />
          <Text size="sm">{labels.debt(formatMoney(debt.cents), formatPoints(debt.points))}</Text>
        </>
      )}
    </ReportPart>
  );
}
