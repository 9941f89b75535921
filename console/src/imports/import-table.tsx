import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { whoDid, WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { imports as words } from '../words/pt';
import type { ImportSummary } from './import-queries';
import { HowFar, StateMark } from './how-far';

/** Imports as rows: what, when, how far, and what came of it. */
export function ImportTable({ imports }: { imports: readonly ImportSummary[] }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={520} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.what}</Table.Th>
          <Table.Th>{columns.startedAt}</Table.Th>
          <Table.Th w="30%">{columns.progress}</Table.Th>
          <Table.Th ta="right">{columns.failed}</Table.Th>
          <Table.Th>{columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((one) => (
          <Row key={one.id} summary={one} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Row({ summary }: { summary: ImportSummary }): ReactNode {
  const { clock } = useWorkplace();
  const { id, kind, startedAt } = summary;
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/importacoes/$id" params={{ id }} fw={600}>
          {words.kinds[kind]}
        </PageLink>
        {summary.kind !== 'contacts' && summary.dryRun && (
          <Text size="sm" c="dimmed">
            {words.dryRun}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {clock.dateTime(startedAt)}
        <Text size="sm" c="dimmed">
          {whoDid(summary) ?? words.byNobody}
        </Text>
      </Table.Td>
      <Table.Td>
        <HowFar summary={summary} />
      </Table.Td>
      <Table.Td ta="right">{summary.kind === 'contacts' ? '–' : summary.failed}</Table.Td>
      <Table.Td>
        <StateMark state={summary.state} />
      </Table.Td>
    </Table.Tr>
  );
}
