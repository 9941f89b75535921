import { Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';

interface Props<T> {
  query: UseQueryResult<T>;
  loading: string;
  children: (found: T) => ReactNode;
}

/** Something that is never empty: being read, failed, or there. What is there stays where reading it again fails. */
export function ReadBody<T>({ query, loading, children }: Props<T>): ReactNode {
  const { data, error } = query;
  if (data !== undefined) return children(data);
  if (error) return <FailureNotice failure={error} onRetry={() => void query.refetch()} />;
  return <Loading>{loading}</Loading>;
}

/** Something is being read. */
export function Loading({ children }: { children: string }): ReactNode {
  return (
    <Stack align="center" py="xl" role="status">
      <Loader aria-hidden />
      <Text>{children}</Text>
    </Stack>
  );
}
