import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { messages as words } from '../words/pt';
import type { Message } from './message-queries';
import { StateMark } from './state-mark';

/** Messages as rows: which, what has become of it, and why it waits or did not go. */
export function MessageTable({ messages }: { messages: readonly Message[] }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.message}</Table.Th>
          <Table.Th>{columns.createdAt}</Table.Th>
          <Table.Th>{columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ message }: { message: Message }): ReactNode {
  const { clock } = useWorkplace();
  const { id, occasion, channel, createdAt, text, nextAttemptAt } = message;
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/mensagens/$id" params={{ id }} fw={600}>
          {words.named(occasion, channel)}
        </PageLink>
        <Text size="sm">{text}</Text>
      </Table.Td>
      <Table.Td>{clock.dateTime(createdAt)}</Table.Td>
      <Table.Td>
        <StateMark message={message} />
        {nextAttemptAt !== null && (
          <Text size="sm" c="dimmed">
            {words.until(clock.dateTime(nextAttemptAt))}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
