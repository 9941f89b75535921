import type { Sale } from '../../loyalty';
import { centsOrNull } from './order-money';
import type { BlingOrderSummary } from './order-schema';
import { orderOutcome } from './situation';
import type { OrderOutcome, SituationChoice } from './situation';

/** What a row of the list of orders says of a sale, as far as its benefit depends on it. */
export interface ListedOrder {
  orderId: string;
  outcome: OrderOutcome;
  /** Null: it says nothing that could be an amount; absent: its list tells of none. */
  totalCents?: number | null;
  contactId: string | null;
}

/** In what a sale as it was read last differs from its row. `missing`: there is none; `unread`: there is, and it was never read. */
export const ORDER_DIFFERENCES = ['missing', 'unread', 'situation', 'total', 'contact'] as const;
export type OrderDifference = (typeof ORDER_DIFFERENCES)[number];

/** What of a row is compared. @param choice what the merchant's situations mean */
export function listedOrder(row: BlingOrderSummary, choice: SituationChoice): ListedOrder {
  const { id: orderId, situation, contactId, total } = row;
  return { orderId, outcome: orderOutcome(situation, choice), totalCents: centsOrNull(total), contactId };
}

/**
 * Why a sale has to be read again, by a row of the list; null: it agrees with it as far as a row says. A cancelled order has no amounts
 * that matter, and the content of one that was refused is not kept: of these only the situation is compared. One that is parked is
 * read as soon as its connection answers.
 */
export function differenceOf(row: ListedOrder, sale: Sale | null): OrderDifference | null {
  if (sale === null) return 'missing';
  const { source, content } = sale;
  if (source.parked) return null;
  if (source.readAt === null) return 'unread';
  if (source.refusal !== null) return isSettledAs(row, source.status) ? null : 'situation';
  if (source.status !== row.outcome) return 'situation';
  if (row.outcome === 'cancelled') return null;
  if (row.totalCents !== undefined && content.totalCents !== row.totalCents) return 'total';
  return source.contactId === row.contactId ? null : 'contact';
}

/** Of a refused order only its cancellation is believed. */
function isSettledAs({ outcome }: ListedOrder, status: Sale['source']['status']): boolean {
  return (outcome === 'cancelled') === (status === 'cancelled');
}
