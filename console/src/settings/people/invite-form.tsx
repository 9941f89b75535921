import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { CopyField, DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { common, people } from '../../words/pt';
import { peopleQuery } from '../people-query';
import { accessBody, isWhole } from './access';
import type { Access } from './access';
import { AccessFields } from './access-fields';

const words = people.invite;

/** Asks somebody to join; shows the link this once. */
export function InviteForm({ onClose }: { onClose: () => void }): ReactNode {
  const queries = useQueryClient();
  const [who, setWho] = useState({ name: '', email: '' });
  const [access, setAccess] = useState<Access>({ role: 'staff', storeIds: null });
  const [asked, setAsked] = useState(false);
  const [invited, setInvited] = useState<Schema<'Invited'> | null>(null);
  const name = who.name.trim();
  const email = who.email.trim();
  const invite = useAction(async () => {
    setAsked(true);
    if (!name || !email || !isWhole(access)) return;
    const body = { name, email, ...accessBody(access) };
    setInvited(await bodyOf(api.POST('/v1/people', { body })));
    await queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
  });
  if (invited) return <MadeInvitation invited={invited} onClose={onClose} />;
  return (
    <DialogForm action={invite} submit={words.save} onCancel={onClose}>
      <Text size="sm">{words.explain}</Text>
      <TextInput
        label={words.name}
        required
        data-autofocus
        maxLength={120}
        autoComplete="off"
        value={who.name}
        error={asked && !name ? words.missing : undefined}
        onChange={({ currentTarget }) => setWho({ ...who, name: currentTarget.value })}
      />
      <TextInput
        label={words.email}
        type="email"
        required
        maxLength={300}
        autoComplete="off"
        value={who.email}
        error={asked && !email ? words.missing : undefined}
        onChange={({ currentTarget }) => setWho({ ...who, email: currentTarget.value })}
      />
      <AccessFields access={access} onChange={setAccess} asked={asked} />
    </DialogForm>
  );
}

interface MadeProps {
  invited: Schema<'Invited'>;
  onClose: () => void;
}

function MadeInvitation({ invited: { email, link, mail }, onClose }: MadeProps): ReactNode {
  return (
    <Stack gap="md">
      <Text role="status">{words.mail[mail](email)}</Text>
      <CopyField label={words.link} value={link} rows={3} />
      <Text size="sm">{words.once}</Text>
      <Button onClick={onClose}>{common.close}</Button>
    </Stack>
  );
}
