import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { CopyField, DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { common, keys } from '../../words/pt';
import { keysQuery } from './key-query';
import type { Key } from './key-query';

const words = keys.create;
/** What most keys are for comes first, and what may most last. */
const SCOPES = ['till', 'read', 'full'] as const;

/** Makes a key; shows it this once. */
export function KeyForm({ onClose }: { onClose: () => void }): ReactNode {
  const queries = useQueryClient();
  const [label, setLabel] = useState('');
  const [scope, setScope] = useState<Key['scope']>('till');
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<Schema<'MadeKey'> | null>(null);
  const create = useAction(async () => {
    setAsked(true);
    if (!label.trim()) return;
    setMade(await bodyOf(api.POST('/v1/keys', { body: { label: label.trim(), scope } })));
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey });
  });
  if (made)
    return (
      <Stack gap="md">
        <CopyField label={words.key} value={made.key} />
        <Text role="status">{words.once}</Text>
        <Button onClick={onClose}>{common.close}</Button>
      </Stack>
    );
  return (
    <DialogForm action={create} submit={words.action} onCancel={onClose}>
      <TextInput
        label={words.label}
        description={words.labelHint}
        required
        data-autofocus
        maxLength={80}
        value={label}
        error={asked && !label.trim() ? words.labelMissing : undefined}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <Radio.Group
        label={words.scope}
        value={scope}
        onChange={(chosen) => setScope(SCOPES.find((one) => one === chosen) ?? scope)}
      >
        <Stack gap="xs" mt={4}>
          {SCOPES.map((one) => (
            <Radio key={one} value={one} label={keys.scopes[one]} description={keys.may[one]} />
          ))}
        </Stack>
      </Radio.Group>
    </DialogForm>
  );
}
