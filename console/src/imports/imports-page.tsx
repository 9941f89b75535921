import { Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, PageTitle, Pager } from '../lists';
import { PageLink } from '../shell';
import { imports as words } from '../words/pt';
import { importsQuery } from './import-queries';
import { ImportTable } from './import-table';

const route = getRouteApi('/inside/importacoes');

/** Every file that was imported or tried, newest first; what goes on is followed. */
export function ImportsPage(): ReactNode {
  const { antes } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...importsQuery(antes), placeholderData: keepPreviousData });
  const go = (place: string | undefined): void => void navigate({ search: { antes: place } });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle>{words.title}</PageTitle>
        <PageLink to="/importacoes/nova" fw={600}>
          {words.add}
        </PageLink>
      </Group>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={antes === undefined ? null : { ...words.noMore, onClear: () => go(undefined) }}
      >
        {({ data, next }) => (
          <>
            <ImportTable imports={data} />
            <Pager next={next} further={antes !== undefined} onGo={go} />
          </>
        )}
      </ListBody>
    </Stack>
  );
}
