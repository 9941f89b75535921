import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { storesQuery } from '../../stores';
import { programForm } from '../../words/pt';
import { LinesField } from './lines-field';
import { useField } from './use-field';

interface Props {
  path: string;
  label: string;
  hint: string;
}

/** A list of stores, as sales call them: those of the account that have sales channels are there to be chosen. */
export function StoresField({ path, label, hint }: Props): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  const { value, set } = useField(path);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const free = stores.flatMap(({ name, channels }) => {
    const missing = channels.filter((channel) => !chosen.includes(channel));
    return missing.length === 0 ? [] : [{ name, missing }];
  });
  return (
    <Stack gap="xs">
      <LinesField path={path} label={label} hint={hint} />
      {free.length > 0 && (
        <Group gap="xs">
          {free.map(({ name, missing }) => (
            <Button
              key={name}
              size="compact-md"
              variant="default"
              onClick={() => set([...chosen, ...missing])}
            >
              {programForm.when.useStore(name)}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
