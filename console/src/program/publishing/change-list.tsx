import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { Mark } from '../../lists';
import { program } from '../../words/pt';

const { kinds } = program.publish;

/** In what one program differs from another. */
export type Change = Schema<'PublishedProgram'>['changes'][number];

/** Differences between two programs, a sentence each. */
export function ChangeList({ changes, none }: { changes: readonly Change[]; none: string }): ReactNode {
  if (changes.length === 0) return <Text>{none}</Text>;
  return (
    <Stack gap={6}>
      {changes.map(({ path, kind, text }) => (
        <Group key={`${path}-${text}`} gap="xs" wrap="nowrap" align="start">
          <Mark color={kind === 'removed' ? 'red.9' : undefined}>{kinds[kind]}</Mark>
          <Text size="sm">{text}</Text>
        </Group>
      ))}
    </Stack>
  );
}
