import { Button, Group, Table, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf, Refused } from '../../api';
import type { Schema } from '../../api';
import { Mark, Part, ReadBody } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { useWorkplace } from '../../shell';
import { ownAccess } from '../../words/pt';
import { deviceName } from './device-name';

const words = ownAccess.sessions;
type Listed = Schema<'SessionListed'>;

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await bodyOf(api.GET('/v1/sessions'))).data,
});

/** The browsers somebody has signed in with; each but this one can be signed out from here. */
export function SessionsPart(): ReactNode {
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const end = useAction(async (ended: readonly Listed[]) => {
    try {
      for (const { id } of ended) await endSession(id);
    } finally {
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    }
  });
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  return (
    <Part
      title={words.title}
      action={
        others.length > 1 && (
          <Button variant="default" loading={end.busy} onClick={() => void end.run(others)}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <FailureNotice failure={end.failure} />
      <ReadBody query={sessions} loading={words.loading}>
        {(all) => <SessionTable sessions={all} onEnd={(one) => void end.run([one])} />}
      </ReadBody>
    </Part>
  );
}

/** One that has ended meanwhile is ended. */
async function endSession(id: string): Promise<void> {
  try {
    await bodyOf(api.DELETE('/v1/sessions/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'session_not_found') throw error;
  }
}

interface TableProps {
  sessions: readonly Listed[];
  onEnd: (session: Listed) => void;
}

function SessionTable({ sessions, onEnd }: TableProps): ReactNode {
  const { clock } = useWorkplace();
  const { columns } = words;
  return (
    <Table verticalSpacing="sm" layout="fixed" aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.where}</Table.Th>
          <Table.Th>{columns.begun}</Table.Th>
          <Table.Th>{columns.used}</Table.Th>
          <Table.Th w={120}>{columns.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ overflowWrap: 'anywhere' }}>
        {sessions.map((session) => {
          const where = deviceName(session.userAgent);
          const begun = clock.dateTime(session.createdAt);
          return (
            <Table.Tr key={session.id}>
              <Table.Td>
                <Group gap="xs">
                  {where}
                  {session.current && <Mark>{words.current}</Mark>}
                </Group>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{begun}</Text>
                <Text size="xs" c="dimmed">
                  {words.ends(clock.dateTime(session.expiresAt))}
                </Text>
              </Table.Td>
              <Table.Td>{clock.dateTime(session.usedAt)}</Table.Td>
              <Table.Td>
                {!session.current && (
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={words.endOf(where, begun)}
                    onClick={() => onEnd(session)}
                  >
                    {words.end}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
