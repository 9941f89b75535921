import { Stack, Text, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, Pager, useTyped } from '../lists';
import { customers } from '../words/pt';
import { CustomerTable } from './customer-table';
import { foundCustomers } from './found-customers';

const route = getRouteApi('/inside/clientes');

/** Looks for customers by whatever identifies them. What is looked for stands in the address. */
export function CustomersPage(): ReactNode {
  const { busca = '', antes } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (text: string): void =>
    void navigate({ search: text === '' ? {} : { busca: text }, replace: true });
  const typed = useTyped(busca, search);
  const list = useQuery({
    queryKey: ['customers', busca, antes],
    queryFn: () => foundCustomers(busca, antes),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="md">
      <Title order={1}>{customers.title}</Title>
      <TextInput
        type="search"
        label={customers.search}
        maw={480}
        autoFocus
        maxLength={200}
        value={typed.text}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      />
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={customers.loading}
        empty={customers.start}
        noMatch={busca === '' ? null : { ...customers.noMatch, onClear: () => search('') }}
      >
        {({ data, more, next }) => (
          <>
            <CustomerTable customers={data} />
            {more && next === null && <Text role="status">{customers.more(data.length)}</Text>}
            <Pager
              next={next}
              further={antes !== undefined}
              onGo={(place) => void navigate({ search: { busca, antes: place } })}
            />
          </>
        )}
      </ListBody>
    </Stack>
  );
}
