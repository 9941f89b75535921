import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { NoAnswer, Refused } from '../api';
import { entrance } from '../session';
import { common, refusalWords } from '../words/pt';
import type { RefusalWords } from '../words/pt';

/** What a failure means, with what tells it apart: its code and the call. */
function failureWords(failure: unknown): RefusalWords & { marks: string[] } {
  if (failure instanceof Refused) {
    const words = refusalWords(failure.code, failure.facts);
    const wait = failure.retryAfter === null ? '' : ` ${common.waitSeconds(failure.retryAfter)}`;
    const request = failure.requestId === null ? [] : [common.request(failure.requestId)];
    return { ...words, action: words.action + wait, marks: [common.code(failure.code), ...request] };
  }
  if (failure instanceof NoAnswer) return { ...common.noAnswer, marks: [] };
  return { ...refusalWords('internal_error', {}), marks: failure instanceof Error ? [failure.message] : [] };
}

/** Whether nobody is signed in any more. */
function hasEnded(failure: unknown): boolean {
  return failure instanceof Refused && failure.code === 'unauthenticated';
}

interface Props {
  failure: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
  children?: ReactNode;
}

/** A failure in words. It stays until what it is about is over: nobody at a counter reads what vanishes by itself. */
export function FailureNotice({ failure, onRetry, children }: Props): ReactNode {
  if (failure === null || failure === undefined) return null;
  const { title, cause, action, marks } = failureWords(failure);
  return (
    <Alert role="alert" color="red.9" variant="outline" title={title}>
      <Stack gap="xs">
        <Text size="md">{cause}</Text>
        <Text size="md" fw={600}>
          {action}
        </Text>
        {children}
        {hasEnded(failure) && (
          <Anchor href={entrance()} size="md">
            {common.signInAgain}
          </Anchor>
        )}
        <Group justify="space-between" align="end">
          <Text size="xs" c="dimmed">
            {marks.join(' · ')}
          </Text>
          {onRetry && (
            <Button size="md" mih={44} variant="default" onClick={onRetry}>
              {common.tryAgain}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
