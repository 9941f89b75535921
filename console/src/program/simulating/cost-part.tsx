import type { ReactNode } from 'react';
import { formatCount, formatMoney, formatPoints } from '../../format';
import { FigureTable, Part } from '../../lists';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.cost;
type Cost = Result['draft'];

const money =
  (read: (cost: Cost) => number) =>
  (cost: Cost): string =>
    formatMoney(read(cost));
const points =
  (read: (cost: Cost) => number) =>
  (cost: Cost): string =>
    formatPoints(read(cost));
const number =
  (read: (cost: Cost) => number) =>
  (cost: Cost): string =>
    formatCount(read(cost));

const ROWS: readonly (readonly [name: keyof typeof words.rows, write: (cost: Cost) => string])[] = [
  ['total', money(({ totalCents }) => totalCents)],
  ['cashback', money(({ cashback }) => cashback.netCents)],
  ['cashbackSpent', money(({ cashback }) => cashback.spentCents)],
  ['cashbackExpired', money(({ cashback }) => cashback.expiredCents)],
  ['cashbackOutstanding', money(({ cashback }) => cashback.outstandingCents)],
  ['points', points(({ points: all }) => all.net)],
  ['pointsSpent', points(({ points: all }) => all.spent)],
  ['pointsOutstanding', points(({ points: all }) => all.outstanding)],
  ['vouchers', number(({ vouchers }) => vouchers.issued)],
  ['vouchersFace', money(({ vouchers }) => vouchers.faceCents)],
  ['vouchersDiscount', money(({ vouchers }) => vouchers.discountCents)],
  ['unpayable', number(({ unpayable }) => unpayable.uses)],
];

/** What both programs cost over the period, number by number. */
export function CostPart({ result, current }: { result: Result; current: string }): ReactNode {
  const { draft, difference } = simulations.result;
  return (
    <Part title={words.title}>
      <FigureTable
        title={words.title}
        heads={[words.what]}
        figures={[current, draft, difference]}
        lines={ROWS.map(([name, write]) => ({
          key: name,
          heads: [words.rows[name]],
          figures: [result.current, result.draft, result.difference].map(write),
          sum: name === 'total',
        }))}
      />
    </Part>
  );
}
