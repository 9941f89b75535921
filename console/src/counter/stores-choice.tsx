import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { attempts } from '../words/pt';

interface Props {
  everywhere: boolean;
  onChange: (everywhere: boolean) => void;
}

/** This store alone, or also the others and what was done in none, which is in the list of none. */
export function StoresChoice({ everywhere, onChange }: Props): ReactNode {
  return (
    <Group gap="xs" role="group" aria-label={attempts.stores}>
      {[false, true].map((one) => (
        <Button
          key={String(one)}
          mih={44}
          variant={everywhere === one ? 'filled' : 'default'}
          aria-pressed={everywhere === one}
          onClick={() => onChange(one)}
        >
          {one ? attempts.everywhere : attempts.thisStore}
        </Button>
      ))}
    </Group>
  );
}
