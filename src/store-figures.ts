import { allMerchants } from './all-merchants';
import type { Figures } from './metrics';
import { showFigures } from './metrics';
import type { Logger } from './log';
import type { Store } from './store';

/** Shows what the database says as a whole, all merchants together. */
export function showStoreFigures(store: Store, log: Logger): void {
  showFigures(
    () => figuresOf(store),
    (error) => {
      log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'figures could not be read',
      );
    },
  );
}

/** Sums over all merchants, read one merchant after the other. */
export async function figuresOf(store: Store): Promise<Figures> {
  const { now } = await store.clock.read();
  const figures: Figures = {
    ...{ liability: nothing(), openAlerts: {}, quotas: [] },
    stuckSales: { parked: 0, late: 0 },
  };
  for await (const merchantId of allMerchants(store))
    await addMerchant(store, merchantId, new Date(now), figures);
  return figures;
}

async function addMerchant(store: Store, merchantId: string, now: Date, sums: Figures): Promise<void> {
  const outstanding = await store.ledger.outstanding(merchantId);
  for (const [state, { cents, points }] of Object.entries(outstanding) as [
    keyof Figures['liability'],
    Sum,
  ][]) {
    sums.liability[state].cents += cents;
    sums.liability[state].points += points;
  }
  for (const [kind, count] of Object.entries(await store.alerts.countOpen(merchantId)))
    sums.openAlerts[kind] = (sums.openAlerts[kind] ?? 0) + count;
  const { parked, late } = await store.reports.standing(merchantId, new Date(now.getTime() - LATE_MS));
  sums.stuckSales.parked += parked.count;
  sums.stuckSales.late += late.count;
  for (const { id: connectionId, companyId } of await store.connections.list(merchantId)) {
    const quota = { connectionId, ...(await store.callPlaces.usedToday(companyId, now)) };
    if (quota.used > 0) sums.quotas = fullest([...sums.quotas, quota]);
  }
}

/** What was due so long ago has been missed by every sweep for lost runs since, or has a run that is stuck. */
const LATE_MS = 3_600_000;

/** However many stores are connected, so few are shown by themselves: those that may have to wait until tomorrow. */
const SHOWN = 20;

function fullest(quotas: Figures['quotas']): Figures['quotas'] {
  return quotas.toSorted((a, b) => b.used / b.of - a.used / a.of).slice(0, SHOWN);
}

type Sum = { cents: number; points: number };

function nothing(): Figures['liability'] {
  const none = (): Sum => ({ cents: 0, points: 0 });
  return { active: none(), pending: none(), reserved: none(), debt: none() };
}
