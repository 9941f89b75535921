import { Button, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { program } from '../../words/pt';
import { useDrafting } from '../draft';

const words = program.leave;

/** Asks whoever leaves the program's pages what is to become of a draft. */
export function LeaveDialog(): ReactNode {
  const { changed, discard } = useDrafting();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => changed && !next.fullPath.startsWith('/programa'),
    enableBeforeUnload: () => changed,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={words.title}>
      <Stack gap="md">
        <Text>{words.text}</Text>
        <Text size="sm">{words.keepHint}</Text>
        <Button data-autofocus onClick={() => reset?.()}>
          {words.stay}
        </Button>
        <Button variant="default" onClick={() => proceed?.()}>
          {words.keep}
        </Button>
        <Button
          color="red.9"
          onClick={() => {
            discard();
            proceed?.();
          }}
        >
          {words.discard}
        </Button>
      </Stack>
    </Modal>
  );
}
