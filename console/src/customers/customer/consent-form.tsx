import { Group, Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { DialogForm } from '../../lists';
import { useAction, useCallKey } from '../../parts';
import { useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';

type Channel = Schema<'Consent'>['channel'];

const labels = words.consents;

interface Props {
  customerId: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** Notes what a customer has said about being written to, in their words. */
export function ConsentForm({ customerId, onSaved, onCancel }: Props): ReactNode {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const keyFor = useCallKey();
  const [channel, setChannel] = useState<Channel>('whatsapp');
  const [given, setGiven] = useState(true);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useAction(async () => {
    setAsked(true);
    if (!text.trim()) return;
    const body = { channel, given, text: text.trim(), operator: session.person.name };
    const params = { path: { id: customerId }, header: { 'Idempotency-Key': keyFor(body) } };
    await bodyOf(api.POST('/v1/customers/{id}/consents', { params, body }));
    await queries.invalidateQueries({ queryKey: ['customer', customerId] });
    onSaved();
  });
  return (
    <DialogForm action={save} submit={labels.save} onCancel={onCancel}>
      <Radio.Group
        label={labels.channel}
        value={channel}
        onChange={(chosen) => setChannel(chosen === 'email' ? 'email' : 'whatsapp')}
      >
        <Group mt={4}>
          <Radio value="whatsapp" label={labels.channels.whatsapp} />
          <Radio value="email" label={labels.channels.email} />
        </Group>
      </Radio.Group>
      <Radio.Group
        label={labels.wish}
        value={given ? 'given' : 'takenBack'}
        onChange={(chosen) => setGiven(chosen === 'given')}
      >
        <Group mt={4}>
          <Radio value="given" label={labels.given} />
          <Radio value="takenBack" label={labels.takenBack} />
        </Group>
      </Radio.Group>
      <Textarea
        label={labels.text}
        description={labels.textHint}
        required
        maxLength={500}
        value={text}
        error={asked && !text.trim() ? labels.textMissing : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </DialogForm>
  );
}
