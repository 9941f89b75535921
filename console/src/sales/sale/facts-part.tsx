import type { ReactNode } from 'react';
import { formatMoney, formatSoldAt } from '../../format';
import { FactTable, Part } from '../../lists';
import type { Fact } from '../../lists';
import { PageLink, useWorkplace } from '../../shell';
import { StoreName, storeUnnamed } from '../../stores';
import { sale as words, sales } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.facts;

/** What was sold, where, for how much, and to whom. */
export function FactsPart({ sale }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  const { soldAt, completedAt, programVersion } = sale;
  const facts: (Fact | null)[] = [
    [labels.customer, <Customer key="customer" sale={sale} />],
    [labels.total, formatMoney(sale.totalCents)],
    amount(labels.freight, sale.freightCents),
    amount(labels.expenses, sale.otherExpensesCents),
    amount(labels.discount, sale.discountCents),
    amount(labels.returned, sale.returnedCents),
    amount(labels.refunded, sale.refundedCents),
    [labels.channel, sales.channels[sale.channel]],
    ...origin(sale),
    store(sale),
    soldAt === null ? null : [labels.soldAt, formatSoldAt(sale, clock)],
    completedAt === null ? null : [labels.completedAt, clock.dateTime(completedAt)],
    [labels.source, labels.sources[sale.sourceStatus]],
    programVersion === null ? null : [labels.program, labels.version(programVersion)],
    sale.silent ? [labels.silent, labels.isSilent] : null,
  ];
  return (
    <Part title={labels.title}>
      <FactTable title={labels.title} facts={facts} />
    </Part>
  );
}

/** Where it was sold; of what was never read nobody knows. */
function store({ storeId, soldAt, channel }: Sale): Fact | null {
  if (storeId !== null) return [labels.store, <StoreName key="store" said={storeId} />];
  return soldAt === null ? null : [labels.store, storeUnnamed(channel)];
}

/** What it is called where it comes from: a fiscal note is told by its number. */
function origin({ consumerInvoice, externalId }: Sale): (Fact | null)[] {
  if (consumerInvoice === null) return [[labels.externalId, externalId]];
  const { id, number, accessKey } = consumerInvoice;
  return [
    [labels.invoice, number ?? id],
    accessKey === null ? null : [labels.accessKey, accessKey],
    [labels.externalId, id],
  ];
}

function amount(label: string, cents: number): Fact | null {
  return cents === 0 ? null : [label, formatMoney(cents)];
}

function Customer({ sale: { customerId, customerName } }: { sale: Sale }): ReactNode {
  if (customerId === null) return labels.noCustomer;
  return (
    <PageLink to="/clientes/$id" params={{ id: customerId }}>
      {customerName ?? labels.unnamed}
    </PageLink>
  );
}
