import { Alert, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { formatDocument, formatMoney, formatPhone, formatPoints } from '../../format';
import { WideTable } from '../../lists';
import { merges } from '../../words/pt';

const words = merges.preview;
type Preview = Schema<'MergePreview'>;
type Customer = Preview['into'];
type Wallet = Preview['before']['into'];

const SIDES = ['into', 'from', 'after'] as const;

interface Props {
  preview: Preview;
  /** What either record and the outcome are called. */
  columns?: Readonly<Record<(typeof SIDES)[number], string>>;
}

/** Both records beside what they would become together. */
export function MergePreview({ preview, columns = words.columns }: Props): ReactNode {
  const { into, from, before, after, sales, conflict } = preview;
  const sides: Record<(typeof SIDES)[number], [Customer, Wallet]> = {
    into: [into, before.into],
    from: [from, before.from],
    after: [after.customer, after.wallet],
  };
  return (
    <Stack gap="xs">
      {conflict && (
        <Alert color="red.9" variant="outline">
          <Text size="sm">{words.conflict}</Text>
        </Alert>
      )}
      <WideTable title={words.title} minWidth={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {SIDES.map((side) => (
              <Table.Th key={side}>{columns[side]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(([name, show]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{words.rows[name]}</Table.Th>
              {SIDES.map((side) => (
                <Table.Td key={side} style={{ overflowWrap: 'anywhere' }}>
                  {show(...sides[side])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="sm">{words.sales(sales.count, sales.more)}</Text>
    </Stack>
  );
}

type Show = (customer: Customer, wallet: Wallet) => string;

/** What is compared, in the order of the page. */
const ROWS: readonly (readonly [keyof typeof words.rows, Show])[] = [
  ['name', ({ name }) => name ?? '–'],
  ['document', ({ document }) => (document ? formatDocument(document.value) : '–')],
  ['phones', ({ phones }) => phones.map(formatPhone).join(', ') || '–'],
  ['emails', ({ emails }) => emails.join(', ') || '–'],
  ['cashback', (_, { cashback }) => formatMoney(cashback.activeCents)],
  ['pending', (_, { cashback }) => formatMoney(cashback.pendingCents)],
  ['debt', (_, { cashback }) => formatMoney(cashback.debtCents)],
  ['points', (_, { points }) => formatPoints(points.activePoints)],
  ['vouchers', (_, { vouchers }) => vouchers.map(({ code }) => code).join(', ') || '–'],
];
