import { Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { programForm as words } from '../../words/pt';
import type { Json } from '../draft';
import { SwitchField } from './switch-field';
import { readDuration, UNITS, writeDuration } from './typed-duration';
import type { Unit } from './typed-duration';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint?: string;
}

/** A length of time of the draft: so many of a unit. One of several units is shown as the program has it. */
export function DurationField({ path, label, hint }: Props): ReactNode {
  const { value, set, error, warning } = useField(path);
  const text = typeof value === 'string' ? value : '';
  const typed = readDuration(text);
  if (!typed)
    return (
      <TextInput
        id={path}
        label={label}
        description={words.duration.several}
        value={text}
        error={error ?? warning}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      />
    );
  return (
    <Input.Wrapper id={path} label={label} description={hint} error={error ?? warning}>
      <Group gap="xs" wrap="nowrap" mt={4}>
        <Input
          id={path}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={typed.count}
          error={error !== undefined}
          onChange={({ currentTarget }) =>
            set(writeDuration({ ...typed, count: currentTarget.value.replace(/\D/g, '') }))
          }
          style={{ flex: 1 }}
        />
        <NativeSelect
          aria-label={words.duration.unitOf(label)}
          data={UNITS.map((unit) => ({ value: unit, label: words.duration.units[unit] }))}
          value={typed.unit}
          onChange={({ currentTarget }) =>
            set(writeDuration({ ...typed, unit: currentTarget.value as Unit }))
          }
        />
      </Group>
    </Input.Wrapper>
  );
}

interface OptionalProps extends Props {
  /** What it is that can be left out: a place that holds the length, or is it. */
  whole?: string;
  question: string;
  /** What stands at the whole when there is none. */
  none: Json;
  /** And when there is one, until it is changed. */
  begin: Json;
}

/** A length of time that there may not be. */
export function OptionalDuration(props: OptionalProps): ReactNode {
  const { path, label, hint, whole = path, question, none, begin } = props;
  const { value } = useField(whole);
  return (
    <Stack gap="xs">
      <SwitchField path={whole} label={question} on={begin} off={none} />
      {value !== none && (
        <DurationField path={path} label={label} {...(hint === undefined ? {} : { hint })} />
      )}
    </Stack>
  );
}
