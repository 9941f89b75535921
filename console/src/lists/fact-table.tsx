import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something that is known, under its name. */
export type Fact = readonly [label: string, value: ReactNode];

interface Props {
  title: string;
  /** Null: there is nothing to say of it. */
  facts: readonly (Fact | null)[];
}

/** Facts, one a line. */
export function FactTable({ title, facts }: Props): ReactNode {
  return (
    <Table aria-label={title} layout="fixed">
      <Table.Tbody>
        {facts.flatMap((fact) =>
          fact
            ? [
                <Table.Tr key={fact[0]}>
                  <Table.Th scope="row" w="40%" fw={500}>
                    {fact[0]}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{fact[1]}</Table.Td>
                </Table.Tr>,
              ]
            : [],
        )}
      </Table.Tbody>
    </Table>
  );
}
