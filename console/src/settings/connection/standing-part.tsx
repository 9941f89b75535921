import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answered, api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { connectionsQuery } from '../../connections';
import { DialogForm } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { common, connection as words } from '../../words/pt';
import { useDialog } from '../use-dialog';

type Connection = Schema<'Connection'>;

/** That nothing is read, and the way on. */
export function PausedNotice({ id }: { id: string }): ReactNode {
  const client = useQueryClient();
  const resume = useAction(async () => {
    await bodyOf(api.POST('/v1/connections/{id}/resume', { params: { path: { id } } }));
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  });
  return (
    <Alert color="gray.8" variant="outline" title={words.paused.title}>
      <Stack gap="xs" align="start">
        <Text>{words.paused.text}</Text>
        <Button variant="default" loading={resume.busy} onClick={() => void resume.run()}>
          {words.paused.resume}
        </Button>
        <FailureNotice failure={resume.failure} />
      </Stack>
    </Alert>
  );
}

type Stop = 'pause' | 'disconnect';

/** Pauses a company or disconnects it, after saying what becomes of it. */
export function StandingActions({ connection }: { connection: Connection }): ReactNode {
  const { about, close, done, open, said } = useDialog<Stop>();
  const { companyName, state } = connection;
  return (
    <Stack gap="xs" align="start">
      <Group>
        {state !== 'paused' && (
          <Button variant="default" onClick={() => open('pause')}>
            {words.stops.pause.action}
          </Button>
        )}
        <Button variant="default" onClick={() => open('disconnect')}>
          {words.stops.disconnect.action}
        </Button>
      </Group>
      <Text role="status">{said}</Text>
      <Modal
        opened={about !== null}
        onClose={close}
        title={about === null ? '' : words.stops[about].title(companyName)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        {about !== null && <StopForm id={connection.id} stop={about} onDone={done} onCancel={close} />}
      </Modal>
    </Stack>
  );
}

interface StopProps {
  id: string;
  stop: Stop;
  onDone: (said: string) => void;
  onCancel: () => void;
}

function StopForm({ id, stop, onDone, onCancel }: StopProps): ReactNode {
  const client = useQueryClient();
  const { action, text, done } = words.stops[stop];
  const go = useAction(async () => {
    const params = { path: { id } };
    if (stop === 'pause') await bodyOf(api.POST('/v1/connections/{id}/pause', { params }));
    else await answered(api.DELETE('/v1/connections/{id}', { params }));
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    onDone(done);
  });
  return (
    <DialogForm action={go} submit={action} takesAway={stop === 'disconnect'} onCancel={onCancel}>
      <Text>{text}</Text>
    </DialogForm>
  );
}
