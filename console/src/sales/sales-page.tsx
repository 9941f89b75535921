import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, PageTitle, Pager } from '../lists';
import { sales } from '../words/pt';
import { SaleFilters } from './sale-filters';
import { salesQuery } from './sale-queries';
import { SaleTable } from './sale-table';

const route = getRouteApi('/inside/vendas');

/** Every sale, newest first. What is looked for stands in the address: going back, or giving it to somebody, shows the same. */
export function SalesPage(): ReactNode {
  const { antes, ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...salesQuery({ antes, ...filters }), placeholderData: keepPreviousData });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const clear = (): void => void navigate({ search: {} });
  return (
    <Stack gap="md">
      <PageTitle>{sales.title}</PageTitle>
      {/* Other filters begin at the first page. */}
      <SaleFilters
        filters={filters}
        onChange={(change, replace = false) => void navigate({ search: { ...filters, ...change }, replace })}
      />
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={sales.loading}
        empty={sales.empty}
        noMatch={filtered || antes !== undefined ? { ...sales.noMatch, onClear: clear } : null}
      >
        {({ data, next }) => (
          <>
            <SaleTable sales={data} />
            <Pager
              next={next}
              further={antes !== undefined}
              onGo={(place) => void navigate({ search: { ...filters, antes: place } })}
            />
          </>
        )}
      </ListBody>
    </Stack>
  );
}
