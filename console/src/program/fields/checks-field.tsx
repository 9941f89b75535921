import { Checkbox, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useField } from './use-field';

interface Props<Value extends string | number> {
  path: string;
  label: string;
  hint?: string;
  choices: readonly { value: Value; label: string }[];
  /** Whether at least one has to be there; otherwise none means all. */
  some?: boolean;
}

/** Any of several, in the draft, in the order in which they can be chosen. */
export function ChecksField<Value extends string | number>(props: Props<Value>): ReactNode {
  const { path, label, hint, choices, some = false } = props;
  const { value, set, error, warning } = useField(path);
  const chosen = (Array.isArray(value) ? (value as Value[]) : []).map(String);
  const choose = (names: string[]): void => {
    const next = choices
      .filter((choice) => names.includes(String(choice.value)))
      .map((choice) => choice.value);
    set(next.length === 0 && !some ? undefined : next);
  };
  return (
    <Checkbox.Group
      id={path}
      label={label}
      description={hint}
      value={chosen}
      error={error ?? warning}
      onChange={choose}
    >
      <Group gap="md" mt={4}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={String(choice.value)} label={choice.label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
