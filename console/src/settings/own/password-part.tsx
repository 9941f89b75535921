import { Button, Modal, PasswordInput, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm, Part } from '../../lists';
import { useAction } from '../../parts';
import { ownAccess, signing } from '../../words/pt';

const words = ownAccess.password;

/** One's own password: another can be chosen, which ends the other sessions. */
export function PasswordPart(): ReactNode {
  const [state, setState] = useState<'rest' | 'choosing' | 'changed'>('rest');
  const rest = (): void => setState('rest');
  return (
    <Part
      title={words.title}
      action={
        <Button variant="default" onClick={() => setState('choosing')}>
          {words.change}
        </Button>
      }
    >
      <Text role="status">{state === 'changed' ? words.changed : words.explain}</Text>
      <Modal opened={state === 'choosing'} onClose={rest} title={words.changeTitle}>
        {state === 'choosing' && <PasswordForm onDone={() => setState('changed')} onCancel={rest} />}
      </Modal>
    </Part>
  );
}

interface FormProps {
  onDone: () => void;
  onCancel: () => void;
}

function PasswordForm({ onDone, onCancel }: FormProps): ReactNode {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useAction(async () => {
    await bodyOf(api.POST('/v1/password', { body: { password, newPassword } }));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
    onDone();
  });
  return (
    <DialogForm action={change} submit={words.save} onCancel={onCancel}>
      <PasswordInput
        label={words.current}
        autoComplete="current-password"
        required
        data-autofocus
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <PasswordInput
        label={words.next}
        description={signing.invitation.passwordRule}
        autoComplete="new-password"
        required
        value={newPassword}
        onChange={({ currentTarget }) => setNewPassword(currentTarget.value)}
      />
    </DialogForm>
  );
}
