import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListBody, PageTitle, Pager } from '../lists';
import { lists, messages as words } from '../words/pt';
import { messagesQuery } from './message-queries';
import type { MessageSearch } from './message-queries';
import { MessageTable } from './message-table';

const route = getRouteApi('/inside/mensagens');

/** What customers were told, or were not, and why. */
export function MessagesPage(): ReactNode {
  const { antes, ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...messagesQuery({ antes, ...filters }), placeholderData: keepPreviousData });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <Stack gap="md">
      <PageTitle>{words.title}</PageTitle>
      {/* Other filters begin at the first page. */}
      <Filters
        filters={filters}
        onChange={(change) => void navigate({ search: { ...filters, ...change } })}
      />
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={
          filtered || antes !== undefined
            ? { ...words.noMatch, onClear: () => void navigate({ search: {} }) }
            : null
        }
      >
        {({ data, next }) => (
          <>
            <MessageTable messages={data} />
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

interface Props {
  filters: Omit<MessageSearch, 'antes'>;
  onChange: (change: Omit<MessageSearch, 'antes'>) => void;
}

function Filters({ filters: { situacao, ocasiao, cliente, venda }, onChange }: Props): ReactNode {
  const { filter } = words;
  return (
    <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
      <NativeSelect
        label={filter.state}
        w={200}
        data={[{ value: '', label: filter.any }, ...choices(words.states)]}
        value={situacao ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ situacao: (value as MessageSearch['situacao']) || undefined })
        }
      />
      <NativeSelect
        label={filter.occasion}
        w={220}
        data={[{ value: '', label: filter.anyOccasion }, ...choices(words.occasions)]}
        value={ocasiao ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ocasiao: (value as MessageSearch['ocasiao']) || undefined })
        }
      />
      {cliente !== undefined && (
        <Button variant="default" onClick={() => onChange({ cliente: undefined })}>
          {filter.allCustomers}
        </Button>
      )}
      {venda !== undefined && (
        <Button variant="default" onClick={() => onChange({ venda: undefined })}>
          {filter.allSales}
        </Button>
      )}
    </Group>
  );
}

function choices(texts: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(texts).map(([value, label]) => ({ value, label }));
}
