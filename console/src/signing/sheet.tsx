import { Container, Paper, Stack, Text, Title } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { common } from '../words/pt';

interface Props {
  title: string;
  /** Where there is something to send. */
  onSubmit?: () => void;
  children: ReactNode;
}

/** A page with one small form in its middle. */
export function Sheet({ title, onSubmit, children }: Props): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Container component="main" size={420} py={{ base: 'lg', sm: 80 }}>
      <Paper component="form" withBorder p="lg" onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text fw={700} c="indigo.8">
            {common.product}
          </Text>
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Container>
  );
}
