import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatMoney } from '../../format';
import { FigureTable, Part } from '../../lists';
import { PageLink } from '../../shell';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.moved;
/** As many of each as one looks at. */
const NAMED = 5;
type Comparison = Result['sales'];
type Mover = Comparison['topMore'][number];

/** How many sales and customers would be given more, and how many less, with those that change most. */
export function MovedPart({ result, current }: { result: Result; current: string }): ReactNode {
  return (
    <Part title={words.title}>
      <FigureTable
        title={words.title}
        heads={[words.what]}
        figures={[words.more, words.less, words.same]}
        lines={(['sales', 'customers'] as const).map((what) => {
          const { more, less, same } = result[what];
          return {
            key: what,
            heads: [words[what]],
            figures: [
              words.amount(more.count, formatMoney(more.cents)),
              words.amount(less.count, formatMoney(-less.cents)),
              formatCount(same.count),
            ],
          };
        })}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Movers what="sale" title={words.topSales} current={current} comparison={result.sales} />
        <Movers what="customer" title={words.topCustomers} current={current} comparison={result.customers} />
      </SimpleGrid>
    </Part>
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
        <FigureTable
          title={title}
          heads={[words.columns[what]]}
          figures={[current, words.columns.draft]}
          lines={movers.map((mover, place) => ({
            key: mover.id,
            heads: [<MoverLink key={mover.id} what={what} mover={mover} place={place + 1} />],
            figures: [formatMoney(mover.currentCents), formatMoney(mover.draftCents)],
          }))}
        />
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
