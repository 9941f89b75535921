import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import { FailureNotice, useAction } from '../parts';
import { signing } from '../words/pt';
import { useLinkToken } from './link-token';
import { NewPassword } from './new-password';
import { Sheet } from './sheet';

/** A forgotten password: asks for a link, and with the link's token for a new one. */
export function PasswordPage(): ReactNode {
  const token = useLinkToken();
  return token ? <ChooseAnother token={token} /> : <AskForLink />;
}

function AskForLink(): ReactNode {
  const words = signing.reset;
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const ask = useAction(async () => {
    await bodyOf(api.POST('/v1/password-resets', { body: { email: email.trim() } }));
    setAsked(true);
  });
  if (asked)
    return (
      <Sheet title={words.askTitle}>
        <Text role="status">{words.asked}</Text>
        <ToSignIn />
      </Sheet>
    );
  return (
    <Sheet title={words.askTitle} onSubmit={() => void ask.run()}>
      <Text>{words.askText}</Text>
      <FailureNotice failure={ask.failure} />
      <TextInput
        label={signing.email}
        type="email"
        autoComplete="username"
        size="md"
        autoFocus
        required
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <Button type="submit" size="md" loading={ask.busy} disabled={!email.trim()}>
        {words.ask}
      </Button>
      <ToSignIn />
    </Sheet>
  );
}

function ChooseAnother({ token }: { token: string }): ReactNode {
  const words = signing.reset;
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    await bodyOf(api.POST('/v1/password-resets/complete', { body: { token, password } }));
    setSaved(true);
  });
  if (saved)
    return (
      <Sheet title={words.newTitle}>
        <Text role="status">{words.saved}</Text>
        <ToSignIn />
      </Sheet>
    );
  return (
    <Sheet title={words.newTitle} onSubmit={() => void save.run()}>
      <FailureNotice failure={save.failure} />
      <NewPassword label={words.newPassword} value={password} onChange={setPassword} />
      <Button type="submit" size="md" loading={save.busy} disabled={!password}>
        {words.save}
      </Button>
    </Sheet>
  );
}

function ToSignIn(): ReactNode {
  return (
    <Anchor component={Link} to="/entrar">
      {signing.reset.toSignIn}
    </Anchor>
  );
}
