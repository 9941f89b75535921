import { plusDays } from './brasilia';
import { unsetDate } from './contact';

/** One line of a sale. `unitCents` is the price already net of the line's own discount, as in Bling. */
export interface OrderItem {
  id: number;
  productId: number;
  code: string;
  description: string;
  quantity: number;
  unitCents: number;
}

/** The discount on the whole order: an amount, or a percentage of the items only (never of the freight). */
export type OrderDiscount = { unit: 'REAL'; cents: number } | { unit: 'PERCENTUAL'; bps: number };

/** A sale in the pretend ERP. Money is integer cents; `goodsCents` and `totalCents` follow from the rest. */
export interface Order {
  id: number;
  number: number;
  /** The number the sales channel gave it, or empty. */
  storeNumber: string;
  /** Local date `YYYY-MM-DD`. */
  date: string;
  contactId: number;
  situationId: number;
  /** 0: typed by hand, without a channel. */
  channelId: number;
  sellerId: number;
  items: OrderItem[];
  discount: OrderDiscount;
  freightCents: number;
  otherExpensesCents: number;
  /** How many instalments the total is paid in. */
  instalments: number;
  /** Σ quantity × value of the items. */
  goodsCents: number;
  totalCents: number;
  /** The NFC-e issued of it; 0 or absent: none. */
  invoiceId?: number;
  /** Fields that people or other programs have written into it as this ERP never would, as the answers have them. */
  oddFields?: Record<string, unknown>;
  /** Last change, epoch ms. */
  changedAt: number;
}

/** One line as a caller describes it; what is left out is filled in. */
export interface ItemDraft {
  code?: string;
  description?: string;
  quantity?: number;
  unitCents: number;
}

/**
 * A sale as a caller describes it. Without `items` and `totalCents` it is a plausible random one. With
 * `totalCents` alone it has a single item that makes up the total, given freight, other expenses and an amount of
 * discount (a percentage then lowers the total).
 */
export interface OrderDraft {
  contactId?: number;
  items?: ItemDraft[];
  totalCents?: number;
  discount?: OrderDiscount;
  freightCents?: number;
  otherExpensesCents?: number;
  situationId?: number;
  channelId?: number;
  storeNumber?: string;
  date?: string;
  instalments?: number;
  /** 0: it names no NFC-e any more. */
  invoiceId?: number;
  oddFields?: Record<string, unknown>;
}

function discountCents(discount: OrderDiscount, goodsCents: number): number {
  return discount.unit === 'REAL' ? discount.cents : Math.round((goodsCents * discount.bps) / 10_000);
}

/** Σ quantity × value of the items, each line rounded to the cent. */
export function goodsOf(items: readonly OrderItem[]): number {
  return items.reduce((sum, item) => sum + Math.round(item.quantity * item.unitCents), 0);
}

/** The order with its sums: items − discount + other expenses + freight, the formula measured on real accounts. */
export function priced(order: Omit<Order, 'goodsCents' | 'totalCents'>): Order {
  const goodsCents = goodsOf(order.items);
  const net = goodsCents - discountCents(order.discount, goodsCents);
  return { ...order, goodsCents, totalCents: net + order.otherExpensesCents + order.freightCents };
}

/** When what is sent should arrive; Bling's unset date for what is not sent. */
export function expectedDate(order: Order): string {
  return order.freightCents > 0 ? plusDays(order.date, 5) : unsetDate;
}
