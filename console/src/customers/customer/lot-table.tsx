import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { formatLocalDate } from '../../format';
import { WideTable } from '../../lists';
import { PageLink } from '../../shell';
import { customers as words } from '../../words/pt';

const labels = words.wallet;
const BUCKETS = ['active', 'pending', 'reserved'] as const;

export type Lot = Schema<'Lot'>;

interface Props {
  title: string;
  lots: readonly Lot[];
  format: (amount: number) => string;
}

/** The lots of one kind of balance, by their last day of use, and their sums: what the balance is. */
export function LotTable({ title, lots, format }: Props): ReactNode {
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {title}
      </Title>
      {lots.length === 0 ? (
        <Text size="sm">{labels.noLots}</Text>
      ) : (
        <WideTable title={title} minWidth={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{labels.lot.from}</Table.Th>
              <Table.Th>{labels.lot.expires}</Table.Th>
              {BUCKETS.map((bucket) => (
                <Table.Th key={bucket} ta="right">
                  {labels.lot[bucket]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lots.map((lot) => (
              <Row key={lot.id} lot={lot} format={format} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={2}>
                {labels.sum}
              </Table.Th>
              {BUCKETS.map((bucket) => (
                <Table.Td key={bucket} ta="right" fw={700}>
                  {format(lots.reduce((sum, lot) => sum + lot[bucket], 0))}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </WideTable>
      )}
    </Stack>
  );
}

function Row({ lot, format }: { lot: Lot; format: (amount: number) => string }): ReactNode {
  const { saleId, expiresOn } = lot;
  return (
    <Table.Tr>
      <Table.Td>
        {saleId === null ? (
          labels.manual
        ) : (
          <PageLink to="/vendas/$id" params={{ id: saleId }}>
            {labels.sale}
          </PageLink>
        )}
      </Table.Td>
      <Table.Td>{expiresOn === null ? labels.never : formatLocalDate(expiresOn)}</Table.Td>
      {BUCKETS.map((bucket) => (
        <Table.Td key={bucket} ta="right">
          {lot[bucket] === 0 ? '–' : format(lot[bucket])}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
