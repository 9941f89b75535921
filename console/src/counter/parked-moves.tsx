import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Clock } from '../format';
import { common, counter } from '../words/pt';
import type { KeptMove } from './kept-move';
import { questionOf } from './moves';

interface Props {
  moves: readonly KeptMove[];
  clock: Clock;
  onAgain: (kept: KeptMove) => void;
}

const WORDS = counter.outcome.unknown;

/** One's own moves that wait without an answer: each is tried again, and nothing of it is done twice. */
export function ParkedMoves({ moves, clock, onAgain }: Props): ReactNode {
  return moves.map((kept) => (
    <Alert key={kept.key} role="alert" color="red.9" variant="outline" title={WORDS.title}>
      <Stack gap="sm">
        <Text>{`${clock.dateTime(kept.at)} · ${WORDS.about(questionOf(kept.move))}`}</Text>
        <Group justify="flex-end">
          <Button size="md" mih={44} variant="default" onClick={() => onAgain(kept)}>
            {common.tryAgain}
          </Button>
        </Group>
      </Stack>
    </Alert>
  ));
}
