import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink, useWorkplace } from '../../shell';
import { audit as words, refusalWords } from '../../words/pt';
import type { AuditLine, AuditLines } from './audit-query';
import { describeChange } from './describe-change';

const SUBJECTS: Readonly<Record<string, string>> = words.subjects;

/** Acts as rows: who did what, from where, and what changed by it. */
export function AuditTable({ data: lines, names }: Pick<AuditLines, 'data' | 'names'>): ReactNode {
  const { clock } = useWorkplace();
  /** What has no name, or no longer one, goes by its id. */
  const nameOf = (id: string): string => names[id] ?? id;
  const { columns } = words;
  return (
    <Table verticalSpacing="sm" layout="fixed" aria-label={words.caption}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={105}>{columns.at}</Table.Th>
          <Table.Th w={150}>{columns.who}</Table.Th>
          <Table.Th>{columns.what}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ overflowWrap: 'anywhere', verticalAlign: 'top' }}>
        {lines.map((line) => (
          <Table.Tr key={line.id} data-act={line.act}>
            <Table.Td>{clock.dateTime(line.at)}</Table.Td>
            <Table.Td>
              <Text size="sm">{actorOf(line)}</Text>
              <Text size="xs" c="dimmed">
                {line.address === null ? words.local : words.from(line.address)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm" fw={600}>
                {line.text}
              </Text>
              <Subject line={line} nameOf={nameOf} />
              <Outcome outcome={line.outcome} />
              {describeChange(line.before, line.after, { nameOf, dateTime: clock.dateTime }).map(
                ({ field, before, after }) => (
                  <Text key={field} size="sm">{`${field}: ${before} → ${after}`}</Text>
                ),
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function actorOf({ actor: { kind, name } }: AuditLine): string {
  if (name === null) return words.gone[kind];
  return kind === 'key' ? words.key(name) : name;
}

function Outcome({ outcome }: { outcome: string | null }): ReactNode {
  if (outcome === 'done')
    return (
      <Text size="xs" c="dimmed">
        {words.done}
      </Text>
    );
  return (
    <Text size="xs" c="red.9" fw={600}>
      {outcome === null ? words.unknown : words.refused(refusalWords(outcome, {}).title)}
    </Text>
  );
}

interface SubjectProps {
  line: AuditLine;
  nameOf: (id: string) => string;
}

function Subject({ line: { subject }, nameOf }: SubjectProps): ReactNode {
  if (subject === null) return null;
  const { kind, id } = subject;
  const text = `${SUBJECTS[kind] ?? kind} ${nameOf(id)}`;
  if (kind === 'sale')
    return (
      <PageLink to="/vendas/$id" params={{ id }} size="sm">
        {text}
      </PageLink>
    );
  if (kind === 'customer')
    return (
      <PageLink to="/clientes/$id" params={{ id }} size="sm">
        {text}
      </PageLink>
    );
  return <Text size="sm">{text}</Text>;
}
