import { saleIdOf } from '../../ids';
import type { SaleIdentity } from '../../ids';
import type { LookedAt, Reconciliation } from '../../store';
import type { SaleHint } from '../../workflows';
import { reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Has the sales of orders looked at again: the one way in is that of webhooks. */
export async function wakeOrders(
  { runs }: Pick<ActivityDeps, 'runs'>,
  report: Reconciliation,
  orders: readonly Pick<LookedAt, 'orderId'>[],
  kind: SaleHint['kind'],
): Promise<void> {
  const { merchantId, connectionId } = report;
  for (const [index, { orderId }] of orders.entries()) {
    reportProgress({ woken: index });
    const source = { channel: 'bling' as const, externalId: orderId, connectionId };
    const id = saleIdOf(identityOf(report, orderId));
    await runs.saleChanged({ id, merchantId, source }, { eventId: `reconciliation/${report.id}`, kind });
  }
}

/** Which sale an order is. */
export function identityOf(
  { merchantId }: Pick<Reconciliation, 'merchantId'>,
  externalId: string,
): SaleIdentity {
  return { merchantId, channel: 'bling' as const, externalId };
}
