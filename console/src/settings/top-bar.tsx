import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What was done last. */
  said: string;
  action: string;
  onAction: () => void;
}

/** What came of the last dialog of a page, beside the way to a new entry. */
export function TopBar({ said, action, onAction }: Props): ReactNode {
  return (
    <Group justify="space-between">
      <Text size="sm" role="status">
        {said}
      </Text>
      <Button onClick={onAction}>{action}</Button>
    </Group>
  );
}
