import { SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney } from '../../format';
import { Part } from '../../lists';
import { PageLink } from '../../shell';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.moved;
const COUNT = new Intl.NumberFormat('pt-BR');
/** As many of each as one looks at. */
const NAMED = 5;
type Comparison = Result['sales'];
type Mover = Comparison['topMore'][number];

/** How many sales and customers would be given more, and how many less, with those that change most. */
export function MovedPart({ result, current }: { result: Result; current: string }): ReactNode {
  return (
    <Part title={words.title}>
      <Table aria-label={words.title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.what}</Table.Th>
            <Table.Th ta="right">{words.more}</Table.Th>
            <Table.Th ta="right">{words.less}</Table.Th>
            <Table.Th ta="right">{words.same}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(['sales', 'customers'] as const).map((what) => (
            <Row key={what} title={words[what]} {...result[what]} />
          ))}
        </Table.Tbody>
      </Table>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Movers what="sale" title={words.topSales} current={current} comparison={result.sales} />
        <Movers what="customer" title={words.topCustomers} current={current} comparison={result.customers} />
      </SimpleGrid>
    </Part>
  );
}

function Row({ title, more, less, same }: Comparison & { title: string }): ReactNode {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {title}
      </Table.Th>
      <Table.Td ta="right">{words.amount(more.count, formatMoney(more.cents))}</Table.Td>
      <Table.Td ta="right">{words.amount(less.count, formatMoney(-less.cents))}</Table.Td>
      <Table.Td ta="right">{COUNT.format(same.count)}</Table.Td>
    </Table.Tr>
  );
}

interface MoversProps {
  what: 'sale' | 'customer';
  title: string;
  current: string;
  comparison: Comparison;
}

function Movers({ what, title, current, comparison: { topMore, topLess } }: MoversProps): ReactNode {
  const movers = [...topMore.slice(0, NAMED), ...topLess.slice(0, NAMED)];
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      {movers.length === 0 ? (
        <Text size="sm">{words.none}</Text>
      ) : (
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns[what]}</Table.Th>
              <Table.Th ta="right">{current}</Table.Th>
              <Table.Th ta="right">{words.columns.draft}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {movers.map((mover, place) => (
              <Table.Tr key={mover.id}>
                <Table.Td>
                  <MoverLink what={what} mover={mover} place={place + 1} />
                </Table.Td>
                <Table.Td ta="right">{formatMoney(mover.currentCents)}</Table.Td>
                <Table.Td ta="right">{formatMoney(mover.draftCents)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

/** A simulation keeps ids alone: who or what it is stands on its page. */
function MoverLink({
  what,
  mover: { id },
  place,
}: {
  what: 'sale' | 'customer';
  mover: Mover;
  place: number;
}): ReactNode {
  if (what === 'sale')
    return (
      <PageLink to="/vendas/$id" params={{ id }}>
        {words.open(place)}
      </PageLink>
    );
  return (
    <PageLink to="/clientes/$id" params={{ id }}>
      {words.openCustomer(place)}
    </PageLink>
  );
}
