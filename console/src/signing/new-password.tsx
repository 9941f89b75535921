import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { signing } from '../words/pt';

interface Props {
  label: string;
  value: string;
  onChange: (password: string) => void;
}

/** A password that is being made, with the rule beside it. */
export function NewPassword({ label, value, onChange }: Props): ReactNode {
  return (
    <PasswordInput
      label={label}
      description={signing.invitation.passwordRule}
      autoComplete="new-password"
      size="md"
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
