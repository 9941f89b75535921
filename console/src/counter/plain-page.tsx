import { Container, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page before the counter itself: what it is about, and what can be done. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <Container component="main" size="xs" py="xl">
      <Stack gap="md">
        <Title order={1} size="h2">
          {title}
        </Title>
        {children}
      </Stack>
    </Container>
  );
}
