import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount } from '../../format';
import { FactTable, ReadBody, WideTable } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { connection as all } from '../../words/pt';
import { comparisonQuery } from './comparisons-query';
import type { Comparison } from './comparisons-query';

const words = all.comparisons;

/** One comparison: its period, what it came to, and each order that was not as it should be. */
export function ComparisonReport({ id }: { id: string }): ReactNode {
  const report = useQuery(comparisonQuery(id));
  return (
    <ReadBody query={report} loading={words.report.loading}>
      {(one) => <Report report={one} />}
    </ReadBody>
  );
}

function Report({ report }: { report: Comparison }): ReactNode {
  const { clock } = useWorkplace();
  const { facts, failures, failed, more } = words.report;
  const { state, trigger, from, until, found, failure, endedAt } = report;
  const sum = report.missing + report.differing + report.deleted;
  return (
    <Stack gap="md">
      <FactTable
        title={words.report.title}
        facts={[
          [facts.state, words.states[state]],
          [facts.trigger, words.triggers[trigger]],
          [facts.from, clock.dateTime(from)],
          [facts.until, clock.dateTime(until)],
          endedAt === null ? null : [facts.endedAt, clock.dateTime(endedAt)],
          [facts.lookedAt, formatCount(report.lookedAt)],
          [facts.missing, formatCount(report.missing)],
          [facts.differing, formatCount(report.differing)],
          [facts.deleted, formatCount(report.deleted)],
          [facts.repaired, formatCount(report.repaired)],
        ]}
      />
      {failure !== null && <Text c="red.9">{failures[failure] ?? failed}</Text>}
      {found.length > 0 && <Found found={found} />}
      {found.length > 0 && found.length < sum && <Text size="sm">{more(found.length, sum)}</Text>}
    </Stack>
  );
}

function Found({ found }: { found: Comparison['found'] }): ReactNode {
  const { clock } = useWorkplace();
  const { columns } = words.report;
  return (
    <WideTable title={words.report.found} minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.order}</Table.Th>
          <Table.Th>{columns.why}</Table.Th>
          <Table.Th>{columns.repairedAt}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {found.map(({ orderId, saleId, text, repairedAt }) => (
          <Table.Tr key={orderId}>
            <Table.Td>
              <PageLink to="/vendas/$id" params={{ id: saleId }}>
                {orderId}
              </PageLink>
            </Table.Td>
            <Table.Td>{text}</Table.Td>
            <Table.Td>{repairedAt === null ? words.report.notYet : clock.dateTime(repairedAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
