import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageTitle, ReadBody, Ways } from '../lists';
import { useWorkplace } from '../shell';
import { program as words } from '../words/pt';
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
  const { membership } = useWorkplace();
  const query = useQuery(programQuery);
  const { version = 0 } = query.data ?? {};
  return (
    <Stack gap="lg">
      <Ways label={words.navigation} ways={WAYS} />
      <PageTitle {...(version > 0 ? { note: words.inForce(version) } : {})}>{words.title}</PageTitle>
      <ReadBody query={query} loading={words.loading}>
        {(inForce) => (
          <DraftingProvider key={membership.id} merchantId={membership.id} inForce={inForce}>
            {inForce.program === null && <Text>{words.none}</Text>}
            {children}
            <DraftBar />
            <LeaveDialog />
          </DraftingProvider>
        )}
      </ReadBody>
    </Stack>
  );
}
