import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { accountQuery, connectionsQuery } from '../../connections';
import { connection as words } from '../../words/pt';

interface Props {
  /** Those that are written down here already. */
  used: readonly string[];
  onUse: (id: string) => void;
}

/** The channels at Bling that mean no store yet. Only a help: where Bling does not tell them nothing is offered. */
export function ChannelSuggestions({ used, onUse }: Props): ReactNode {
  const { data: connections = [] } = useQuery(connectionsQuery);
  const asked = connections.filter(({ state }) => state === 'connected');
  const accounts = useQueries({ queries: asked.map(({ id }) => accountQuery(id)) });
  const free = accounts
    .flatMap(({ data }) => data?.channels.options ?? [])
    .filter(({ id, storeId }) => storeId === null && !used.includes(id));
  if (free.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">{words.channels.title}</Text>
      <Group gap="xs">
        {free.map(({ id, name, type }) => (
          <Button key={id} size="compact-md" variant="default" onClick={() => onUse(id)}>
            {words.channels.use(name ?? type ?? id, id)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
