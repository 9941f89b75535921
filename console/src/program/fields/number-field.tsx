import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { programForm as words } from '../../words/pt';
import { MONEY, RATE, TIMES, WHOLE } from './typed-number';
import type { NumberForm } from './typed-number';
import { useField } from './use-field';

const KINDS = {
  money: { form: MONEY, before: 'R$', wrong: words.wrong.money },
  rate: { form: RATE, after: '%', wrong: words.wrong.rate },
  times: { form: TIMES, after: '×', wrong: words.wrong.times },
  whole: { form: WHOLE, wrong: words.wrong.whole },
} as const satisfies Record<string, { form: NumberForm; before?: string; after?: string; wrong: string }>;

interface Props {
  path: string;
  kind: keyof typeof KINDS;
  label: string;
  hint?: string;
  /** May be left empty: then nothing stands there. */
  optional?: boolean;
}

/** A number of the draft, typed as people write it. What cannot be read yet stays as it was typed, and is no number. */
export function NumberField({ path, kind, label, hint, optional = false }: Props): ReactNode {
  const { value, set, error, warning } = useField(path);
  const known: { form: NumberForm; before?: string; after?: string; wrong: string } = KINDS[kind];
  const { form, before, after, wrong } = known;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typeof value === 'number' ? form.show(value) : typeof value === 'string' ? value : '';
  const same = typed !== null && meantBy(typed, form, optional) === value;
  const type = (text: string): void => {
    setTyped(text);
    set(meantBy(text, form, optional));
  };
  const unread = typeof value === 'string' ? wrong : undefined;
  return (
    <TextInput
      id={path}
      label={label}
      description={hint}
      inputMode="decimal"
      autoComplete="off"
      withAsterisk={!optional}
      value={same ? typed : shown}
      error={unread ?? error ?? warning}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      {...(before === undefined ? {} : { leftSection: <Unit>{before}</Unit> })}
      {...(after === undefined ? {} : { rightSection: <Unit>{after}</Unit> })}
    />
  );
}

/** What stands in the draft for what was typed. */
function meantBy(typed: string, form: NumberForm, optional: boolean): number | string | undefined {
  const read = form.read(typed);
  if (read !== null) return read;
  return optional && typed.trim() === '' ? undefined : typed;
}

function Unit({ children }: { children: string }): ReactNode {
  return (
    <Text span size="sm" c="dimmed">
      {children}
    </Text>
  );
}
