import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { Part, whoDid } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { merges as words } from '../../words/pt';
import { MergeForm } from './merge-form';
import { UndoForm } from './undo-form';

type Merge = Schema<'Merge'>;

interface Props {
  customerId: string;
  merges: readonly Merge[];
}

/** Every merge a customer was part of, each with a way back, and a way to make another. For those who may. */
export function MergesPart({ customerId: id, merges }: Props): ReactNode {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Merge | 'new' | null>(null);
  const close = (): void => setOpen(null);
  const done = (): void => {
    close();
    // The other one has changed as well.
    void queries.invalidateQueries({ queryKey: ['customer'] });
  };
  return (
    <Part
      title={words.title}
      action={
        <Button variant="default" size="compact-md" onClick={() => setOpen('new')}>
          {words.action}
        </Button>
      }
    >
      {merges.length === 0 && <Text>{words.none}</Text>}
      <Stack gap="sm">
        {merges.map((merge) => (
          <Made key={merge.id} merge={merge} customerId={id} onUndo={() => setOpen(merge)} />
        ))}
      </Stack>
      <Modal opened={open === 'new'} onClose={close} title={words.action} size="lg">
        <MergeForm customerId={id} onDone={done} onCancel={close} />
      </Modal>
      <Modal opened={open !== null && open !== 'new'} onClose={close} title={words.undoTitle}>
        {open !== null && open !== 'new' && <UndoForm mergeId={open.id} onDone={done} onCancel={close} />}
      </Modal>
    </Part>
  );
}

interface MadeProps {
  merge: Merge;
  customerId: string;
  onUndo: () => void;
}

function Made({ merge, customerId, onUndo }: MadeProps): ReactNode {
  const { clock } = useWorkplace();
  const { at, from, into, automatic, reason, sales, undoneAt, undoneBy, undoReason } = merge;
  const received = into === customerId;
  const maker = whoDid(merge);
  const about = [
    automatic ? words.automatic : null,
    maker === null ? null : words.by(maker),
    reason,
    words.sales(sales),
  ];
  const undone = undoneAt !== null && [
    words.undone(clock.dateTime(undoneAt)),
    undoneBy === null ? null : words.by(undoneBy),
    undoReason,
  ];
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text size="sm">{(received ? words.into : words.away)(clock.dateTime(at))}</Text>
        <Text size="xs" c="dimmed">
          {about.filter((part) => part !== null).join(' · ')}
        </Text>
        {undone && <Text size="xs">{undone.filter((part) => part !== null).join(' · ')}</Text>}
        <PageLink to="/clientes/$id" params={{ id: received ? from : into }} size="xs">
          {words.other}
        </PageLink>
      </div>
      {undoneAt === null && (
        <Button variant="default" size="compact-sm" onClick={onUndo}>
          {words.undo}
        </Button>
      )}
    </Group>
  );
}
