import { Group, NativeSelect, Stack, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DayField, ListBody, PageTitle, Pager, WideTable } from '../lists';
import { PageLink, useWorkplace } from '../shell';
import { lists, reports } from '../words/pt';
import { FLOWS, movementsQuery } from './behind-queries';
import type { Movement, MovementSearch } from './behind-queries';
import { BenefitChoice } from './benefit-choice';
import { SaleLink, WhoseLink } from './row-links';
import { SourceLeave } from './source-leave';
import { UNITS } from './units';

const route = getRouteApi('/inside/relatorios/movimentos');
const words = reports.movements;
const { flows } = reports.activity;

/** The movements behind a figure: their amounts come to it. */
export function MovementsPage(): ReactNode {
  const { antes, ...search } = route.useSearch();
  const { fluxo, beneficio, de, ate } = search;
  const navigate = route.useNavigate();
  const { clock } = useWorkplace();
  const list = useQuery({ ...movementsQuery({ antes, ...search }), placeholderData: keepPreviousData });
  const go = (change: Partial<MovementSearch>): void => void navigate({ search: { ...search, ...change } });
  const today = clock.localDate(new Date());
  return (
    <Stack gap="md">
      <PageLink to="/relatorios">{words.toReports}</PageLink>
      <PageTitle>{words.title(flows[fluxo], reports.benefits[beneficio ?? 'cashback'])}</PageTitle>
      <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
        <NativeSelect
          label={words.flow}
          w={190}
          data={FLOWS.map((flow) => ({ value: flow, label: flows[flow] }))}
          value={fluxo}
          onChange={({ currentTarget: { value } }) =>
            go({ fluxo: FLOWS.find((one) => one === value) ?? fluxo })
          }
        />
        <BenefitChoice value={beneficio} onChoose={(chosen) => go({ beneficio: chosen })} />
        <DayField
          label={reports.filter.from}
          w={160}
          max={today}
          day={de}
          onChange={(day) => go({ de: day })}
        />
        <DayField
          label={reports.filter.until}
          w={160}
          max={today}
          day={ate}
          onChange={(day) => go({ ate: day })}
        />
        <SourceLeave search={search} onLeave={() => go({ loja: undefined, canal: undefined })} />
      </Group>
      <ListBody
        list={list}
        isEmpty={({ data, next }) => data.length === 0 && next === null}
        loading={words.loading}
        empty={words.empty}
        noMatch={antes === undefined ? null : { ...words.noMore, onClear: () => go({}) }}
      >
        {({ data, next }) => (
          <>
            <Movements movements={data} write={UNITS[beneficio ?? 'cashback']} />
            <Pager next={next} further={antes !== undefined} onGo={(place) => go({ antes: place })} />
          </>
        )}
      </ListBody>
    </Stack>
  );
}

interface Props {
  movements: readonly Movement[];
  write: (amount: number) => string;
}

function Movements({ movements, write }: Props): ReactNode {
  const { clock } = useWorkplace();
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={500} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.at}</Table.Th>
          <Table.Th>{columns.customer}</Table.Th>
          <Table.Th>{columns.sale}</Table.Th>
          <Table.Th ta="right">{columns.amount}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {movements.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{clock.dateTime(one.at)}</Table.Td>
            <Table.Td>
              <WhoseLink {...one} />
            </Table.Td>
            <Table.Td>{one.saleId === null ? '–' : <SaleLink id={one.saleId} />}</Table.Td>
            <Table.Td ta="right">{write(one.amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
