import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatMonth, formatPoints } from '../format';
import { BarLink, FigureTable, MonthBars } from '../lists';
import { PageLink } from '../shell';
import { reports as words } from '../words/pt';
import type { LotSearch } from './behind-queries';
import { liabilityReport } from './report-queries';
import type { Liability, ReportSearch } from './report-queries';
import { ReportPart } from './report-part';
import { SOURCE_HEADS, sourceCells, sourceKey, sourceSearch } from './sources';
import { searched, UNITS } from './units';
import type { Benefit } from './units';

const labels = words.liability;
type Held = Liability['total'];
/** As addresses name what has no end. */
const NEVER = 'never';
const STATES = ['active', 'pending', 'reserved'] as const;
const AMOUNTS: Readonly<Record<Benefit, (held: Held) => readonly number[]>> = {
  cashback: ({ cashback: { activeCents, pendingCents, reservedCents } }) => [
    ...[activeCents, pendingCents, reservedCents],
  ],
  pontos: ({ points: { active, pending, reserved } }) => [active, pending, reserved],
  vales: ({ vouchers: { activeUses, pendingUses, reservedUses } }) => [activeUses, pendingUses, reservedUses],
};

/** What is owed to customers, by the month in which it ends, or also by store and channel. */
export function LiabilityPart({ search }: { search: ReportSearch }): ReactNode {
  const { por, beneficio: benefit = 'cashback' } = search;
  const title = labels.title(words.benefits[benefit]);
  const { states, face } = labels;
  const faceOf = ({ vouchers }: Held): string[] =>
    benefit === 'vales' ? [formatMoney(vouchers.faceCents)] : [];
  /** @param behind which lots are behind the figures */
  const figures = (held: Held, behind: Pick<LotSearch, 'mes' | 'loja' | 'canal'>): ReactNode[] => [
    ...AMOUNTS[benefit](held).map((amount, place) =>
      amount === 0 ? (
        UNITS[benefit](amount)
      ) : (
        <PageLink
          key={STATES[place]}
          to="/relatorios/saldos"
          search={{ estado: STATES[place]!, beneficio: search.beneficio, ...behind }}
        >
          {UNITS[benefit](amount)}
        </PageLink>
      ),
    ),
    ...faceOf(held),
  ];
  return (
    <ReportPart
      title={title}
      explain={labels.explain}
      report={liabilityReport(search)}
      fileName={labels.file}
    >
      {({ months, total, debt }) => (
        <>
          {por === undefined && <LiabilityBars months={months} benefit={benefit} />}
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
                figures: figures(held, {
                  mes: held.month ?? NEVER,
                  ...(por === undefined ? {} : sourceSearch(held)),
                }),
              })),
              {
                key: 'total',
                heads: [words.total, ...(por === undefined ? [] : SOURCE_HEADS.map(() => ''))],
                figures: figures(total, {}),
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

/** What can be used, is held or reserved, by the month in which it ends; a bar opens the lots that come to it. */
function LiabilityBars({ months, benefit }: { months: Liability['months']; benefit: Benefit }): ReactNode {
  if (months.length === 0) return null;
  return (
    <MonthBars
      title={words.chart(labels.title(words.benefits[benefit]))}
      series={labels.states}
      months={months.map((held) => ({
        label: held.month === null ? labels.never : formatMonth(held.month),
        values: AMOUNTS[benefit](held),
      }))}
      write={UNITS[benefit]}
      open={({ place, at, said, drawn }) => {
        const held = months[place]!;
        if (AMOUNTS[benefit](held)[at] === 0) return drawn;
        const search = { estado: STATES[at]!, beneficio: searched(benefit), mes: held.month ?? NEVER };
        return (
          <BarLink to="/relatorios/saldos" search={search} aria-label={words.openBar(said)}>
            {drawn}
          </BarLink>
        );
      }}
    />
  );
}
