import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { CopyField, DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { ownAccess } from '../../words/pt';

const words = ownAccess.secondFactor;

interface Props {
  secret: string;
  uri: string;
  /** It is on now. */
  onConfirmed: () => Promise<void>;
  onClose: () => void;
}

/** The secret for the app, its first code, and then the recovery codes: each told only here. */
export function SetUpForm({ secret, uri, onConfirmed, onClose }: Props): ReactNode {
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null);
  const confirm = useAction(async () => {
    const body = { password, code: code.replace(/\s/g, '') };
    const confirmed = await bodyOf(api.POST('/v1/second-factor/confirm', { body }));
    setRecoveryCodes(confirmed.recoveryCodes);
    await onConfirmed();
  });
  if (recoveryCodes)
    return (
      <Stack gap="md">
        <Text role="status">{words.recoveryText}</Text>
        <CopyField label={words.recovery} value={recoveryCodes.join('\n')} rows={recoveryCodes.length} />
        <Button onClick={onClose}>{words.kept}</Button>
      </Stack>
    );
  return (
    <DialogForm action={confirm} submit={words.confirm} onCancel={onClose}>
      <Text size="sm">{words.explain}</Text>
      <CopyField label={words.secret} value={secret.replace(/(.{4})(?=.)/g, '$1 ')} />
      <Anchor href={uri}>{words.inApp}</Anchor>
      <TextInput
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        data-autofocus
        maxLength={10}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <PasswordInput
        label={words.password}
        description={words.endsOthers}
        autoComplete="current-password"
        required
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
    </DialogForm>
  );
}
