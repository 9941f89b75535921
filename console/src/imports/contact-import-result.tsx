import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FactTable, PageTitle, Part, whoDid } from '../lists';
import { FailureNotice, useAction } from '../parts';
import { useWorkplace } from '../shell';
import { imports as words } from '../words/pt';
import { HowFar, StateMark } from './how-far';
import { moveImport } from './import-queries';
import type { ContactImport, ImportMove } from './import-queries';

const labels = words.contacts;

/** The import of the people in the ERP: how far it is, why it waits, and what came of it; here it is paused, goes on and is ended. */
export function ContactImportResult({ found }: { found: ContactImport }): ReactNode {
  const { clock } = useWorkplace();
  const { state, cause, contacts, progress, quota, startedAt, finishedAt } = found;
  const { perMinute, secondsLeft } = progress;
  return (
    <Stack gap="lg">
      <PageTitle>{words.page(words.kinds.contacts, false)}</PageTitle>
      <Text size="sm">{cause === 'daily' ? labels.daily : labels.about}</Text>
      <Part title={words.result.is.title} action={<StateMark state={state} />}>
        <HowFar summary={found} />
        <Waiting found={found} />
        <FactTable
          title={words.result.is.title}
          facts={[
            [words.result.is.created, contacts.created],
            [words.result.is.updated, contacts.updated],
            [labels.unchanged, contacts.unchanged],
            [labels.nobody, contacts.nobody],
            [labels.leftOut, contacts.leftOut],
            [labels.details, contacts.details],
            perMinute === null ? null : [labels.pace, labels.perMinute(perMinute)],
            secondsLeft === null ? null : [labels.left, labels.minutes(secondsLeft)],
            [labels.calls, quota.calls],
            quota.day === null ? null : [labels.day, labels.ofDay(quota.day.used, quota.day.of)],
            [words.result.by, cause === 'daily' ? labels.byItself : (whoDid(found) ?? words.byNobody)],
            [words.result.startedAt, clock.dateTime(startedAt)],
            finishedAt === null ? null : [words.result.finishedAt, clock.dateTime(finishedAt)],
          ]}
        />
        <Moves found={found} />
      </Part>
      <History found={found} />
    </Stack>
  );
}

function Waiting({ found: { state, waiting } }: { found: ContactImport }): ReactNode {
  const { clock } = useWorkplace();
  const text = waiting && labels.waiting[waiting.why]?.(clock.dateTime(waiting.until));
  const broken = state === 'failed' || state === 'cancelled';
  if (!text && !broken) return null;
  return (
    <Alert color={broken ? 'red.9' : 'indigo.7'} variant="outline">
      <Text size="sm">{text ?? labels.broken}</Text>
    </Alert>
  );
}

const MOVES: Partial<Record<ContactImport['state'], readonly ImportMove[]>> = {
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
};

function Moves({ found: { id, state } }: { found: ContactImport }): ReactNode {
  const client = useQueryClient();
  const move = useAction(async (what: ImportMove) => {
    const now = await moveImport(id, what);
    client.setQueryData(['import', id], now);
  });
  const open = MOVES[state] ?? [];
  return (
    <>
      <Group>
        {open.map((what) => (
          <Button key={what} variant="default" loading={move.busy} onClick={() => void move.run(what)}>
            {labels.moves[what]}
          </Button>
        ))}
      </Group>
      <FailureNotice failure={move.failure} />
    </>
  );
}

function History({ found: { history } }: { found: ContactImport }): ReactNode {
  if (history === null) return null;
  const { from, to, earn, kept, known, notCounted } = history;
  const { title, ...texts } = labels.history;
  const day = (date: string): string => date.split('-').reverse().join('/');
  return (
    <Part title={title}>
      <FactTable
        title={title}
        facts={[
          [texts.period, texts.from(day(from), day(to))],
          [texts.earn, earn ? texts.yes : texts.no],
          [texts.kept, kept],
          [texts.known, known],
          [texts.notCounted, notCounted],
        ]}
      />
    </Part>
  );
}
