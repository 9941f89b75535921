import type { ReactNode } from 'react';
import { PageLink } from '../shell';
import { reports } from '../words/pt';

const words = reports.movements;

/** Whose it is. */
export function WhoseLink({
  customerId,
  customerName,
}: {
  customerId: string;
  customerName: string | null;
}): ReactNode {
  return (
    <PageLink to="/clientes/$id" params={{ id: customerId }}>
      {customerName ?? words.unnamed}
    </PageLink>
  );
}

/** Of which sale it is. */
export function SaleLink({ id }: { id: string }): ReactNode {
  return (
    <PageLink to="/vendas/$id" params={{ id }}>
      {words.sale}
    </PageLink>
  );
}
