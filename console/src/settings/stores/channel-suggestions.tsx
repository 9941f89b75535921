import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { accountQuery, connectionsQuery } from '../../connections';
import { noChannelOf, storesQuery } from '../../stores';
import type { Store } from '../../stores';
import { connection as words } from '../../words/pt';

interface Props {
  /** Those that are written down here already. */
  used: readonly string[];
  onUse: (id: string) => void;
}

/**
 * The channels at Bling that mean no store yet, and the orders without a channel of a company that no store has by themselves. Only a
 * help: where Bling does not tell them nothing is offered.
 */
export function ChannelSuggestions({ used, onUse }: Props): ReactNode {
  const { data: connections = [] } = useQuery(connectionsQuery);
  const asked = connections.filter(({ state }) => state === 'connected');
  const accounts = useQueries({ queries: asked.map(({ id }) => accountQuery(id)) });
  const { data: stores = [] } = useQuery(storesQuery);
  const free = accounts
    .flatMap(({ data }, index) => {
      const company = asked[index]?.companyName ?? '';
      return (data?.channels.options ?? []).map((option) => ({ ...option, company }));
    })
    .filter(({ id, storeId }) => !used.includes(id) && (storeId === null || isOfCompany(id, stores)));
  if (free.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">{words.channels.title}</Text>
      <Group gap="xs">
        {free.map(({ id, name, type, company }) => (
          <Button key={id} size="compact-md" variant="default" onClick={() => onUse(id)}>
            {noChannelOf(id) === undefined
              ? words.channels.use(name ?? type ?? id, id)
              : words.channels.useWithout(noChannelOf(id) === null ? null : company)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** Whether it is the orders without a channel of one company, which go with those of all until a store has them by themselves. */
function isOfCompany(id: string, stores: readonly Store[]): boolean {
  return Boolean(noChannelOf(id)) && !stores.some(({ channels }) => channels.includes(id));
}
