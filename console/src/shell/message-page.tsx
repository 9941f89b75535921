import { Anchor, Container, Stack, Text, Title } from '@mantine/core';
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { shell } from '../words/pt';
import { WorkplaceContext } from './workplace';

interface Props {
  title: string;
  text: string;
  children?: ReactNode;
}

/** A page that only says something, with a way out. */
export function MessagePage({ title, text, children }: Props): ReactNode {
  // Within the shell there is a main part already.
  const within = useContext(WorkplaceContext) !== null;
  return (
    <Container component={within ? 'div' : 'main'} size="sm" py="xl">
      <Stack gap="md">
        <Title order={1}>{title}</Title>
        <Text>{text}</Text>
        {children}
        <Anchor href={ROOT.href}>{shell.toHome}</Anchor>
      </Stack>
    </Container>
  );
}
