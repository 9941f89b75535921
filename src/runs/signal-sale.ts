import type { SignalDefinition } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import { benefitMoved, SALE_WORKFLOW, saleChanged } from '../workflows';
import { saleInputOf, saleStart } from './sale-start';
import type { StoredSale } from './sale-start';

interface Engine {
  temporal: Client;
  taskQueue: string;
  settleMs: number;
}

/** Tells a sale's workflow that the stored sale is to be looked at, and starts it where there is none. */
export function announceSale(engine: Engine, sale: StoredSale & { version: number }): Promise<void> {
  return signalSale(engine, sale, saleChanged, { eventId: `${sale.id}/${sale.version}`, kind: 'posted' });
}

/** Tells a sale that value moved elsewhere; one whose run has ended gets a new run that carries on from the ledger. */
export function wakeSale(engine: Engine, sale: StoredSale, redemptionId: string): Promise<void> {
  return signalSale(engine, sale, benefitMoved, { redemptionId });
}

async function signalSale<Hint>(
  { temporal, taskQueue, settleMs }: Engine,
  sale: StoredSale,
  signal: SignalDefinition<[Hint]>,
  hint: Hint,
): Promise<void> {
  await temporal.workflow.signalWithStart(SALE_WORKFLOW, {
    ...saleStart(taskQueue, saleInputOf(sale, settleMs)),
    signal,
    signalArgs: [hint],
  });
}
