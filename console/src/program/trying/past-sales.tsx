import { Button, Table, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { formatMoney } from '../../format';
import { ListBody, useTyped } from '../../lists';
import { useWorkplace } from '../../shell';
import { programTry } from '../../words/pt';

const words = programTry.past;
const route = getRouteApi('/inside/programa/experimentar');
const SHOWN = 6;

/** Sales to choose one of: the newest, or those of a number. */
export function PastSales(): ReactNode {
  const { clock } = useWorkplace();
  const navigate = route.useNavigate();
  const [number, setNumber] = useState('');
  const typed = useTyped(number, setNumber);
  const list = useQuery({
    queryKey: ['sales', 'to-try', number],
    queryFn: () =>
      bodyOf(api.GET('/v1/sales', { params: { query: { limit: SHOWN, ...(number ? { number } : {}) } } })),
    placeholderData: keepPreviousData,
  });
  const { columns } = words;
  return (
    <>
      <TextInput
        label={words.number}
        description={words.numberHint}
        maw={320}
        maxLength={100}
        value={typed.text}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      />
      <ListBody
        list={list}
        isEmpty={({ data }) => data.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={number ? { ...words.noMatch, onClear: () => setNumber('') } : null}
      >
        {({ data }) => (
          <Table aria-label={words.list}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{columns.number}</Table.Th>
                <Table.Th>{columns.date}</Table.Th>
                <Table.Th ta="right">{columns.total}</Table.Th>
                <Table.Th>{columns.action}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((sale) => {
                const name = sale.number ?? sale.externalId;
                return (
                  <Table.Tr key={sale.id}>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
                    <Table.Td>{clock.date(sale.soldAt ?? sale.createdAt)}</Table.Td>
                    <Table.Td ta="right">{formatMoney(sale.totalCents)}</Table.Td>
                    <Table.Td>
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={words.useOf(name)}
                        onClick={() => void navigate({ search: { venda: sale.id }, resetScroll: false })}
                      >
                        {words.use}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
      </ListBody>
    </>
  );
}
