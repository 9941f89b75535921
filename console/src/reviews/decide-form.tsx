import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import { DialogForm } from '../lists';
import { useAction, useCallKey } from '../parts';
import { useWorkplace } from '../shell';
import { reviews as words } from '../words/pt';
import type { Review, ReviewWithSides } from './review-queries';

interface Props {
  reviewId: string;
  decision: NonNullable<Review['decision']>;
  onDone: (answer: ReviewWithSides) => void;
  onCancel: () => void;
  /** What it will do. */
  children: ReactNode;
}

/** A decision about to be made: what it will do, and why it is made. */
export function DecideForm({ reviewId, decision, onDone, onCancel, children }: Props): ReactNode {
  const { session } = useWorkplace();
  const keyFor = useCallKey();
  const [reason, setReason] = useState('');
  const decide = useAction(async () => {
    const body = { decision, reason: reason.trim() || null, operator: session.person.name };
    const params = { path: { id: reviewId }, header: { 'Idempotency-Key': keyFor(body) } };
    onDone(await bodyOf(api.POST('/v1/reviews/{id}/resolve', { params, body })));
  });
  return (
    <DialogForm action={decide} submit={words.decide.save} onCancel={onCancel}>
      <Text fw={600}>{words.decide.result}</Text>
      {children}
      <Textarea
        label={words.decide.reason}
        description={words.decide.reasonHint}
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogForm>
  );
}
