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
import { StoresChoice } from './stores-choice';
import { useToday } from './use-today';

interface Props {
  desk: Desk;
  /** Grows when value has moved: then it is read again. */
  moves: number;
  onAsk: (move: Move) => void;
}

/** What was done, refused and undone on a day in this store, or in all: today, unless somebody says another. */
export function AttemptList({ desk, moves, onAsk }: Props): ReactNode {
  /** Undefined: today, whichever that is when it is read. */
  const [day, setDay] = useState<string>();
  const today = useToday(desk.clock);
  const date = day ?? today;
  const storeId = desk.store?.id;
  const [everywhere, setEverywhere] = useState(false);
  /** From where older ones are read; once value has moved, the newest are read again, as many as are shown. */
  const [place, setPlace] = useState<{ before: string; moves: number; date: string }>();
  const before = place?.moves === moves && place.date === date ? place.before : undefined;
  const list = useLoaded<Read>(`attempts/${moves}/${date}/${everywhere}/${before ?? ''}`, (known) =>
    readRows({ day, date, storeId, everywhere }, known && isOf(known) ? known.data : [], before),
  );
  // Rows of another day, or of other stores, are not shown under the name of this one.
  const shown = list.value && isOf(list.value) ? list.value : undefined;
  const { next = null } = shown ?? {};
  return (
    <Stack component="section" gap="sm" aria-labelledby="hoje">
      <Group justify="space-between" align="end">
        <Title order={2} size="h3" id="hoje">
          {attempts.title(dayName(day, desk.clock))}
        </Title>
        <Group gap="xs" align="end">
          {desk.store && !desk.membership.boundToStores && (
            <StoresChoice
              everywhere={everywhere}
              onChange={(chosen) => {
                setEverywhere(chosen);
                setPlace(undefined);
              }}
            />
          )}
          <DayChoice
            day={day}
            clock={desk.clock}
            onChange={(chosen) => {
              setDay(chosen);
              setPlace(undefined);
            }}
          />
          <Button
            mih={44}
            variant="default"
            loading={list.loading}
            onClick={() => {
              setPlace(undefined);
              list.again();
            }}
          >
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
      {next !== null && (
        <Group justify="center">
          <Button
            mih={44}
            variant="default"
            loading={list.loading}
            onClick={() => setPlace({ before: next, moves, date })}
          >
            {attempts.more}
          </Button>
        </Group>
      )}
    </Stack>
  );

  function isOf(read: Read): boolean {
    return read.date === date && read.everywhere === everywhere;
  }
}

interface Asked {
  /** Undefined: today, by the clock of the API. */
  day: string | undefined;
  date: string;
  storeId: string | undefined;
  everywhere: boolean;
}

interface Read {
  /** As it was asked for. */
  date: string;
  everywhere: boolean;
  data: CounterAttempt[];
  /** From where the day goes on; null: it does not. */
  next: string | null;
}

const PAGE = 20;
/** No call is answered with more. */
const MOST = 100;

/**
 * The rows of a day: what is shown and a page of older ones after it, or else the newest, as many as are shown, for any of them may
 * have changed.
 */
async function readRows(
  { day, date, storeId, everywhere }: Asked,
  shown: readonly CounterAttempt[],
  before: string | undefined,
): Promise<Read> {
  const limit = before === undefined ? Math.min(MOST, Math.max(PAGE, shown.length)) : PAGE;
  const where = { storeId, ...(everywhere ? { everywhere: 'true' as const } : {}) };
  const query = { day, ...where, limit, ...(before === undefined ? {} : { before }) };
  const { data, next } = await bodyOf(api.GET('/v1/attempts', { params: { query } }));
  return { date, everywhere, data: before === undefined ? data : [...shown, ...data], next };
}
