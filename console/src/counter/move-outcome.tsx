import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refused } from '../api';
import type { Clock } from '../format';
import { FailureNotice } from '../parts';
import { counter } from '../words/pt';
import type { KeptMove } from './kept-move';
import { questionOf, resultOf } from './moves';
import type { MoveState } from './use-move';

interface Props {
  state: MoveState;
  clock: Clock;
  /** Asks the API again what became of it. */
  onAgain: () => void;
  /** Somebody has looked what became of it, as it may not be asked any more. */
  onFoundOut: (kept: KeptMove) => void;
  onNext: () => void;
}

/** What became of what was asked. It stays until the next customer. */
export function MoveOutcome({ state, clock, onAgain, onFoundOut, onNext }: Props): ReactNode {
  switch (state.phase) {
    case 'none':
    case 'asking':
      return null;
    case 'sending':
      return (
        <Group role="status">
          <Loader size="sm" />
          <Text size="lg">{counter.outcome.sending}</Text>
        </Group>
      );
    case 'refused':
      return <FailureNotice failure={state.failure} />;
    case 'unknown':
      return (
        <Alert role="alert" color="red.9" variant="outline" title={counter.outcome.unknown.title}>
          <Stack gap="sm">
            <Text size="lg">{counter.outcome.unknown.text}</Text>
            <Text>{counter.outcome.unknown.about(questionOf(state.kept.move))}</Text>
            <FailureNotice failure={state.failure} onRetry={onAgain} />
            {mayNotAsk(state.failure) && (
              <>
                <Text>{counter.outcome.unknown.barred}</Text>
                <Group justify="flex-end">
                  <Button size="md" mih={44} variant="default" onClick={() => onFoundOut(state.kept)}>
                    {counter.outcome.others.foundOut}
                  </Button>
                </Group>
              </>
            )}
          </Stack>
        </Alert>
      );
    case 'changed':
      return (
        <Alert role="alert" color="red.9" variant="outline" title={counter.outcome.changed.title}>
          <Stack gap="sm">
            <Text size="lg">{counter.outcome.changed.text}</Text>
            <Button size="lg" autoFocus onClick={() => window.location.reload()}>
              {counter.outcome.changed.reload}
            </Button>
          </Stack>
        </Alert>
      );
    case 'done':
      return (
        <Alert role="status" color="green.9" variant="outline">
          <Stack gap="sm">
            <Text size="xl" fw={600}>
              {resultOf(state.move, state.moved, clock)}
            </Text>
            <Text>{state.replayed ? counter.outcome.before : counter.outcome.now(clock.time(state.at))}</Text>
            <Button size="lg" autoFocus onClick={onNext}>
              {counter.customer.next}
            </Button>
          </Stack>
        </Alert>
      );
  }
}

/** Whether trying again may be of no use for ever: whoever began it may not do it any more. */
function mayNotAsk(failure: unknown): boolean {
  return failure instanceof Refused && failure.status === 403;
}
