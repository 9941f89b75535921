import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint?: string;
  optional?: boolean;
  type?: 'text' | 'date';
  maxLength?: number;
  /** Makes what is taken of what is typed. */
  shape?: (typed: string) => string;
}

/** A text of the draft. */
export function TextField(props: Props): ReactNode {
  const { path, label, hint, optional = false, type = 'text', maxLength = 120, shape } = props;
  const { value, set, error, warning } = useField(path);
  const write = (typed: string): void => {
    const taken = shape ? shape(typed) : typed;
    set(optional && taken === '' ? undefined : taken);
  };
  return (
    <TextInput
      id={path}
      type={type}
      label={label}
      description={hint}
      maxLength={maxLength}
      autoComplete="off"
      withAsterisk={!optional}
      value={typeof value === 'string' ? value : ''}
      error={error ?? warning}
      onChange={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
