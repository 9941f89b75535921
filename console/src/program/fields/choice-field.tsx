import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json } from '../draft';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint?: string;
  /** What can be chosen; `value` undefined: nothing stands there then. */
  choices: readonly { value: Json; label: string }[];
}

/** One of several, in the draft. */
export function ChoiceField({ path, label, hint, choices }: Props): ReactNode {
  const { value, set, error, warning } = useField(path);
  const at = choices.findIndex((choice) => choice.value === value);
  return (
    <NativeSelect
      id={path}
      label={label}
      description={hint}
      data={choices.map((choice, place) => ({ value: String(place), label: choice.label }))}
      value={String(Math.max(at, 0))}
      error={error ?? warning}
      onChange={({ currentTarget }) => set(choices[Number(currentTarget.value)]?.value)}
    />
  );
}
