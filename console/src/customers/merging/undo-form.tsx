import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { useAction, useCallKey } from '../../parts';
import { useWorkplace } from '../../shell';
import { merges as words } from '../../words/pt';

interface Props {
  mergeId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Tells two customers apart again, with the reason. */
export function UndoForm({ mergeId, onDone, onCancel }: Props): ReactNode {
  const { session } = useWorkplace();
  const keyFor = useCallKey();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const undo = useAction(async () => {
    setAsked(true);
    if (!reason.trim()) return;
    const body = { reason: reason.trim(), operator: session.person.name };
    const params = { path: { id: mergeId }, header: { 'Idempotency-Key': keyFor(body) } };
    await bodyOf(api.POST('/v1/merges/{id}/undo', { params, body }));
    onDone();
  });
  return (
    <DialogForm action={undo} submit={words.undoSave} onCancel={onCancel}>
      <Text size="sm">{words.undoExplain}</Text>
      <Textarea
        label={words.reason}
        required
        maxLength={300}
        data-autofocus
        value={reason}
        error={asked && !reason.trim() ? words.reasonMissing : undefined}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogForm>
  );
}
