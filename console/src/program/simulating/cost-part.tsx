import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatPoints } from '../../format';
import { Part } from '../../lists';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.cost;
type Cost = Result['draft'];
const COUNT = new Intl.NumberFormat('pt-BR');

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
    COUNT.format(read(cost));

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
      <Table aria-label={words.title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="40%">{words.what}</Table.Th>
            <Table.Th ta="right">{current}</Table.Th>
            <Table.Th ta="right">{draft}</Table.Th>
            <Table.Th ta="right">{difference}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(([name, write]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={name === 'total' ? 700 : 500}>
                {words.rows[name]}
              </Table.Th>
              <Table.Td ta="right">{write(result.current)}</Table.Td>
              <Table.Td ta="right">{write(result.draft)}</Table.Td>
              <Table.Td ta="right">{write(result.difference)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
