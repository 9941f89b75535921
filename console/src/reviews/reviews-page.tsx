import { Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, PageTitle, Pager } from '../lists';
import { lists, reviews as words } from '../words/pt';
import { reviewsQuery } from './review-queries';
import type { ReviewSearch } from './review-queries';
import { ReviewTable } from './review-table';

const route = getRouteApi('/inside/revisoes');

/** Pairs that only a person can tell apart: those that wait, or those that were decided. */
export function ReviewsPage(): ReactNode {
  const { antes, ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...reviewsQuery({ ...filters, antes }), placeholderData: keepPreviousData });
  const choose = (change: ReviewSearch): void => void navigate({ search: { ...filters, ...change } });
  const clear = (): void => void navigate({ search: {} });
  const filtered = filters.tipo !== undefined || antes !== undefined;
  return (
    <Stack gap="md">
      <PageTitle>{words.title}</PageTitle>
      <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
        <NativeSelect
          label={words.filter.state}
          w={180}
          data={[
            { value: '', label: words.filter.open },
            { value: 'resolved', label: words.filter.resolved },
          ]}
          value={filters.situacao ?? ''}
          onChange={({ currentTarget: { value } }) =>
            choose({ situacao: value === 'resolved' ? value : undefined })
          }
        />
        <NativeSelect
          label={words.filter.kind}
          w={180}
          data={[
            { value: '', label: words.filter.anyKind },
            { value: 'same_sale', label: words.filter.kinds.same_sale },
            { value: 'same_customer', label: words.filter.kinds.same_customer },
          ]}
          value={filters.tipo ?? ''}
          onChange={({ currentTarget: { value } }) =>
            choose({ tipo: value === 'same_sale' || value === 'same_customer' ? value : undefined })
          }
        />
      </Group>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={filters.situacao === undefined ? words.empty : words.noneDecided}
        noMatch={filtered ? { ...words.noMatch, onClear: clear } : null}
      >
        {({ data, next }) => (
          <>
            <ReviewTable reviews={data} />
            <Pager next={next} further={antes !== undefined} onGo={(place) => choose({ antes: place })} />
          </>
        )}
      </ListBody>
    </Stack>
  );
}
