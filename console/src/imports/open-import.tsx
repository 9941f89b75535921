import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { PageLink } from '../shell';
import { imports as words } from '../words/pt';
import { HowFar, StateMark } from './how-far';
import { importsQuery } from './import-queries';
import type { ImportSummary } from './import-queries';

interface Props {
  connectionId: string;
  /** The one that is open, as whoever wanted another was told: that of the day is in no list. Null: nobody was. */
  told: string | null;
}

/** The import of a company's contacts that is open: how far it is, and the way to where it is paused, goes on and is ended. */
export function OpenImport({ connectionId, told }: Props): ReactNode {
  const list = useQuery(importsQuery(undefined));
  const found = list.data?.data.find((one) => isOpenOf(one, connectionId)) ?? null;
  const id = found?.id ?? told;
  return (
    <>
      {found && (
        <Stack gap="xs" w="100%" maw={520}>
          <Group>
            <StateMark state={found.state} />
          </Group>
          <HowFar summary={found} />
        </Stack>
      )}
      {id !== null && (
        <PageLink to="/importacoes/$id" params={{ id }}>
          {words.contacts.begin.toOpen}
        </PageLink>
      )}
      {list.isError && <FailureNotice failure={list.error} onRetry={() => void list.refetch()} />}
    </>
  );
}

function isOpenOf(one: ImportSummary, connectionId: string): boolean {
  const isOpen = one.state === 'running' || one.state === 'paused';
  return isOpen && one.kind === 'contacts' && one.connectionId === connectionId;
}
