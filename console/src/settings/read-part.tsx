import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';

interface Props<T> {
  query: UseQueryResult<T>;
  loading: string;
  children: (found: T) => ReactNode;
}

/** Something that is never empty: being read, failed, or there. */
export function ReadPart<T>({ query, loading, children }: Props<T>): ReactNode {
  const { data, error, isPending, isError } = query;
  if (isPending) return <Text role="status">{loading}</Text>;
  if (isError) return <FailureNotice failure={error} onRetry={() => void query.refetch()} />;
  return children(data);
}
