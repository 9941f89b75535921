import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Clock } from '../format';
import { counter } from '../words/pt';
import type { KeptMove } from './kept-move';
import { questionOf } from './moves';

interface Props {
  moves: readonly KeptMove[];
  clock: Clock;
  onFoundOut: (kept: KeptMove) => void;
}

const WORDS = counter.outcome;

/** Moves that others began and nobody knows the end of. Sent by anybody else they would be done again: people look for them. */
export function OthersMoves({ moves, clock, onFoundOut }: Props): ReactNode {
  return moves.map((kept) => {
    const { personName } = kept.who;
    return (
      <Alert
        key={kept.key}
        role="alert"
        color="red.9"
        variant="outline"
        title={WORDS.others.title(personName)}
      >
        <Stack gap="sm">
          <Text>{`${clock.dateTime(kept.at)} · ${WORDS.unknown.about(questionOf(kept.move))}`}</Text>
          <Text>{WORDS.others.text(personName)}</Text>
          <Group justify="flex-end">
            <Button size="md" mih={44} variant="default" onClick={() => onFoundOut(kept)}>
              {WORDS.others.foundOut}
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  });
}
