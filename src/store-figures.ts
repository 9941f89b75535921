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
  const figures: Figures = { liability: nothing(), openAlerts: {}, quota: { used: 0, of: 1 } };
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
  for (const { companyId } of await store.connections.list(merchantId)) {
    const quota = await store.callPlaces.usedToday(companyId, now);
    if (quota.used / quota.of >= sums.quota.used / sums.quota.of) sums.quota = quota;
  }
}

type Sum = { cents: number; points: number };

function nothing(): Figures['liability'] {
  const none = (): Sum => ({ cents: 0, points: 0 });
  return { active: none(), pending: none(), reserved: none(), debt: none() };
}
