import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../lists';
import { imports as words } from '../words/pt';
import type { FileImport } from './import-queries';

const labels = words.errors;
const STEP = 50;

interface Props {
  errors: FileImport['errors'];
  /** How many rows could not be taken: more than are listed, in a file that is all wrong. */
  failed: number;
}

/** What is wrong, row by row. */
export function RowErrors({ errors, failed }: Props): ReactNode {
  const [shown, setShown] = useState(STEP);
  const rows = new Set(errors.map(({ row }) => row)).size;
  return (
    <Part title={labels.title}>
      <Text size="sm">{labels.text}</Text>
      {failed > rows && <Text size="sm">{labels.first(rows, failed)}</Text>}
      <Table aria-label={labels.title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>{labels.columns.row}</Table.Th>
            <Table.Th w="25%">{labels.columns.field}</Table.Th>
            <Table.Th>{labels.columns.message}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.slice(0, shown).map(({ row, field, message }) => (
            <Table.Tr key={`${row} ${field} ${message}`}>
              <Table.Td>{row}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{field}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {errors.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + STEP)}>
          {labels.more(errors.length - shown)}
        </Button>
      )}
    </Part>
  );
}
