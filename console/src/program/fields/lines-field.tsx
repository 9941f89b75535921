import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint: string;
}

/** A list of texts of the draft, one a line; nothing: no list. */
export function LinesField({ path, label, hint }: Props): ReactNode {
  const { value, set, error, warning } = useField(path);
  const [typed, setTyped] = useState('');
  const lines = Array.isArray(value) ? (value as string[]) : [];
  const same = linesOf(typed).join('\n') === lines.join('\n');
  const type = (text: string): void => {
    setTyped(text);
    const next = linesOf(text);
    set(next.length === 0 ? undefined : next);
  };
  return (
    <Textarea
      id={path}
      label={label}
      description={hint}
      rows={2}
      value={same ? typed : lines.join('\n')}
      error={error ?? warning}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
