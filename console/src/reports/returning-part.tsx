import type { ReactNode } from 'react';
import { formatMoney, formatPoints, formatRate } from '../format';
import { FactTable, FigureTable } from '../lists';
import { PageLink } from '../shell';
import { NO_STORE } from '../stores';
import { reports as words } from '../words/pt';
import { returningReport } from './report-queries';
import type { ReportSearch, Returning } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey } from './sources';

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
                <PageLink
                  key="purchases"
                  to="/vendas"
                  search={{ de: found.from, ate: found.until, contam: 'compras' }}
                >
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
          {search.por === undefined ? null : <BySource found={found} benefit={search.beneficio} />}
        </>
      )}
    </ReportPart>
  );
}

interface BySourceProps {
  found: Returning;
  benefit: ReportSearch['beneficio'];
}

/** The same of each store and channel, with the sales behind each line. */
function BySource({ found: { rows, from, until }, benefit }: BySourceProps): ReactNode {
  const { title, figures, points, cashback } = labels.bySource;
  const inPoints = benefit === 'pontos';
  const used = (row: Returning['rows'][number]): string[] =>
    inPoints
      ? [
          ...[formatPoints(row.grantedPoints), formatPoints(row.usedPoints)],
          rate(row.pointsRedemptionRateBps, labels.nothing),
        ]
      : [
          ...[formatMoney(row.grantedCents), formatMoney(row.usedCents)],
          rate(row.redemptionRateBps, labels.nothing),
        ];
  return (
    <FigureTable
      title={title}
      heads={SOURCE_HEADS}
      figures={[...figures, ...(inPoints ? points : cashback)]}
      lines={rows.map((row) => ({
        key: sourceKey(row),
        heads: sourceCells(row),
        figures: [
          ...[row.customers, row.repeatCustomers, rate(row.repeatRateBps, labels.nobody)],
          <Purchases key="purchases" row={row} period={{ de: from, ate: until }} />,
          formatMoney(row.totalCents),
          ...used(row),
        ],
      }))}
    />
  );
}

interface PurchasesProps {
  row: Returning['rows'][number];
  period: { de: string; ate: string };
}

/** How many, with the list behind them. */
function Purchases({ row: { purchases, storeId, channel }, period }: PurchasesProps): ReactNode {
  if (channel === null) return purchases;
  return (
    <PageLink
      to="/vendas"
      search={{ ...period, canal: channel, loja: storeId ?? NO_STORE, contam: 'compras' }}
    >
      {labels.openPurchases(purchases)}
    </PageLink>
  );
}
