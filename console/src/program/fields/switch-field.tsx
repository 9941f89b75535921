import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json } from '../draft';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint?: string;
  /** What stands there when it is on; default: true. */
  on?: Json;
  /** What stands there when it is off; default: false. */
  off?: Json;
}

/** Something of the draft that is so or not; off is whatever equals `off`. */
export function SwitchField({ path, label, hint, ...values }: Props): ReactNode {
  const { on = true } = values;
  const off = 'off' in values ? values.off : false;
  const { value, set } = useField(path);
  return (
    <Checkbox
      label={label}
      description={hint}
      checked={value !== off}
      onChange={({ currentTarget }) => set(currentTarget.checked ? on : off)}
    />
  );
}
