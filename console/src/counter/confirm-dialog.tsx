import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { counter } from '../words/pt';
import styles from './counter.module.css';
import { questionOf } from './moves';
import type { Move } from './moves';

interface Props {
  move: Move;
  onYes: () => void;
  onNo: () => void;
}

/**
 * Asks before value moves: how much, whose, and what is left. Enter does it, Esc goes back. The browser's own dialog keeps the
 * focus within and the page behind it still, at no cost for the size of the counter.
 */
export function ConfirmDialog({ move, onYes, onNo }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const title = useId();
  // Closed while it is still on the page: only then the focus goes back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    yes.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <Stack gap="lg">
        <Title order={2} size="h4" id={title}>
          {counter.confirm.title}
        </Title>
        <Text size="xl" fw={600}>
          {questionOf(move)}
        </Text>
        <Group justify="flex-end">
          <Button size="lg" variant="default" onClick={onNo}>
            {counter.confirm.no}
          </Button>
          <Button size="lg" ref={yes} onClick={onYes}>
            {counter.confirm.yes}
          </Button>
        </Group>
      </Stack>
    </dialog>
  );
}
