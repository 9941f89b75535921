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
  /** It waits, and others are served meanwhile. */
  onLater: () => void;
  /** Somebody has looked what became of it, as it may not be asked any more. */
  onFoundOut: (kept: KeptMove) => void;
  onNext: () => void;
}

/** What became of what was asked. It stays until the next customer. */
export function MoveOutcome(props: Props): ReactNode {
  const { state, clock, onAgain, onLater, onFoundOut, onNext } = props;
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
            {state.failure instanceof Refused && (
              <WaysOn
                barred={state.failure.status === 403}
                onLater={onLater}
                onFoundOut={() => onFoundOut(state.kept)}
              />
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

interface WaysProps {
  /** Trying again may be of no use for ever: whoever began it may not do it any more. */
  barred: boolean;
  onLater: () => void;
  onFoundOut: () => void;
}

/** How a counter goes on where the API answers, and cannot say what became of a move. */
function WaysOn({ barred, onLater, onFoundOut }: WaysProps): ReactNode {
  const words = counter.outcome;
  return (
    <>
      <Text>{barred ? words.unknown.barred : words.unknown.canWait}</Text>
      <Group justify="flex-end">
        <Button size="md" mih={44} variant="default" onClick={barred ? onFoundOut : onLater}>
          {barred ? words.others.foundOut : words.unknown.later}
        </Button>
      </Group>
    </>
  );
}
