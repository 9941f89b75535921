import { Button, Group, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { settings as words } from '../words/pt';

interface Props {
  label: string;
  value: string;
  rows?: number;
}

/** Something that is told only once, with a way to take it along. */
export function CopyField({ label, value, rows = 2 }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(words.copied);
    } catch {
      // Browsers have a clipboard only under https and on one's own machine.
      field.current?.select();
      setSaid(words.selected);
    }
  };
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        rows={rows}
        readOnly
        value={value}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group mt="xs" gap="sm">
        <Button variant="default" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Text size="sm" role="status">
          {said}
        </Text>
      </Group>
    </div>
  );
}
