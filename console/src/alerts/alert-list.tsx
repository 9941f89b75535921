import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark, WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { alerts as words } from '../words/pt';
import type { Alert } from './alert-queries';

/** Alerts as rows: what is wrong and what to do, since when, whether it is over, and the way to what it is about. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.what}</Table.Th>
          <Table.Th>{columns.raisedAt}</Table.Th>
          <Table.Th>{columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {alerts.map((alert) => (
          <Row key={alert.id} alert={alert} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({
  alert: { kind, text, about, raisedAt, lastSeenAt, resolvedAt },
}: {
  alert: Alert;
}): ReactNode {
  const { clock } = useWorkplace();
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{words.kinds[kind] ?? words.unknownKind}</Text>
        <Text size="sm">{text}</Text>
        {about && <About about={about} />}
      </Table.Td>
      <Table.Td>
        {clock.dateTime(raisedAt)}
        <Text size="sm" c="dimmed">
          {words.lastSeen(clock.dateTime(lastSeenAt))}
        </Text>
      </Table.Td>
      <Table.Td>
        {resolvedAt === null ? (
          <Mark color="red.9">{words.open}</Mark>
        ) : (
          <Mark>{words.resolved(clock.dateTime(resolvedAt))}</Mark>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Where it can be looked into, for those who may. */
function About({ about: { kind, id } }: { about: NonNullable<Alert['about']> }): ReactNode {
  const { membership } = useWorkplace();
  const text = words.about[kind];
  switch (kind) {
    case 'sale':
      return (
        <PageLink to="/vendas/$id" params={{ id }}>
          {text}
        </PageLink>
      );
    case 'customer':
      return (
        <PageLink to="/clientes/$id" params={{ id }}>
          {text}
        </PageLink>
      );
    case 'import':
      return (
        <PageLink to="/importacoes/$id" params={{ id }}>
          {text}
        </PageLink>
      );
    case 'simulation':
      return (
        <PageLink to="/programa/simular" search={{ simulacao: id }}>
          {text}
        </PageLink>
      );
    case 'connection':
      return membership.role === 'owner' ? (
        <PageLink to="/configuracoes/conexao">{text}</PageLink>
      ) : (
        <Text size="sm">{words.ownersOnly}</Text>
      );
  }
}
