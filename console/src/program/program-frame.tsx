import { Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { PageLink, useWorkplace } from '../shell';
import { lists, program as words } from '../words/pt';
import { DraftingProvider, programQuery } from './draft';
import { DraftBar, LeaveDialog } from './publishing';

const WAYS = [
  { to: '/programa', label: words.pages.rules },
  { to: '/programa/experimentar', label: words.pages.trying },
  { to: '/programa/simular', label: words.pages.simulating },
  { to: '/programa/versoes', label: words.pages.versions },
] as const;

/** A page of the program: the draft that all of them share, with the way to publish it and the question whether to leave it. */
export function ProgramFrame({ children }: { children: ReactNode }): ReactNode {
  const { membership, clock } = useWorkplace();
  const { pathname } = useLocation();
  const { data: inForce, error, refetch } = useQuery(programQuery);
  return (
    <Stack gap="lg">
      <Group component="nav" aria-label={words.navigation} gap="md">
        {WAYS.map(({ to, label }) => (
          <PageLink key={to} to={to} underline={pathname === to ? 'always' : 'hover'}>
            {label}
          </PageLink>
        ))}
      </Group>
      <div>
        <Title order={1}>{words.title}</Title>
        <Text size="sm" c="dimmed">
          {inForce && inForce.version > 0 ? `${words.inForce(inForce.version)} ` : ''}
          {lists.zone(clock.zone)}
        </Text>
      </div>
      {inForce ? (
        <DraftingProvider key={membership.id} merchantId={membership.id} inForce={inForce}>
          {inForce.program === null && <Text>{words.none}</Text>}
          {children}
          <DraftBar />
          <LeaveDialog />
        </DraftingProvider>
      ) : error ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : (
        <Group role="status" py="xl" justify="center">
          <Loader aria-hidden />
          <Text>{words.loading}</Text>
        </Group>
      )}
    </Stack>
  );
}
