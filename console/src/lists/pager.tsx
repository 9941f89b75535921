import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { lists } from '../words/pt';

interface Props {
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  /** Whether this is not the first page. */
  further: boolean;
  /** Goes to the page that begins there; undefined: to the first. */
  onGo: (place: string | undefined) => void;
}

/** The way through a list that is read page by page; the browser's own way back leads to the page before. */
export function Pager({ next, further, onGo }: Props): ReactNode {
  if (next === null && !further) return null;
  return (
    <Group component="nav" aria-label={lists.pages} justify="flex-end" mt="md">
      {further && (
        <Button variant="default" onClick={() => onGo(undefined)}>
          {lists.first}
        </Button>
      )}
      {next !== null && (
        <Button variant="default" onClick={() => onGo(next)}>
          {lists.next}
        </Button>
      )}
    </Group>
  );
}
