import { Alert, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
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
/** As addresses name it; left out: cashback. */
type Benefit = 'pontos' | 'vales' | undefined;

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
        <Today today={data.today} day={data.day} />
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

interface TodayProps {
  today: Overview['today'];
  day: string;
}

/** How the day goes, each figure with the list behind it. */
function Today({ today, day }: TodayProps): ReactNode {
  const { title, columns, rows, sales, waiting, cancelled } = words.today;
  const { count, totalCents, ...others } = today.sales;
  const figures = (move: (typeof MOVES)[number]): [Benefit, string][] => [
    [undefined, formatMoney(today[move].cents)],
    ['pontos', formatPoints(today[move].points)],
    ['vales', String(today[move].voucherUses)],
  ];
  return (
    <Part title={title}>
      <Group gap="xs">
        <PageLink to="/vendas" search={{ dia: day, contam: 'dia' }}>
          {sales(count, formatMoney(totalCents))}
        </PageLink>
        {others.waiting > 0 && (
          <PageLink to="/vendas" search={{ dia: day, situacao: 'waiting' }}>
            {waiting(others.waiting)}
          </PageLink>
        )}
        {others.cancelled > 0 && (
          <PageLink to="/vendas" search={{ dia: day, situacao: 'cancelled' }}>
            {cancelled(others.cancelled)}
          </PageLink>
        )}
      </Group>
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
              {figures(move).map(([beneficio, text]) => (
                <Table.Td key={beneficio ?? ''} ta="right">
                  <PageLink
                    to="/relatorios/movimentos"
                    search={{ fluxo: move, beneficio, de: day, ate: day }}
                    aria-label={words.today.open(rows[move], text)}
                  >
                    {text}
                  </PageLink>
                </Table.Td>
              ))}
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
                <EndingFigure amount={cents} text={formatMoney(cents)} dia={date} />
                <EndingFigure amount={points} text={formatPoints(points)} dia={date} beneficio="pontos" />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Part>
  );
}

interface EndingFigureProps {
  amount: number;
  text: string;
  dia: string;
  beneficio?: Benefit;
}

/** What ends on a day, with the lots behind it. */
function EndingFigure({ amount, text, dia, beneficio }: EndingFigureProps): ReactNode {
  return (
    <Table.Td ta="right">
      {amount === 0 ? (
        text
      ) : (
        <PageLink
          to="/relatorios/saldos"
          search={{ estado: 'active', beneficio, dia }}
          aria-label={words.ending.open(formatLocalDate(dia), text)}
        >
          {text}
        </PageLink>
      )}
    </Table.Td>
  );
}
