import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorkplace } from '../../shell';
import { keys as words } from '../../words/pt';
import type { Key } from './key-query';

interface Props {
  keys: readonly Key[];
  onRevoke: (key: Key) => void;
}

/** Keys as rows: how each begins, what it may, who made it, and when it was used last. */
export function KeyTable({ keys, onRevoke }: Props): ReactNode {
  const { clock } = useWorkplace();
  const { columns } = words;
  return (
    <Table verticalSpacing="sm" layout="fixed" aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.key}</Table.Th>
          <Table.Th w={90}>{columns.scope}</Table.Th>
          <Table.Th>{columns.made}</Table.Th>
          <Table.Th w={120}>{columns.used}</Table.Th>
          <Table.Th w={130}>{columns.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ overflowWrap: 'anywhere' }}>
        {keys.map((key) => (
          <Table.Tr key={key.id}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {key.label}
              </Text>
              <Text size="xs" ff={key.prefix === null ? undefined : 'monospace'}>
                {key.prefix === null ? words.noPrefix : words.prefix(key.prefix)}
              </Text>
            </Table.Td>
            <Table.Td>{words.scopes[key.scope]}</Table.Td>
            <Table.Td>
              <Text size="sm">{clock.dateTime(key.createdAt)}</Text>
              <Text size="xs" c="dimmed">
                {makerOf(key)}
              </Text>
            </Table.Td>
            <Table.Td>{key.usedAt === null ? words.never : clock.dateTime(key.usedAt)}</Table.Td>
            <Table.Td>
              <Button
                variant="default"
                size="compact-md"
                aria-label={words.revoke.of(key.label)}
                onClick={() => onRevoke(key)}
              >
                {words.revoke.action}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function makerOf({ createdBy }: Key): string {
  if (createdBy === null) return words.byTool;
  return createdBy.name === null ? words.byGone : words.by(createdBy.name);
}
