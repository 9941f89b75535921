import { Alert, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';
import { formatLocalDate, formatMoney, formatPoints } from '../format';
import { Part } from '../lists';
import { FailureNotice } from '../parts';
import { PageLink, useWorkplace } from '../shell';
import { home as words, lists } from '../words/pt';
import { NeedsPart } from './needs-part';

type Overview = Schema<'Overview'>;
const FOLLOW_MS = 30_000;
const MOVES = ['granted', 'used', 'takenBack', 'expired'] as const;

/** What needs a person, how today goes, and what ends soon; read again while it is looked at. */
export function DayPart(): ReactNode {
  const { clock } = useWorkplace();
  const { data, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: () => bodyOf(api.GET('/v1/overview')),
    refetchInterval: FOLLOW_MS,
  });
  if (error && !data) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (!data) return <Text role="status">{words.loading}</Text>;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {words.asOf(clock.time(data.asOf))} · {lists.zone(clock.zone)}
      </Text>
      {data.programVersion === null && (
        <Alert color="red.9" variant="outline">
          {words.noProgram}
        </Alert>
      )}
      {/* An API of a version before does not say. */}
      {(data.live as boolean | undefined) === false && <NotLive />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <NeedsPart needs={data.needs} />
        <Today today={data.today} />
        <Ending ending={data.ending} />
      </SimpleGrid>
    </Stack>
  );
}

/** Those who may change that are shown the way. */
function NotLive(): ReactNode {
  const { membership } = useWorkplace();
  return (
    <Alert color="red.9" variant="outline">
      <Text size="sm">{words.notLive}</Text>
      {membership.role === 'owner' && <PageLink to="/ativacao">{words.toActivation}</PageLink>}
    </Alert>
  );
}

function Today({ today }: Pick<Overview, 'today'>): ReactNode {
  const { title, columns, rows, sales, waiting, cancelled } = words.today;
  const { count, totalCents, ...others } = today.sales;
  return (
    <Part title={title}>
      <Text>
        {[
          sales(count, formatMoney(totalCents)),
          ...(others.waiting > 0 ? [waiting(others.waiting)] : []),
          ...(others.cancelled > 0 ? [cancelled(others.cancelled)] : []),
        ].join(' · ')}
      </Text>
      <Table aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.what}</Table.Th>
            <Table.Th ta="right">{columns.cashback}</Table.Th>
            <Table.Th ta="right">{columns.points}</Table.Th>
            <Table.Th ta="right">{columns.vouchers}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {MOVES.map((move) => (
            <Table.Tr key={move}>
              <Table.Th scope="row">{rows[move]}</Table.Th>
              <Table.Td ta="right">{formatMoney(today[move].cents)}</Table.Td>
              <Table.Td ta="right">{formatPoints(today[move].points)}</Table.Td>
              <Table.Td ta="right">{today[move].voucherUses}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function Ending({ ending }: Pick<Overview, 'ending'>): ReactNode {
  const { title, none, columns } = words.ending;
  return (
    <Part title={title}>
      {ending.length === 0 ? (
        <Text>{none}</Text>
      ) : (
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.date}</Table.Th>
              <Table.Th ta="right">{columns.cashback}</Table.Th>
              <Table.Th ta="right">{columns.points}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ending.map(({ date, cents, points }) => (
              <Table.Tr key={date}>
                <Table.Td>{formatLocalDate(date)}</Table.Td>
                <Table.Td ta="right">{formatMoney(cents)}</Table.Td>
                <Table.Td ta="right">{formatPoints(points)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Part>
  );
}
