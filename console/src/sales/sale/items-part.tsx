import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney } from '../../format';
import { Part } from '../../lists';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.items;

/** The lines of the sale. */
export function ItemsPart({ items }: Pick<Sale, 'items'>): ReactNode {
  if (items.length === 0)
    return (
      <Part title={labels.title}>
        <Text>{labels.none}</Text>
      </Part>
    );
  return (
    <Part title={labels.title}>
      <Table aria-label={labels.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{labels.columns.item}</Table.Th>
            <Table.Th ta="right">{labels.columns.quantity}</Table.Th>
            <Table.Th ta="right">{labels.columns.total}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ sku, name, quantity, totalCents }, place) => (
            // A sale may have the same product in two lines.
            <Table.Tr key={`${place}-${sku}`}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {name ?? sku}
                {name !== undefined && (
                  <Text size="xs" c="dimmed">
                    {sku}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{quantity}</Table.Td>
              <Table.Td ta="right">{formatMoney(totalCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
