import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { formatMoney } from '../../format';
import { Part } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';
import { StatusBadge } from '../../sales';

const labels = words.purchases;

interface Props {
  customerId: string;
  purchases: readonly Schema<'SaleSummary'>[];
}

/** What a customer has bought last, and the way to all of it. */
export function PurchasesPart({ customerId, purchases }: Props): ReactNode {
  const { clock } = useWorkplace();
  return (
    <Part title={labels.title}>
      {purchases.length === 0 && <Text>{labels.none}</Text>}
      {purchases.map((sale) => (
        <Group key={sale.id} gap="xs" justify="space-between">
          <PageLink to="/vendas/$id" params={{ id: sale.id }}>
            {sale.number ?? sale.externalId}
          </PageLink>
          <Text size="sm">{clock.date(sale.soldAt ?? sale.createdAt)}</Text>
          <Text size="sm">{formatMoney(sale.totalCents)}</Text>
          <StatusBadge status={sale.status} />
        </Group>
      ))}
      {purchases.length > 0 && (
        <PageLink to="/vendas" search={{ cliente: customerId }}>
          {labels.all}
        </PageLink>
      )}
    </Part>
  );
}
