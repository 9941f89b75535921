import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends Pick<TextInputProps, 'description' | 'max' | 'w'> {
  label: string;
  /** `2026-11-29`; absent: none is chosen. */
  day: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** A day of the calendar, as the browser lets people choose one. */
export function DayField({ day, onChange, ...look }: Props): ReactNode {
  return (
    <TextInput
      type="date"
      value={day ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      {...look}
    />
  );
}
