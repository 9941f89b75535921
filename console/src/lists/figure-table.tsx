import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { WideTable } from './wide-table';

interface Props {
  title: string;
  /** What each line is of. */
  heads: readonly string[];
  figures: readonly string[];
  lines: readonly Line[];
}

/** A line: what it is of, and its figures. */
interface Line {
  key: string;
  heads: readonly ReactNode[];
  figures: readonly ReactNode[];
  /** Whether it is the sum of the others. */
  sum?: boolean;
}

/** Figures as lines and columns. */
export function FigureTable({ title, heads, figures, lines }: Props): ReactNode {
  return (
    <WideTable title={title} minWidth={500} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
          {figures.map((figure) => (
            <Table.Th key={figure} ta="right">
              {figure}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Row key={line.key} line={line} names={[heads, figures]} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

interface RowProps {
  line: Line;
  names: readonly [heads: readonly string[], figures: readonly string[]];
}

function Row({ line: { heads, figures, sum = false }, names }: RowProps): ReactNode {
  const weight = sum ? 700 : undefined;
  const [first, ...others] = heads;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={weight ?? 500}>
        {first}
      </Table.Th>
      {others.map((head, place) => (
        <Table.Td key={names[0][place + 1]}>{head}</Table.Td>
      ))}
      {figures.map((figure, place) => (
        <Table.Td key={names[1][place]} ta="right" fw={weight} style={{ whiteSpace: 'nowrap' }}>
          {figure}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
