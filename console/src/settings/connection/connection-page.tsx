import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { connectionsQuery } from '../../connections';
import { formatCount } from '../../format';
import { FactTable, ListBody, Mark, Part } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import type { Action } from '../../parts';
import { useWorkplace } from '../../shell';
import { common, connection as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { useDialog } from '../use-dialog';
import { ChoiceForm } from './choice-form';

type Connection = Schema<'Connection'>;

/** Bling heals and fails by itself: whoever looks at it sees so. */
const AGAIN_MS = 15_000;

/** The companies of Bling whose sales count here, how each stands, and the way to another. */
export function ConnectionPage(): ReactNode {
  const list = useQuery({ ...connectionsQuery, refetchInterval: AGAIN_MS });
  const connect = useAction(async () => {
    const headers = { Accept: 'application/json' };
    const { url } = await bodyOf(api.GET('/integrations/bling/authorize', { headers }));
    window.location.assign(url);
  });
  return (
    <SettingsPage title={words.title}>
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => (
          <Stack gap="xl">
            {all.map((one) => (
              <ConnectionPart key={one.id} connection={one} connect={connect} />
            ))}
          </Stack>
        )}
      </ListBody>
      <FailureNotice failure={connect.failure} />
      <Stack gap="xs" align="start">
        <Button loading={connect.busy} onClick={() => void connect.run()}>
          {words.connect}
        </Button>
        <Text size="sm">{words.connectHint}</Text>
      </Stack>
    </SettingsPage>
  );
}

interface PartProps {
  connection: Connection;
  connect: Action<[], void>;
}

function ConnectionPart({ connection, connect }: PartProps): ReactNode {
  const { clock } = useWorkplace();
  const { companyName, state, callsStopped, timezone, createdAt, authorizedAt } = connection;
  const { lastEventAt, reconciledUntil, quota } = connection;
  const { facts } = words;
  const lost = state === 'needs_authorization';
  return (
    <Part title={companyName}>
      {lost && (
        <Alert color="red.9" variant="outline" title={words.lost.title}>
          <Stack gap="xs" align="start">
            <Text>{words.lost.text}</Text>
            <Button variant="default" loading={connect.busy} onClick={() => void connect.run()}>
              {words.again}
            </Button>
          </Stack>
        </Alert>
      )}
      {state === 'paused' && <PausedNotice id={connection.id} />}
      {state === 'disconnected' && (
        <Alert color="gray.8" variant="outline" title={words.disconnected.title}>
          <Stack gap="xs" align="start">
            <Text>{words.disconnected.text}</Text>
            <Button variant="default" loading={connect.busy} onClick={() => void connect.run()}>
              {words.again}
            </Button>
          </Stack>
        </Alert>
      )}
      {callsStopped !== null && (
        <Alert color="red.9" variant="outline" title={words.stopped}>
          <Text>{callsStopped.text}</Text>
        </Alert>
      )}
      <FactTable
        title={companyName}
        facts={[
          [facts.state, <Mark color={MARKS[state]}>{words.states[state]}</Mark>],
          [facts.company, connection.companyId],
          [facts.since, clock.dateTime(createdAt)],
          [facts.authorized, clock.dateTime(authorizedAt)],
          [facts.lastEvent, lastEventAt === null ? facts.noEvent : clock.dateTime(lastEventAt)],
          [facts.compared, reconciledUntil === null ? facts.notCompared : clock.dateTime(reconciledUntil)],
          [facts.quota, facts.quotaOf(formatCount(quota.usedToday), formatCount(quota.of))],
          [facts.zone, timezone ?? facts.ofProgram],
          [facts.completed, situations(connection.completedSituations)],
          [facts.cancelled, situations(connection.cancelledSituations)],
        ]}
      />
      <Choosing connection={connection} />
    </Part>
  );
}

function Choosing({ connection }: { connection: Connection }): ReactNode {
  const { about, close, done, open, said } = useDialog<Connection>();
  const { choice } = words;
  return (
    <Stack gap="xs" align="start">
      <Button variant="default" onClick={() => open(connection)}>
        {choice.action}
      </Button>
      <Text role="status">{said}</Text>
      <Modal
        opened={about !== null}
        onClose={close}
        title={choice.title(connection.companyName)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        {about !== null && <ChoiceForm connection={about} onDone={done} onCancel={close} />}
      </Modal>
    </Stack>
  );
}

const MARKS: Record<Connection['state'], string> = {
  connected: 'indigo.7',
  needs_authorization: 'red.9',
  paused: 'gray.8',
  disconnected: 'gray.8',
};

/** That nothing is read, and the way on. */
function PausedNotice({ id }: { id: string }): ReactNode {
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

function situations(ids: readonly number[]): string {
  return ids.length === 0 ? words.facts.ofBling : ids.join(', ');
}
