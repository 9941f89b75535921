import { Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, PageTitle, Pager } from '../lists';
import { alerts as words, lists } from '../words/pt';
import { AlertList } from './alert-list';
import { alertsQuery } from './alert-queries';

const route = getRouteApi('/inside/alertas');

/** What has to be looked into, and what had to be: each with what it is about. */
export function AlertsPage(): ReactNode {
  const { antes, situacao } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...alertsQuery({ antes, situacao }), placeholderData: keepPreviousData });
  return (
    <Stack gap="md">
      <PageTitle>{words.title}</PageTitle>
      <Group component="search" aria-label={lists.filters}>
        <NativeSelect
          label={words.filter.state}
          w={220}
          data={[
            { value: '', label: words.filter.open },
            { value: 'todos', label: words.filter.all },
          ]}
          value={situacao ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: { situacao: value === 'todos' ? value : undefined } })
          }
        />
      </Group>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={situacao === undefined ? words.noneOpen : words.empty}
        noMatch={
          antes === undefined
            ? null
            : { ...words.noMore, onClear: () => void navigate({ search: { situacao } }) }
        }
      >
        {({ data, next }) => (
          <>
            <AlertList alerts={data} />
            <Pager
              next={next}
              further={antes !== undefined}
              onGo={(place) => void navigate({ search: { situacao, antes: place } })}
            />
          </>
        )}
      </ListBody>
    </Stack>
  );
}
