import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDocument, formatPhone } from '../format';
import { PageLink } from '../shell';
import { customers as words } from '../words/pt';
import type { Customer } from './found-customers';

/** Customers as rows, each with their page behind the name. */
export function CustomerTable({ customers }: { customers: readonly Customer[] }): ReactNode {
  const { columns } = words;
  return (
    <Table verticalSpacing="sm" aria-label={words.caption}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.name}</Table.Th>
          <Table.Th>{columns.document}</Table.Th>
          <Table.Th>{columns.phone}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {customers.map(({ id, name, document, phones: [phone] }) => (
          <Table.Tr key={id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <PageLink to="/clientes/$id" params={{ id }} fw={600}>
                {name ?? words.unnamed}
              </PageLink>
            </Table.Td>
            <Table.Td>{document && formatDocument(document.value)}</Table.Td>
            <Table.Td>{phone !== undefined && formatPhone(phone)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
