import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatPoints, formatRate } from '../format';
import { FactTable } from '../lists';
import { PageLink } from '../shell';
import { reports as words } from '../words/pt';
import { returningReport } from './report-queries';
import type { ReportSearch } from './report-queries';
import { ReportPart } from './report-part';

const labels = words.returning;
const rate = (bps: number | null, none: string): string => (bps === null ? none : formatRate(bps));

/** Whether customers come back, and use what they have got. */
export function ReturningPart({ search }: { search: ReportSearch }): ReactNode {
  return (
    <ReportPart
      title={labels.title}
      explain={labels.explain}
      report={returningReport(search)}
      fileName={labels.file}
    >
      {(found) => (
        <>
          <FactTable
            title={labels.title}
            facts={[
              [labels.repeatRate, rate(found.repeatRateBps, labels.nobody)],
              [labels.customers, found.customers],
              [labels.repeatCustomers, found.repeatCustomers],
              [
                labels.purchases,
                <PageLink key="purchases" to="/vendas" search={{ de: found.from, ate: found.until }}>
                  {labels.openPurchases(found.purchases)}
                </PageLink>,
              ],
              [labels.total, formatMoney(found.totalCents)],
              [labels.repeatTotal, formatMoney(found.repeatTotalCents)],
              [labels.redemptionRate, rate(found.redemptionRateBps, labels.nothing)],
              [labels.granted, formatMoney(found.grantedCents)],
              [labels.used, formatMoney(found.usedCents)],
              [labels.pointsRate, rate(found.pointsRedemptionRateBps, labels.nothing)],
              [labels.grantedPoints, formatPoints(found.grantedPoints)],
              [labels.usedPoints, formatPoints(found.usedPoints)],
            ]}
          />
          <Text size="sm" c="dimmed">
            {labels.listToo}
          </Text>
        </>
      )}
    </ReportPart>
  );
}
