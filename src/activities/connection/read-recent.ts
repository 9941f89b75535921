import { isRefusedByItself } from '../../bling';
import type { BlingOrder } from '../../bling';
import type { Instant, Sale } from '../../loyalty';
import { soldIn } from '../../store';
import type { ProgramVersion, Reconciliation, StoreConnection } from '../../store';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { contentOf, linesMatter, saleChange } from '../sale';
import { askOrders } from './ask-orders';
import { wakeOrders } from './wake-orders';

/** Of a longer time all orders would be read again. */
const LONGEST_MS = 7 * 86_400_000;
/** A change may be listed a little late, and Bling's clock be behind ours. */
const OVERLAP_MS = 2 * 60_000;

/**
 * Since when an order that was changed may have been so after its sale was read, as nothing else shows: since the comparison before this
 * one, which read what was changed until then, and a little before. Null: the period is too long, or nothing of it is new.
 */
export function recentFrom(
  { trigger, from, until }: Reconciliation,
  { reconciledUntil }: StoreConnection,
): Instant | null {
  const before = trigger === 'scheduled' ? (reconciledUntil?.getTime() ?? 0) - OVERLAP_MS : 0;
  const since = Math.max(from.getTime(), before);
  return since < until.getTime() && until.getTime() - since <= LONGEST_MS ? since : null;
}

/**
 * Reads by themselves the orders that were changed since then and whose sales were last read within the period: no list says which came first,
 * nor does a row tell of items, freight, channel, date or NFC-e. One that says something else than its sale is looked at again. Of the others
 * it is kept that they were read, so that neither another attempt nor the next comparison asks for them.
 * @param sales of a page of the list of what was changed
 * @returns how many were read
 */
export async function readRecent(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  sales: readonly (Sale | null)[],
): Promise<number> {
  const { store } = deps;
  if (recentFrom(report, connection) === null) return 0;
  const some = sales.filter((sale) => sale !== null).filter((sale) => isDoubtful(sale, report));
  const current = some.length > 0 ? await store.programs.current(report.merchantId) : null;
  for (const [read, sale] of some.entries()) {
    reportProgress({ read });
    const told = await askOrders(deps, connection, () => orderOf(deps, connection, sale));
    if (told === 'refused') continue;
    const orders = [{ orderId: sale.source.externalId }];
    if (told === null) await wakeOrders(deps, report, orders, 'deleted');
    else if (await isOtherwise(deps, connection, sale, told, current))
      await wakeOrders(deps, report, orders, 'updated');
    else await store.sales.change({ sale, patch: { source: { readAt: currentInstant() } } });
  }
  return some.length;
}

/** What was read before the period, and what is refused, is read again in any case. */
function isDoubtful({ source }: Sale, { from, until }: Reconciliation): boolean {
  const { status, parked, refusal, readAt } = source;
  if (parked || refusal !== null || readAt === null) return false;
  const isWithin = readAt >= from.getTime() && readAt < until.getTime();
  return (status === 'open' || status === 'completed') && isWithin;
}

/** Null: there is none. One order may be refused by itself: its own run finds out what to do about that. */
async function orderOf(
  { bling }: ActivityDeps,
  { id: connectionId, companyId }: StoreConnection,
  { source }: Sale,
): Promise<BlingOrder | null | 'refused'> {
  try {
    return await bling.getOrder({ connectionId, companyId }, source.externalId);
  } catch (error) {
    if (isRefusedByItself(error)) return 'refused';
    throw error;
  }
}

/** Whether a reading of the sale would change anything of it. */
async function isOtherwise(
  { store }: ActivityDeps,
  connection: StoreConnection,
  sale: Sale,
  told: BlingOrder,
  current: ProgramVersion | null,
): Promise<boolean> {
  const { zone } = sale.content;
  const matter = await linesMatter(store, sale, current);
  const storeId = await soldIn(store.shops, sale.merchantId, told.storeId);
  const said = contentOf({ told, connection, zone, sale, storeId, linesMatter: matter });
  return saleChange(sale, said) !== undefined;
}
