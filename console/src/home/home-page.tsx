import { Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { useWorkplace } from '../shell';
import { common, shell } from '../words/pt';

/** Where one begins: who one is here, and the way to what one came for. */
export function HomePage(): ReactNode {
  const { session, membership } = useWorkplace();
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{shell.home.title(session.person.name)}</Title>
        <Text c="dimmed">{shell.home.text(membership.name, common.roles[membership.role])}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Card withBorder>
          <Stack gap="xs">
            <Anchor href={new URL('balcao', ROOT).href} size="lg" fw={600}>
              {shell.home.counter}
            </Anchor>
            <Text>{shell.home.counterText}</Text>
          </Stack>
        </Card>
      </SimpleGrid>
    </Stack>
  );
}
