import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { counter } from '../words/pt';
import styles from './counter.module.css';

interface Props {
  title: string;
  /** What is asked. */
  question: string;
  /** What has to be known before. */
  warning?: string | undefined;
  yes: string;
  /** Enter says yes. Left out: Enter goes back. */
  byEnter?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/**
 * Asks before something is done. Esc goes back. The browser's own dialog keeps the focus within and the page behind it still, at no
 * cost for the size of the counter.
 */
export function QuestionDialog(props: Props): ReactNode {
  const { title, question, warning, yes, byEnter = false, onYes, onNo } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const id = useId();
  // Closed while it is still on the page: only then the focus goes back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    first.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <Stack gap="lg">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {warning !== undefined && <Text size="lg">{warning}</Text>}
        <Text size="xl" fw={600}>
          {question}
        </Text>
        <Group justify="flex-end">
          <Button size="lg" variant="default" {...(byEnter ? {} : { ref: first })} onClick={onNo}>
            {counter.confirm.no}
          </Button>
          <Button size="lg" {...(byEnter ? { ref: first } : {})} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </dialog>
  );
}
