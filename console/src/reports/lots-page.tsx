import { Button, Group, NativeSelect, Stack, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatLocalDate, formatMonth } from '../format';
import { ListBody, PageTitle, Pager, WideTable } from '../lists';
import { PageLink } from '../shell';
import { lists, reports } from '../words/pt';
import { lotsQuery } from './behind-queries';
import type { HeldLot, LotSearch } from './behind-queries';
import { BenefitChoice } from './benefit-choice';
import { SaleLink, WhoseLink } from './row-links';
import { SourceLeave } from './source-leave';
import { UNITS } from './units';

const route = getRouteApi('/inside/relatorios/saldos');
const words = reports.lots;
const STATES = ['active', 'pending', 'reserved'] as const;

/** The lots behind a figure of what is owed: their amounts come to it. */
export function LotsPage(): ReactNode {
  const { antes, ...search } = route.useSearch();
  const { estado, beneficio, mes, dia } = search;
  const navigate = route.useNavigate();
  const list = useQuery({ ...lotsQuery({ antes, ...search }), placeholderData: keepPreviousData });
  const go = (change: Partial<LotSearch>): void => void navigate({ search: { ...search, ...change } });
  return (
    <Stack gap="md">
      <PageLink to="/relatorios">{reports.movements.toReports}</PageLink>
      <PageTitle>{words.title(words.states[estado], reports.benefits[beneficio ?? 'cashback'])}</PageTitle>
      <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
        <NativeSelect
          label={words.state}
          w={160}
          data={STATES.map((state) => ({ value: state, label: words.states[state] }))}
          value={estado}
          onChange={({ currentTarget: { value } }) =>
            go({ estado: STATES.find((one) => one === value) ?? estado })
          }
        />
        <BenefitChoice value={beneficio} onChoose={(chosen) => go({ beneficio: chosen })} />
        {dia !== undefined && (
          <Button variant="default" onClick={() => go({ dia: undefined })}>
            {words.leaveDay(formatLocalDate(dia))}
          </Button>
        )}
        <SourceLeave search={search} onLeave={() => go({ loja: undefined, canal: undefined })} />
        {mes !== undefined && (
          <Button variant="default" onClick={() => go({ mes: undefined })}>
            {mes === 'never' ? words.leaveNever : words.leaveMonth(formatMonth(mes))}
          </Button>
        )}
      </Group>
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={antes === undefined ? null : { ...words.noMore, onClear: () => go({}) }}
      >
        {({ data, next }) => (
          <>
            <Lots lots={data} write={UNITS[beneficio ?? 'cashback']} />
            <Pager next={next} further={antes !== undefined} onGo={(place) => go({ antes: place })} />
          </>
        )}
      </ListBody>
    </Stack>
  );
}

function Lots({ lots, write }: { lots: readonly HeldLot[]; write: (amount: number) => string }): ReactNode {
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.customer}</Table.Th>
          <Table.Th>{columns.sale}</Table.Th>
          <Table.Th>{columns.lastDay}</Table.Th>
          <Table.Th ta="right">{columns.amount}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lots.map((lot) => (
          <Table.Tr key={lot.id}>
            <Table.Td>
              <WhoseLink {...lot} />
            </Table.Td>
            <Table.Td>{lot.saleId === null ? words.byHand : <SaleLink id={lot.saleId} />}</Table.Td>
            <Table.Td>{lot.lastDay === null ? words.never : formatLocalDate(lot.lastDay)}</Table.Td>
            <Table.Td ta="right">{write(lot.amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
