import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../api';
import { formatMoney, formatSoldAt } from '../format';
import { WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { sales as words } from '../words/pt';
import { StatusBadge } from './status-badge';

type Sale = Schema<'SaleSummary'>;

/** Sales as rows, each with its page behind its number. */
export function SaleTable({ sales }: { sales: readonly Sale[] }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.sale}</Table.Th>
          <Table.Th>{columns.soldAt}</Table.Th>
          <Table.Th ta="right">{columns.total}</Table.Th>
          <Table.Th ta="right">{columns.benefit}</Table.Th>
          <Table.Th>{columns.status}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sales.map((sale) => (
          <Row key={sale.id} sale={sale} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ sale }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/vendas/$id" params={{ id: sale.id }} fw={600}>
          {sale.number ?? sale.externalId}
        </PageLink>
        <Text size="sm" c="dimmed">
          {words.channels[sale.channel]}
          {' · '}
          {sale.customerId === null ? words.noCustomer : (sale.customerName ?? words.unnamed)}
        </Text>
      </Table.Td>
      <Table.Td>{formatSoldAt(sale, clock)}</Table.Td>
      <Table.Td ta="right">{formatMoney(sale.totalCents)}</Table.Td>
      <Table.Td ta="right">{formatMoney(sale.earnedCents)}</Table.Td>
      <Table.Td>
        <StatusBadge status={sale.status} />
      </Table.Td>
    </Table.Tr>
  );
}
