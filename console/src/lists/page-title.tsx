import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorkplace } from '../shell';
import { lists } from '../words/pt';

interface Props {
  children: string;
  /** Said before the zone. */
  note?: string;
  /** How it stands, beside the title. */
  mark?: ReactNode;
}

/** What a page is about, and by whose clock its instants are. */
export function PageTitle({ children, note, mark }: Props): ReactNode {
  const { clock } = useWorkplace();
  return (
    <div>
      <Group gap="sm">
        <Title order={1}>{children}</Title>
        {mark}
      </Group>
      <Text size="sm" c="dimmed">
        {[...(note === undefined ? [] : [note]), lists.zone(clock.zone)].join(' · ')}
      </Text>
    </div>
  );
}
