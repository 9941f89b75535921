import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { useWorkplace } from '../shell';
import { common, home as words } from '../words/pt';
import { DayPart } from './day-part';

/** Where one begins: who one is here, the way to the counter, and for those who lead the shop what needs them. */
export function HomePage(): ReactNode {
  const { session, membership } = useWorkplace();
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{words.title(session.person.name)}</Title>
        <Text c="dimmed">{words.text(membership.name, common.roles[membership.role])}</Text>
      </div>
      <Card withBorder maw={480}>
        <Stack gap="xs">
          <Anchor href={new URL('balcao', ROOT).href} size="lg" fw={600}>
            {words.counter}
          </Anchor>
          <Text>{words.counterText}</Text>
        </Stack>
      </Card>
      {membership.role !== 'staff' && <DayPart />}
    </Stack>
  );
}
