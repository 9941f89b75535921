import { Anchor, Button, Container, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { signOut } from '../session';
import { common, counter } from '../words/pt';
import type { Desk } from './desk';
import styles from './counter.module.css';

interface Props {
  desk: Desk;
  onChangeStore: (() => void) | null;
}

/** Where one stands, and the ways out. */
export function DeskHeader({ desk: { membership, store, session }, onChangeStore }: Props): ReactNode {
  const leave = async (): Promise<void> => {
    await signOut();
    window.location.assign(new URL('entrar', ROOT).href);
  };
  return (
    <header className={styles['header']}>
      <Container size="lg" py="xs">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={1} size="h3">
              {counter.title}
            </Title>
            <Text>{store ? `${membership.name} · ${store.name}` : membership.name}</Text>
            {onChangeStore && (
              <Button variant="default" className={styles['target']} onClick={onChangeStore}>
                {counter.store}
              </Button>
            )}
          </Group>
          <Group gap="sm">
            <Text size="sm">{session.person.name}</Text>
            {membership.role !== 'staff' && (
              <Anchor className={styles['link']} href={ROOT.href}>
                {counter.toConsole}
              </Anchor>
            )}
            <Button variant="default" className={styles['target']} onClick={() => void leave()}>
              {common.signOut}
            </Button>
          </Group>
        </Group>
      </Container>
    </header>
  );
}
