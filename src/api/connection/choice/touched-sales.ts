import {
  BUILT_IN_SITUATIONS,
  choiceOf,
  differenceOf,
  listedOrder,
  orderOutcome,
  situationOf,
} from '../../../bling';
import type { BlingAccess, OrderOutcome, SituationChoice } from '../../../bling';
import type { Instant } from '../../../loyalty';
import type { Store, StoreConnection } from '../../../store';
import { askBling } from '../reference-sale';
import { sinceConnected } from '../compared-period';
import type { Option } from './read-account';

/** A situation that would mean something else. */
export interface Turned {
  id: number;
  before: OrderOutcome;
  after: OrderOutcome;
}

/** How many sales would stand otherwise. */
export interface Touched {
  /** Of Bling’s, as far as was looked. */
  orders: number;
  /** By what they would be. */
  sales: Record<OrderOutcome, number>;
  /** There are more orders than were looked at. */
  more: boolean;
}

/** Pages of a hundred orders that are looked at while a person waits. */
const MOST_PAGES = 10;

/** Which situations would mean something else by another choice: of Bling’s own, of those that are named, and of those the account tells of. */
export function turnedBy(
  connection: StoreConnection,
  choice: SituationChoice,
  known: readonly Option[],
): Turned[] {
  const now = choiceOf(connection);
  const named = [...now.completed, ...now.cancelled, ...choice.completed, ...choice.cancelled];
  const unnamed = [...BUILT_IN_SITUATIONS, ...named].map((id) => ({ id, inheritsFrom: null }));
  const all = new Map([...unnamed, ...known].map((one) => [one.id, situationOf(one)]));
  return [...all.values()].flatMap((one) => {
    const [before, after] = [orderOutcome(one, now), orderOutcome(one, choice)];
    return before === after ? [] : [{ id: one.id, before, after }];
  });
}

/**
 * How many sales would stand otherwise: the orders in those situations are listed at Bling, and each is compared with its sale as it
 * was read last. @throws Problem where Bling does not answer
 */
export async function touchedSales(
  { bling, store }: { bling: Pick<BlingAccess, 'listOrders'>; store: Pick<Store, 'sales'> },
  connection: StoreConnection,
  { choice, turned }: { choice: SituationChoice; turned: readonly Turned[] },
  now: Instant,
): Promise<Touched> {
  const { merchantId, id: connectionId, companyId } = connection;
  const { soldFrom, soldTo } = sinceConnected(connection.createdAt.getTime(), now);
  const sales = { completed: 0, cancelled: 0, open: 0 };
  const seen = new Set<string>();
  let [pages, more] = [0, false];
  for (const { id: situation } of turned)
    for (let page = 1; ; page += 1) {
      if (pages === MOST_PAGES) return { orders: seen.size, sales, more: true };
      const list = await askBling(() =>
        bling.listOrders({ connectionId, companyId }, { soldFrom, soldTo, situation, page }),
      );
      pages += 1;
      const rows = unseen(seen, list.rows).map((row) => listedOrder(row, choice));
      const theirs = await Promise.all(
        rows.map(({ orderId }) => store.sales.find({ merchantId, channel: 'bling', externalId: orderId })),
      );
      for (const [index, sale] of theirs.entries()) {
        const row = rows[index]!;
        if (differenceOf(row, sale) === 'situation') sales[row.outcome] += 1;
      }
      more = list.more;
      if (!more) break;
    }
  return { orders: seen.size, sales, more };
}

/** Each order once: Bling's lists repeat rows, and one whose situation changes meanwhile stands in two of them. */
function unseen<Row extends { id: string }>(seen: Set<string>, rows: readonly Row[]): Row[] {
  return rows.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
