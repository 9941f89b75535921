import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../lists';
import { reviews as words } from '../words/pt';

/** What is compared: its name, and what either side says. */
export type Compared = readonly [label: string, one: ReactNode, other: ReactNode];

interface Props {
  /** Who or what they are: the links to them. */
  heads: readonly [ReactNode, ReactNode];
  rows: readonly Compared[];
}

/** Both sides of a pair beside each other, so that what differs is seen. */
export function Sides({ heads, rows }: Props): ReactNode {
  return (
    <Part title={words.sides}>
      <Table aria-label={words.sides} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Td w="25%" />
            {heads.map((head, place) => (
              <Table.Th key={place === 0 ? 'one' : 'other'} style={{ overflowWrap: 'anywhere' }}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, one, other]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={500}>
                {label}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{one}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{other}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
