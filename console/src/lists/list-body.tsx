import { Box, Button, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { lists } from '../words/pt';
import { Loading } from './read-body';

interface Notice {
  title: string;
  text: string;
}

interface Props<T> {
  list: UseQueryResult<T>;
  /** Whether what was read holds nothing. */
  isEmpty: (found: T) => boolean;
  loading: string;
  /** Said where there is nothing at all: what to do. */
  empty: Notice;
  /** Said where filters leave nothing, with a way to take them off; null: none are set. */
  noMatch: (Notice & { onClear: () => void }) | null;
  children: (found: T) => ReactNode;
}

/** A list in each state it can be in: being read, failed, empty, without a match, and there. */
export function ListBody<T>({ list, isEmpty, loading, empty, noMatch, children }: Props<T>): ReactNode {
  const { data, error, isPending, isError, isPlaceholderData } = list;
  if (isPending) return <Loading>{loading}</Loading>;
  if (isError) return <FailureNotice failure={error} onRetry={() => void list.refetch()} />;
  if (isEmpty(data) && !isPlaceholderData) return <Nothing {...(noMatch ?? empty)} />;
  return (
    <Box aria-busy={isPlaceholderData}>
      <Text size="sm" c="dimmed" role="status" mih="1.5em">
        {isPlaceholderData ? lists.refreshing : ''}
      </Text>
      {children(data)}
    </Box>
  );
}

function Nothing({ title, text, onClear }: Notice & { onClear?: () => void }): ReactNode {
  return (
    <Stack align="center" py="xl" gap="xs" role="status">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text ta="center" maw={520}>
        {text}
      </Text>
      {onClear && (
        <Button variant="default" onClick={onClear}>
          {lists.clear}
        </Button>
      )}
    </Stack>
  );
}
