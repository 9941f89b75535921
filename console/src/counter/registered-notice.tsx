import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Registered } from '../api';
import { counter } from '../words/pt';

const WORDS = counter.register;

/** What became of a registration: somebody new, or somebody known, and what of it was not used. */
export function RegisteredNotice({ registered }: { registered: Registered }): ReactNode {
  const { created, warnings } = registered;
  return (
    <Alert role="status" color="green.9" variant="outline">
      <Stack gap="xs">
        <Text size="lg" fw={600}>
          {created ? WORDS.done : WORDS.known}
        </Text>
        {warnings.map(({ field, detail }) => (
          <Text key={field}>{detail}</Text>
        ))}
      </Stack>
    </Alert>
  );
}
