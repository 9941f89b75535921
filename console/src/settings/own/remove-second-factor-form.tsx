import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { ownAccess } from '../../words/pt';

const words = ownAccess.secondFactor;

interface Props {
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Turns the second factor off, for whoever knows the password and has a code of it. */
export function RemoveSecondFactorForm({ onDone, onCancel }: Props): ReactNode {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useAction(async () => {
    const body = { password, code: code.replace(/\s/g, '') };
    await bodyOf(api.POST('/v1/second-factor/remove', { body }));
    await onDone();
  });
  return (
    <DialogForm action={remove} submit={words.remove} takesAway onCancel={onCancel}>
      <Text>{words.removeText}</Text>
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        required
        data-autofocus
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <TextInput
        label={words.removeCode}
        autoComplete="one-time-code"
        required
        maxLength={40}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
    </DialogForm>
  );
}
