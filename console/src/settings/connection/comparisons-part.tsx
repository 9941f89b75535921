import { Button, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { connectionsQuery } from '../../connections';
import { formatCount } from '../../format';
import { ListBody, Mark, Pager, WideTable } from '../../lists';
import { FailureNotice, useAction, useCallKey } from '../../parts';
import { useWorkplace } from '../../shell';
import { audit, common, connection as all } from '../../words/pt';
import { ComparisonReport } from './comparison-report';
import { comparisonsQuery } from './comparisons-query';
import type { ComparisonSummary } from './comparisons-query';

type Connection = Schema<'Connection'>;

const words = all.comparisons;
const DAY_MS = 86_400_000;
const DAYS = [1, 7, 30] as const;
const EVERY = Object.entries(audit.every).map(([value, label]) => ({ value, label }));

/** The comparisons of a company's orders with the sales: what they came to, how often there is one, and one of one's own. */
export function ComparisonsPart({ connection }: { connection: Connection }): ReactNode {
  const [before, setBefore] = useState<string>();
  const list = useQuery({ ...comparisonsQuery(connection.id, before), placeholderData: keepPreviousData });
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.title}</Text>
      <Text size="sm">{words.about}</Text>
      <HowOften connection={connection} />
      {connection.state === 'connected' && (
        <Compare id={connection.id} onBegun={() => setBefore(undefined)} />
      )}
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0 && before === undefined}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {({ data, next }) => (
          <>
            <Comparisons of={connection.companyName} data={data} />
            <Pager next={next} further={before !== undefined} onGo={setBefore} />
          </>
        )}
      </ListBody>
    </Stack>
  );
}

function HowOften({ connection: { id, reconcileEvery } }: { connection: Connection }): ReactNode {
  const client = useQueryClient();
  const change = useAction(async (every: Connection['reconcileEvery']) => {
    const params = { path: { id } };
    await bodyOf(api.PATCH('/v1/connections/{id}', { params, body: { reconcileEvery: every } }));
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  });
  return (
    <>
      <NativeSelect
        label={words.every}
        data={EVERY}
        value={reconcileEvery}
        disabled={change.busy}
        maw={320}
        onChange={({ currentTarget: { value } }) => void change.run(value as Connection['reconcileEvery'])}
      />
      <FailureNotice failure={change.failure} />
    </>
  );
}

function Compare({ id, onBegun }: { id: string; onBegun: () => void }): ReactNode {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const [days, setDays] = useState<number>(DAYS[0]);
  const go = useAction(async () => {
    const body = { from: new Date(Date.now() - days * DAY_MS).toISOString() };
    const params = { path: { id }, header: { 'Idempotency-Key': keyFor(body) } };
    await bodyOf(api.POST('/v1/connections/{id}/reconciliations', { params, body }));
    onBegun();
    await client.invalidateQueries({ queryKey: ['comparisons', id] });
  });
  return (
    <Stack gap="xs" align="start">
      <NativeSelect
        label={words.period}
        data={DAYS.map((value) => ({ value: String(value), label: words.periods[value] }))}
        value={String(days)}
        onChange={({ currentTarget: { value } }) => setDays(Number(value))}
      />
      <Button variant="default" loading={go.busy} onClick={() => void go.run()}>
        {words.compare}
      </Button>
      <FailureNotice failure={go.failure} />
    </Stack>
  );
}

const MARKS: Record<ComparisonSummary['state'], string> = {
  running: 'indigo.7',
  finished: 'teal.9',
  cancelled: 'gray.8',
  failed: 'red.9',
};

function Comparisons({ of, data }: { of: string; data: readonly ComparisonSummary[] }): ReactNode {
  const { clock } = useWorkplace();
  const [shown, setShown] = useState<string | null>(null);
  const { columns } = words;
  return (
    <>
      <WideTable title={words.caption(of)} minWidth={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.beganAt}</Table.Th>
            <Table.Th>{columns.why}</Table.Th>
            <Table.Th>{columns.lookedAt}</Table.Th>
            <Table.Th>{columns.found}</Table.Th>
            <Table.Th>{columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Button variant="transparent" px={0} mih={44} onClick={() => setShown(one.id)}>
                  {clock.dateTime(one.beganAt)}
                </Button>
              </Table.Td>
              <Table.Td>{words.triggers[one.trigger]}</Table.Td>
              <Table.Td>{formatCount(one.lookedAt)}</Table.Td>
              <Table.Td>{words.foundOf(one.missing + one.differing + one.deleted, one.repaired)}</Table.Td>
              <Table.Td>
                <Mark color={MARKS[one.state]}>{words.states[one.state]}</Mark>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Modal
        size="lg"
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={words.report.title}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        {shown !== null && <ComparisonReport id={shown} />}
      </Modal>
    </>
  );
}
