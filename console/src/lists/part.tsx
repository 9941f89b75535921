import { Group, Stack, Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What can be done here, beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a title of its own. */
export function Part({ title, action, children }: Props): ReactNode {
  const id = useId();
  return (
    <Stack component="section" aria-labelledby={id} gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
