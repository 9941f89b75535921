import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

/** What the customer was told of the sale, by which channel, and what became of it. */
export function MessagesPart({ id, messages }: Pick<Sale, 'id' | 'messages'>): ReactNode {
  const { clock, membership } = useWorkplace();
  return (
    <Part title={words.messages.title}>
      {messages.length === 0 && <Text>{words.messages.none}</Text>}
      <List size="sm">
        {messages.map(({ kind, channel, at, text }) => (
          <List.Item key={`${kind}-${channel}-${at}`}>
            {text}
            <Text size="xs" c="dimmed">
              {clock.dateTime(at)}
            </Text>
          </List.Item>
        ))}
      </List>
      {messages.length > 0 && membership.role !== 'staff' && (
        <PageLink to="/mensagens" search={{ venda: id }}>
          {words.messages.why}
        </PageLink>
      )}
    </Part>
  );
}
