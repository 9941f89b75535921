import { NativeSelect, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../lists';
import { imports as words } from '../words/pt';
import { askedFields, columnsOf, FIELDS, withColumn } from './columns';
import type { ColumnSaid, FileColumn } from './columns';
import type { FileImport } from './import-queries';

const labels = words.fields;

interface Props {
  kind: FileImport['kind'];
  columns: readonly FileColumn[];
  said: readonly ColumnSaid[];
  onSay: (said: ColumnSaid[]) => void;
}

/** Each thing that is looked for in a file, and the column it is read from: recognised, or chosen by hand. */
export function ColumnPart({ kind, columns, said, onSay }: Props): ReactNode {
  const titles = [...new Set(columns.map(({ column }) => column))];
  const missing = FIELDS[kind].needed
    .filter((group) => !group.some((field) => columnsOf(field, columns, said).length > 0))
    .flat();
  return (
    <Part title={labels.title}>
      <Text size="sm">{labels.text}</Text>
      <SimpleGrid cols={2} spacing="md">
        {askedFields(kind, columns, said).map((field) => {
          const [first = '', ...others] = columnsOf(field, columns, said);
          return (
            <NativeSelect
              key={field}
              label={labels.names[field]}
              description={others.length > 0 ? labels.also(others) : undefined}
              error={missing.includes(field) ? labels.missing : undefined}
              value={first}
              data={[
                { value: '', label: labels.none },
                ...titles.map((title) => ({ value: title, label: title })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                onSay(withColumn(said, columns, field, value === '' ? null : value))
              }
            />
          );
        })}
      </SimpleGrid>
    </Part>
  );
}
