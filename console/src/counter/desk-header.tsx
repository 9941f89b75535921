import { Anchor, Button, Container, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ROOT } from '../api';
import { FailureNotice } from '../parts';
import { common, counter } from '../words/pt';
import type { Desk } from './desk';
import { QuestionDialog } from './question-dialog';
import { useLeave } from './use-leave';
import styles from './counter.module.css';

interface Props {
  desk: Desk;
  /** Something is under way or without an answer: no other store is gone to meanwhile. */
  isHeld: boolean;
  /** What has no answer, in words; null: everything has. */
  unanswered: string | null;
  onChangeStore: (() => void) | null;
}

/** Where one stands, and the ways out. */
export function DeskHeader({ desk, isHeld, unanswered, onChangeStore }: Props): ReactNode {
  const { membership, store, session } = desk;
  const [asking, setAsking] = useState(false);
  const leave = useLeave();
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
              <Button
                variant="default"
                className={styles['target']}
                disabled={isHeld}
                onClick={onChangeStore}
              >
                {counter.store}
              </Button>
            )}
          </Group>
          <Group gap="sm">
            <Text size="sm">{session.person.name}</Text>
            <Anchor className={styles['link']} href={ROOT.href}>
              {counter.toMenu}
            </Anchor>
            <Button
              variant="default"
              className={styles['target']}
              onClick={() => (unanswered === null ? void leave.run() : setAsking(true))}
            >
              {common.signOut}
            </Button>
          </Group>
        </Group>
        <FailureNotice failure={leave.failure} onRetry={() => void leave.run()} />
      </Container>
      {asking && unanswered !== null && (
        <QuestionDialog
          title={counter.leave.title}
          warning={counter.leave.warning(unanswered)}
          question={counter.leave.question}
          yes={counter.leave.yes}
          onYes={() => (setAsking(false), void leave.run())}
          onNo={() => setAsking(false)}
        />
      )}
    </header>
  );
}
