import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { formatMoney } from '../../format';
import { Part } from '../../lists';
import { FailureNotice } from '../../parts';
import { PageLink, useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';
import { StatusBadge } from '../../sales';

const labels = words.purchases;
const SHOWN = 8;

/** What a customer has bought last, and the way to all of it. */
export function PurchasesPart({ customerId: id }: { customerId: string }): ReactNode {
  const { clock } = useWorkplace();
  const { data, error, refetch } = useQuery({
    queryKey: ['customer', id, 'purchases'],
    queryFn: () => {
      const params = { path: { id }, query: { limit: SHOWN } };
      return bodyOf(api.GET('/v1/customers/{id}/purchases', { params }));
    },
  });
  return (
    <Part title={labels.title}>
      <FailureNotice failure={error} onRetry={() => void refetch()} />
      {data?.data.length === 0 && <Text>{labels.none}</Text>}
      {data?.data.map((sale) => (
        <Group key={sale.id} gap="xs" justify="space-between">
          <PageLink to="/vendas/$id" params={{ id: sale.id }}>
            {sale.number ?? sale.externalId}
          </PageLink>
          <Text size="sm">{clock.date(sale.soldAt ?? sale.createdAt)}</Text>
          <Text size="sm">{formatMoney(sale.totalCents)}</Text>
          <StatusBadge status={sale.status} />
        </Group>
      ))}
      {data && data.data.length > 0 && (
        <PageLink to="/vendas" search={{ cliente: id }}>
          {labels.all}
        </PageLink>
      )}
    </Part>
  );
}
