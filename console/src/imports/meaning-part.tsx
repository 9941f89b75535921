import { NativeSelect, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../lists';
import { imports as words } from '../words/pt';
import { hasOthers, MEANINGS, OTHERS, withAnswer } from './meanings';
import type { Meaning, Said, StatusColumn } from './meanings';

const labels = words.meanings;

interface Props {
  columns: readonly StatusColumn[];
  said: readonly Said[];
  onSay: (said: Said[]) => void;
}

/** The columns that say how sales stand: what each value was read as, and may be said to mean. */
export function MeaningPart({ columns, said, onSay }: Props): ReactNode {
  return (
    <Part title={labels.title}>
      <Text size="sm">{labels.text}</Text>
      {columns.map((column) => (
        <Table key={column.column} aria-label={labels.column(column.column)} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{column.column}</Table.Th>
              <Table.Th ta="right" w={100}>
                {labels.rows}
              </Table.Th>
              <Table.Th>{labels.means}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {column.values.map(({ value, rows, means }) => (
              <Value key={value} {...{ column: column.column, value, rows, means, said, onSay }} />
            ))}
            {hasOthers(column) && (
              <Value
                {...{ column: column.column, value: OTHERS, rows: null, means: 'unknown', said, onSay }}
              />
            )}
          </Table.Tbody>
        </Table>
      ))}
    </Part>
  );
}

interface ValueProps {
  column: string;
  value: string;
  rows: number | null;
  means: Meaning | 'unknown';
  said: readonly Said[];
  onSay: (said: Said[]) => void;
}

function Value({ column, value, rows, means, said, onSay }: ValueProps): ReactNode {
  const answer = said.find((one) => one.column === column && one.value === value)?.means;
  const read = answer ?? (means === 'unknown' ? undefined : means);
  const name = labels.values[value] ?? value;
  const say = (chosen: string): void => {
    const one = MEANINGS.find((meaning) => meaning === chosen) ?? null;
    onSay(withAnswer(said, { column, value, means: one ?? 'ignore' }, one));
  };
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
      <Table.Td ta="right">{rows ?? '–'}</Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={labels.what(column, name)}
          value={read ?? ''}
          data={[
            ...(read === undefined || value === OTHERS ? [{ value: '', label: labels.choose }] : []),
            ...MEANINGS.map((meaning) => ({ value: meaning, label: labels.meanings[meaning] })),
          ]}
          onChange={({ currentTarget }) => say(currentTarget.value)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
