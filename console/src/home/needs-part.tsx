import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../api';
import { Part } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { home } from '../words/pt';

type Needs = Schema<'Overview'>['needs'];
const words = home.needs;
const COUNTED = [
  ...(['lateSales', 'unidentifiedSales', 'refusedSales'] as const),
  ...(['parkedSales', 'reviews', 'alerts'] as const),
];
/** What does not go on without a person: connections in trouble, and how many of what waits, each with the way to it. */
export function NeedsPart({ needs }: { needs: Needs }): ReactNode {
  const { clock, membership } = useWorkplace();
  const waiting = COUNTED.flatMap((name) => {
    const counted = needs[name];
    return counted && counted.count > 0 ? [{ name, ...counted }] : [];
  });
  const connections = needs.connections ?? [];
  return (
    <Part title={words.title}>
      {waiting.length + connections.length === 0 && <Text>{words.nothing}</Text>}
      {connections.map(({ id, companyName, detail }) => (
        <Alert key={id} color="red.9" variant="outline" title={companyName}>
          <Text size="sm">{detail}</Text>
          <Group gap="md">
            {membership.role === 'owner' && (
              <PageLink to="/configuracoes/conexao">{words.toConnection}</PageLink>
            )}
            <PageLink to="/vendas" search={{ parada: id }}>
              {words.toParked}
            </PageLink>
          </Group>
        </Alert>
      ))}
      {waiting.map(({ name, count, more }) => (
        <Group key={name} justify="space-between">
          <Counted name={name} />
          <Text fw={600}>{words.count(count, more)}</Text>
        </Group>
      ))}
      {needs.lateSales.first.map(({ id, number, externalId, dueAt }) => (
        <PageLink key={id} to="/vendas/$id" params={{ id }} size="sm">
          {words.late(number ?? externalId, clock.dateTime(dueAt))}
        </PageLink>
      ))}
    </Part>
  );
}

/** What was counted, as the way to where it is listed or mended. */
function Counted({ name }: { name: (typeof COUNTED)[number] }): ReactNode {
  const { membership } = useWorkplace();
  const text = words[name];
  if (name === 'reviews') return <PageLink to="/revisoes">{text}</PageLink>;
  // Parked sales go on when their connection does, which only owners can mend; whoever else sees its alert.
  if (name === 'parkedSales' && membership.role === 'owner')
    return <PageLink to="/configuracoes/conexao">{text}</PageLink>;
  if (name === 'unidentifiedSales' || name === 'refusedSales')
    return (
      <PageLink to="/vendas" search={{ situacao: LISTED[name] }}>
        {text}
      </PageLink>
    );
  return <PageLink to="/alertas">{text}</PageLink>;
}

/** By which status the list of sales has them. */
const LISTED = { unidentifiedSales: 'unidentified', refusedSales: 'refused' } as const;
