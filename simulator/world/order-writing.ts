import { catalog } from './catalog';
import { goodsOf, priced } from './order';
import type { ItemDraft, Order, OrderDiscount, OrderDraft, OrderItem } from './order';

/** What a new order takes from its company. */
export interface OrderOrigin {
  id: number;
  number: number;
  sellerId: number;
  /** Used when the draft names no contact. */
  contactId: number;
  today: string;
  now: number;
  nextItemId: () => number;
}

const noDiscount: OrderDiscount = { unit: 'REAL', cents: 0 };

function writtenItems(drafts: readonly ItemDraft[], nextItemId: () => number): OrderItem[] {
  return drafts.map((draft) => {
    const product = catalog.find((one) => one.code === draft.code);
    return {
      id: nextItemId(),
      productId: product?.id ?? 0,
      code: draft.code ?? '',
      description: draft.description ?? product?.description ?? 'Produto balcão',
      quantity: draft.quantity ?? 1,
      unitCents: draft.unitCents,
    };
  });
}

/**
 * The order brought to another total the way a clerk would: a lower one by a discount, a higher one by a further
 * item. Freight and other expenses stay.
 */
function withTotal(order: Order, totalCents: number, nextItemId: () => number): Order {
  const netCents = totalCents - order.freightCents - order.otherExpensesCents;
  const missingCents = netCents - goodsOf(order.items);
  if (missingCents <= 0) return priced({ ...order, discount: { unit: 'REAL', cents: -missingCents } });
  const added = writtenItems([{ description: 'Item acrescentado', unitCents: missingCents }], nextItemId);
  return priced({ ...order, items: [...order.items, ...added], discount: noDiscount });
}

/** The order a draft describes. */
export function newOrder(draft: OrderDraft, origin: OrderOrigin): Order {
  const { freightCents = 0, otherExpensesCents = 0, totalCents, discount = noDiscount } = draft;
  const discountCents = discount.unit === 'REAL' ? discount.cents : 0;
  const single = { unitCents: (totalCents ?? 0) + discountCents - freightCents - otherExpensesCents };
  const order = priced({
    id: origin.id,
    number: origin.number,
    storeNumber: draft.storeNumber ?? '',
    date: draft.date ?? origin.today,
    contactId: draft.contactId ?? origin.contactId,
    situationId: draft.situationId ?? 0,
    channelId: draft.channelId ?? 0,
    sellerId: origin.sellerId,
    items: writtenItems(draft.items ?? [single], origin.nextItemId),
    discount,
    freightCents,
    otherExpensesCents,
    instalments: draft.instalments ?? 1,
    ...(draft.invoiceId === undefined ? {} : { invoiceId: draft.invoiceId }),
    ...(draft.oddFields ? { oddFields: draft.oddFields } : {}),
    changedAt: origin.now,
  });
  const settled = draft.items === undefined || totalCents === undefined;
  return settled ? order : withTotal(order, totalCents, origin.nextItemId);
}

/** The order after a change: what the draft leaves out stays as it was. */
export function patchedOrder(order: Order, change: OrderDraft, now: number, nextItemId: () => number): Order {
  const { items, totalCents, ...rest } = change;
  const written = items ? writtenItems(items, nextItemId) : order.items;
  const patched = priced({ ...order, ...rest, items: written, changedAt: now });
  return totalCents === undefined ? patched : withTotal(patched, totalCents, nextItemId);
}
