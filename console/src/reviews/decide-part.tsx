import { Button, Group, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../lists';
import { reviews as words } from '../words/pt';
import { DecideForm } from './decide-form';
import { reviewQuery } from './review-queries';
import type { Review, ReviewWithSides } from './review-queries';

type Decision = NonNullable<Review['decision']>;

interface Props {
  review: Review;
  /** What either decision will do. */
  results: Readonly<Record<Decision, ReactNode>>;
}

/** Both answers to what is asked. Each says what it will do before it is given; nothing for a pair that was decided. */
export function DecidePart({ review, results }: Props): ReactNode {
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision | null>(null);
  const close = (): void => setDecision(null);
  const decided = (answer: ReviewWithSides): void => {
    queries.setQueryData(reviewQuery(answer.id).queryKey, answer);
    close();
    // Sales, customers and counts have changed with it.
    void queries.invalidateQueries();
  };
  if (review.state === 'resolved') return null;
  const { kind } = review;
  return (
    <Part title={words.decide.title}>
      <Text>{words.decide.once}</Text>
      <Group>
        <Button onClick={() => setDecision('same')}>{words.decisions[kind].same}</Button>
        <Button variant="default" onClick={() => setDecision('distinct')}>
          {words.decisions[kind].distinct}
        </Button>
      </Group>
      <Modal
        opened={decision !== null}
        onClose={close}
        size="lg"
        title={decision === null ? '' : words.decisions[kind][decision]}
      >
        {decision !== null && (
          <DecideForm reviewId={review.id} decision={decision} onDone={decided} onCancel={close}>
            {results[decision]}
          </DecideForm>
        )}
      </Modal>
    </Part>
  );
}
