import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import type { Action } from '../parts';
import { signing } from '../words/pt';
import { Sheet } from './sheet';

interface Typed {
  email: string;
  password: string;
}

interface Props {
  typed: Typed;
  onType: (typed: Typed) => void;
  enter: Action<[], void>;
}

/** The first step: who one is, and the password. */
export function PasswordForm({ typed, onType, enter }: Props): ReactNode {
  return (
    <Sheet title={signing.title} onSubmit={() => void enter.run()}>
      <FailureNotice failure={enter.failure} />
      <TextInput
        label={signing.email}
        type="email"
        autoComplete="username"
        size="md"
        autoFocus
        required
        value={typed.email}
        onChange={({ currentTarget }) => onType({ ...typed, email: currentTarget.value })}
      />
      <PasswordInput
        label={signing.password}
        autoComplete="current-password"
        size="md"
        required
        value={typed.password}
        onChange={({ currentTarget }) => onType({ ...typed, password: currentTarget.value })}
      />
      <Button type="submit" size="md" loading={enter.busy} disabled={!typed.email || !typed.password}>
        {signing.enter}
      </Button>
      <Anchor component={Link} to="/senha">
        {signing.forgotten}
      </Anchor>
    </Sheet>
  );
}
