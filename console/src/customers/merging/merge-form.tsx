import { Checkbox, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { FailureNotice, useAction, useCallKey } from '../../parts';
import { useWorkplace } from '../../shell';
import { merges as words } from '../../words/pt';
import { FindOther } from './find-other';
import { MergePreview } from './merge-preview';

interface Props {
  customerId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Two records become one: the other is found, what it comes to is looked at, and only then can it be confirmed. */
export function MergeForm({ customerId: id, onDone, onCancel }: Props): ReactNode {
  const { session } = useWorkplace();
  const keyFor = useCallKey();
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [force, setForce] = useState(false);
  const [asked, setAsked] = useState(false);
  const preview = useQuery({
    queryKey: ['customer', id, 'merge-preview', from],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/customers/{id}/merges/preview', {
          params: { path: { id }, query: { with: from ?? '' } },
        }),
      ),
    enabled: from !== null,
  });
  const conflict = preview.data?.conflict ?? false;
  /** What was said of one pair is said of no other. */
  const choose = (found: string): void => {
    setFrom(found);
    setForce(false);
  };
  const merge = useAction(async () => {
    setAsked(true);
    if (from === null || !reason.trim()) return;
    const about = { reason: reason.trim(), operator: session.person.name };
    const body = { from, ...about, ...(conflict ? { force } : {}) };
    const params = { path: { id }, header: { 'Idempotency-Key': keyFor(body) } };
    await bodyOf(api.POST('/v1/customers/{id}/merges', { params, body }));
    onDone();
  });
  return (
    <DialogForm
      action={merge}
      submit={words.save}
      disabled={!preview.data || (conflict && !force)}
      onCancel={onCancel}
    >
      <Text size="sm">{words.explain}</Text>
      <FindOther customerId={id} onFound={choose} />
      <FailureNotice failure={preview.error} onRetry={() => void preview.refetch()} />
      {from !== null && preview.isPending && <Text role="status">{words.preview.loading}</Text>}
      {preview.data && (
        <>
          <MergePreview preview={preview.data} />
          {conflict && (
            <Checkbox
              label={words.preview.force}
              checked={force}
              onChange={({ currentTarget }) => setForce(currentTarget.checked)}
            />
          )}
          <Textarea
            label={words.reason}
            required
            maxLength={300}
            value={reason}
            error={asked && !reason.trim() ? words.reasonMissing : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </>
      )}
    </DialogForm>
  );
}
