import { Anchor, Container, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { shell } from '../words/pt';

interface Props {
  title: string;
  text: string;
  children?: ReactNode;
}

/** A page that only says something, with a way out. */
export function MessagePage({ title, text, children }: Props): ReactNode {
  return (
    <Container size="sm" py="xl">
      <Stack gap="md">
        <Title order={1}>{title}</Title>
        <Text>{text}</Text>
        {children}
        <Anchor href={ROOT.href}>{shell.toHome}</Anchor>
      </Stack>
    </Container>
  );
}
