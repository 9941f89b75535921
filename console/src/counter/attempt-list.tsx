import '@mantine/core/styles/Table.css';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { CounterAttempt } from '../api';
import { FailureNotice, useLoaded } from '../parts';
import { attempts, common } from '../words/pt';
import { AttemptRow } from './attempt-row';
import { DayChoice, dayName } from './day-choice';
import type { Desk } from './desk';
import type { Move } from './moves';

interface Props {
  desk: Desk;
  /** Grows when value has moved: then it is read again. */
  moves: number;
  onAsk: (move: Move) => void;
}

/** What was done, refused and undone on a day in this store: today, unless somebody says another. */
export function AttemptList({ desk, moves, onAsk }: Props): ReactNode {
  /** Undefined: today, whichever that is when it is read. */
  const [day, setDay] = useState<string>();
  const [pages, setPages] = useState(1);
  const storeId = desk.store?.id;
  const list = useLoaded(`attempts/${moves}/${day ?? ''}/${pages}`, () => readPages({ day, storeId }, pages));
  // Rows of another day are not shown under the name of this one.
  const shown = list.value?.day === day ? list.value : undefined;
  return (
    <Stack component="section" gap="sm" aria-labelledby="hoje">
      <Group justify="space-between" align="end">
        <Title order={2} size="h3" id="hoje">
          {attempts.title(dayName(day, desk.clock))}
        </Title>
        <Group gap="xs" align="end">
          <DayChoice
            day={day}
            clock={desk.clock}
            onChange={(chosen) => {
              setDay(chosen);
              setPages(1);
            }}
          />
          <Button mih={44} variant="default" loading={list.loading} onClick={list.again}>
            {attempts.refresh}
          </Button>
        </Group>
      </Group>
      <FailureNotice failure={list.failure} onRetry={list.again} />
      {!shown && list.loading && <Text role="status">{common.loading}</Text>}
      {shown?.data.length === 0 && <Text>{day === undefined ? attempts.empty : attempts.emptyDay}</Text>}
      {shown && shown.data.length > 0 && (
        <Table verticalSpacing="sm" aria-labelledby="hoje">
          <Table.Thead>
            <Table.Tr>
              {Object.values(attempts.columns).map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.data.map((attempt) => (
              <AttemptRow key={attempt.id} attempt={attempt} desk={desk} onAsk={onAsk} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown?.more && (
        <Group justify="center">
          <Button mih={44} variant="default" loading={list.loading} onClick={() => setPages(pages + 1)}>
            {attempts.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface Asked {
  day: string | undefined;
  storeId: string | undefined;
}

interface Read {
  /** As it was asked for. */
  day: string | undefined;
  data: CounterAttempt[];
  /** Whether the day has others. */
  more: boolean;
}

/** The newest of a day, so many pages of them. */
async function readPages(asked: Asked, pages: number): Promise<Read> {
  const data: CounterAttempt[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const query = { ...asked, ...(next === null ? {} : { before: next }) };
    const read: { data: CounterAttempt[]; next: string | null } = await bodyOf(
      api.GET('/v1/attempts', { params: { query } }),
    );
    data.push(...read.data);
    next = read.next;
    if (next === null) break;
  }
  return { day: asked.day, data, more: next !== null };
}
