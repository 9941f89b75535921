import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { formatCount } from '../../format';
import { FactTable, Mark, Part } from '../../lists';
import type { Action } from '../../parts';
import { useWorkplace } from '../../shell';
import { common, connection as words } from '../../words/pt';
import { useDialog } from '../use-dialog';
import { ChannelsPart } from './channels-part';
import { ChoiceForm } from './choice-form';
import { ComparisonsPart } from './comparisons-part';
import { ContactImportPart } from './contact-import-part';
import { InvoicesPart } from './invoices-part';
import { PausedNotice, StandingActions } from './standing-part';

type Connection = Schema<'Connection'>;

interface Props {
  connection: Connection;
  /** Leads to Bling, where it is authorised. */
  connect: Action<[], void>;
}

/** A company of Bling: how its connection stands, and all that can be done about it. */
export function ConnectionPart({ connection, connect }: Props): ReactNode {
  const { companyName, state, callsStopped } = connection;
  const trouble = troubleOf(connection);
  return (
    <Part title={companyName}>
      {trouble && <AuthorizeNotice about={trouble} color="red.9" connect={connect} />}
      {state === 'paused' && <PausedNotice id={connection.id} />}
      {state === 'disconnected' && (
        <AuthorizeNotice about={words.disconnected} color="gray.8" connect={connect} />
      )}
      {callsStopped !== null && (
        <Alert color="red.9" variant="outline" title={words.stopped}>
          <Text>{callsStopped.text}</Text>
        </Alert>
      )}
      <Standing connection={connection} />
      {state !== 'disconnected' && (
        <>
          <Choosing connection={connection} />
          {state === 'connected' && <ChannelsPart connection={connection} />}
          <InvoicesPart connection={connection} />
          <ComparisonsPart connection={connection} />
          {state === 'connected' && <ContactImportPart connection={connection} />}
          <StandingActions connection={connection} />
        </>
      )}
    </Part>
  );
}

/** What Bling does not let be read; null: nothing, or nobody asks it. */
function troubleOf({ state, forbidden }: Connection): NoticeProps['about'] | null {
  if (state !== 'connected' && state !== 'needs_authorization') return null;
  const { title, text, of } = words.forbidden;
  if (forbidden !== null) return { title, text: text(of[forbidden]) };
  return state === 'needs_authorization' ? words.lost : null;
}

interface NoticeProps {
  about: { title: string; text: string };
  color: string;
  connect: Action<[], void>;
}

/** Why nothing is read, and the way back by another authorisation. */
function AuthorizeNotice({ about: { title, text }, color, connect }: NoticeProps): ReactNode {
  return (
    <Alert color={color} variant="outline" title={title}>
      <Stack gap="xs" align="start">
        <Text>{text}</Text>
        <Button variant="default" loading={connect.busy} onClick={() => void connect.run()}>
          {words.again}
        </Button>
      </Stack>
    </Alert>
  );
}

const MARKS: Record<Connection['state'], string> = {
  connected: 'indigo.7',
  needs_authorization: 'red.9',
  paused: 'gray.8',
  disconnected: 'gray.8',
};

function Standing({ connection }: { connection: Connection }): ReactNode {
  const { clock } = useWorkplace();
  const { companyName, state, timezone, createdAt, authorizedAt } = connection;
  const { lastEventAt, reconciledUntil, quota } = connection;
  const { facts } = words;
  return (
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
  );
}

function Choosing({ connection }: { connection: Connection }): ReactNode {
  const { about, close, done, open, said } = useDialog<Connection>();
  const { choice } = words;
  return (
    <Stack gap="xs" align="start">
      <Button variant="default" disabled={connection.state === 'paused'} onClick={() => open(connection)}>
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

function situations(ids: readonly number[]): string {
  return ids.length === 0 ? words.facts.ofBling : ids.join(', ');
}
