import { isRefusedByItself } from '../../bling';
import type { BlingOrder, ListedOrder } from '../../bling';
import type { Instant, Sale } from '../../loyalty';
import { soldIn } from '../../store';
import type { FoundWhy, ProgramVersion, Reconciliation, StoreConnection } from '../../store';
import { currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { contentOf, linesMatter, saleChange } from '../sale';
import { askOrders } from './ask-orders';
import { identityOf, wakeOrders } from './wake-orders';

/** A row of the list, and its sale as it was when the page was read. */
export interface RecentRow {
  row: ListedOrder;
  sale: Sale | null;
}

/**
 * How long a period may be. The connection's own is as long as nothing was compared, and nobody else finds what was changed then. What a person
 * wants is a month at most: of a longer time all orders would be read again. What situations mean stands in the rows.
 */
const LONGEST_MS: Record<Reconciliation['trigger'], number> = {
  scheduled: Number.POSITIVE_INFINITY,
  asked: 31 * 86_400_000,
  situations: 0,
};
/** Read by one step, one after the other: then its slot is another company's. */
const READ_AT_ONCE = 20;
/** A change may be listed a little late, and Bling's clock be behind ours. */
const OVERLAP_MS = 2 * 60_000;

/**
 * Since when an order that was changed may have been so after its sale was read, as nothing else shows: since the comparison before this
 * one, which read what was changed until then, and a little before. Null: no order of it is read by itself.
 */
export function recentFrom(
  { trigger, from, until }: Reconciliation,
  { reconciledUntil }: StoreConnection,
): Instant | null {
  const before = trigger === 'scheduled' ? (reconciledUntil?.getTime() ?? 0) - OVERLAP_MS : 0;
  const since = Math.max(from.getTime(), before);
  const lasts = until.getTime() - since;
  return lasts > 0 && lasts <= LONGEST_MS[trigger] ? since : null;
}

/**
 * Reads by themselves the orders that were changed since then and whose sales were last read within the period: no list says which came first,
 * nor does a row tell of items, freight, channel, date or NFC-e. One that says something else than its sale is looked at again. Of the others
 * it is kept that they were read, so that neither another attempt nor the next comparison asks for them.
 * @param rows a page of the list of what was changed, from after the order on that the step before has come to
 * @returns how many it has read, how many of them are looked at again, and the order after which the next step goes on; null: the page is done
 */
export async function readRecent(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  rows: readonly RecentRow[],
): Promise<{ fresh: number; found: number; after: string | null }> {
  const doubtful = rows.filter(({ sale }) => isDoubtful(sale, report));
  const some = recentFrom(report, connection) === null ? [] : doubtful.slice(0, READ_AT_ONCE);
  const last = some.at(-1);
  if (!last) return { fresh: 0, found: 0, after: null };
  const current = await deps.store.programs.current(report.merchantId);
  let found = 0;
  for (const [read, { row }] of some.entries()) {
    reportProgress({ read });
    if (await readOne(deps, report, connection, row, current)) found += 1;
  }
  return { fresh: some.length, found, after: some.length < doubtful.length ? last.row.orderId : null };
}

/** Whether its sale is looked at again. */
async function readOne(
  deps: ActivityDeps,
  report: Reconciliation,
  connection: StoreConnection,
  row: ListedOrder,
  current: ProgramVersion | null,
): Promise<boolean> {
  const { sales, reconciliations } = deps.store;
  const { orderId, ...listed } = row;
  // Its own run may have read it since the page was.
  const sale = await sales.find(identityOf(report, orderId));
  if (!isDoubtful(sale, report)) return false;
  const at = currentInstant();
  const told = await askOrders(deps, connection, () => orderOf(deps, connection, sale));
  if (told === 'refused') return false;
  const why = await whyAgain(deps, connection, sale, told, current);
  if (why === null) {
    await sales.change({ sale, patch: { source: { readAt: at } } });
    return false;
  }
  await wakeOrders(deps, report, [row], why === 'unlisted' ? 'deleted' : 'updated');
  // Once it is awake: who dies in between asks again.
  await reconciliations.lookAgain(report.merchantId, report.id, { orderId, why, listed }, new Date(at));
  return true;
}

/** What was read before the period, and what is refused, is read again in any case. */
function isDoubtful(sale: Sale | null, { from, until }: Reconciliation): sale is Sale {
  if (sale === null) return false;
  const { status, parked, refusal, readAt } = sale.source;
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

/** Why a reading of the sale would change something of it; null: it would not. `told` null: the order is not there any more. */
async function whyAgain(
  { store }: ActivityDeps,
  connection: StoreConnection,
  sale: Sale,
  told: BlingOrder | null,
  current: ProgramVersion | null,
): Promise<FoundWhy | null> {
  if (told === null) return 'unlisted';
  const { merchantId, content } = sale;
  const { zone } = content;
  const matter = await linesMatter(store, sale, current);
  const storeId = await soldIn(store.shops, { merchantId, connectionId: connection.id }, told.storeId);
  const said = contentOf({ told, connection, zone, sale, storeId, linesMatter: matter });
  return saleChange(sale, said) === undefined ? null : 'content';
}
