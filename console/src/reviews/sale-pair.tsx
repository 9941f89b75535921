import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatSoldAt } from '../format';
import { StatusBadge } from '../sales';
import { PageLink, useWorkplace } from '../shell';
import { StoreName } from '../stores';
import { reviews as words, sales } from '../words/pt';
import { DecidePart } from './decide-part';
import type { ReviewWithSides, Sale } from './review-queries';
import { Sides } from './sides';

const labels = words.sale;

/** Two sales that may be one purchase. */
export function SalePair({ review }: { review: ReviewWithSides }): ReactNode {
  const [one, other] = review.sales;
  if (!one || !other) return <Text>{labels.gone}</Text>;
  const held = review.sales.find(({ id }) => id === review.heldSaleId);
  const counting = held === one ? other : one;
  const same = held ? labels.same(nameOf(counting), nameOf(held)) : labels.sameOfAny;
  return (
    <>
      <Compared one={one} other={other} />
      <DecidePart
        review={review}
        results={{ same: <Text>{same}</Text>, distinct: <Text>{labels.distinct}</Text> }}
      />
    </>
  );
}

function nameOf({ number, externalId }: Sale): string {
  return number ?? externalId;
}

function Compared({ one, other }: { one: Sale; other: Sale }): ReactNode {
  const { clock } = useWorkplace();
  const pair = (show: (sale: Sale) => ReactNode): [ReactNode, ReactNode] => [show(one), show(other)];
  return (
    <Sides
      heads={pair((sale) => (
        <PageLink to="/vendas/$id" params={{ id: sale.id }}>
          {labels.name(nameOf(sale))}
        </PageLink>
      ))}
      rows={[
        [labels.rows.channel, ...pair(({ channel }) => sales.channels[channel])],
        [labels.rows.soldAt, ...pair((sale) => formatSoldAt(sale, clock))],
        [labels.rows.receivedAt, ...pair(({ createdAt }) => clock.dateTime(createdAt))],
        [labels.rows.total, ...pair(({ totalCents }) => formatMoney(totalCents))],
        [
          labels.rows.store,
          ...pair(({ storeId }) => (storeId === null ? '–' : <StoreName said={storeId} />)),
        ],
        [
          labels.rows.customer,
          ...pair(({ customerId, customerName }) =>
            customerId === null ? (
              '–'
            ) : (
              <PageLink to="/clientes/$id" params={{ id: customerId }}>
                {customerName ?? labels.unnamed}
              </PageLink>
            ),
          ),
        ],
        [labels.rows.status, ...pair(({ status }) => <StatusBadge status={status} />)],
        [labels.rows.benefit, ...pair(({ earnedCents }) => formatMoney(earnedCents))],
      ]}
    />
  );
}
