import { goodsCents, startOfDate } from '../../loyalty';
import type { SaleContent, SaleItem, Zone } from '../../loyalty';
import { InvalidOrderError } from './invalid-order';
import { discountCents, optionalCents, requiredCents, saleItems } from './order-money';
import type { BlingOrder, Situation } from './order-schema';

/** A Bling order as a sale: what the rules look at, and what identifies it. */
export interface BlingSale extends SaleContent {
  /** The order's id, which with merchant and channel is the sale's identity. */
  externalId: string;
  /** The number staff and customers know the order by. */
  number: string | null;
  /** The order's number in the shop or marketplace it came from. */
  marketplaceNumber: string | null;
  /** Bling's contact, to be read for the customer; `null` when the order names none. */
  contactId: string | null;
  situation: Situation | null;
  /** Total less freight and other expenses, never negative (R20's T′). */
  goodsCents: number;
}

/**
 * Makes a sale of an order. All money becomes integer cents. `total` is taken as Bling states it; lines only say how the goods
 * divide, and a field on which the result does not depend never refuses the order (R52).
 *
 * @param zone The store's time zone. Bling gives the day of an order but no time, so the sale counts as made
 * at the first instant of that day there.
 * @param linesMatter Whether a rule asks for products; where none does, lines that cannot be read are left out.
 * @throws InvalidOrderError naming the field; UnknownZoneError.
 */
export function toSaleContent(order: BlingOrder, zone: Zone, linesMatter = true): BlingSale {
  if (order.date === null) throw new InvalidOrderError(order.id, 'data', 'is missing or not a date');
  const amounts = {
    totalCents: requiredCents(order.id, 'total', order.total),
    freightCents: optionalCents(order.id, 'transporte.frete', order.freight),
    otherExpensesCents: optionalCents(order.id, 'outrasDespesas', order.otherExpenses),
  };
  return {
    channel: 'bling',
    externalId: order.id,
    number: order.number,
    marketplaceNumber: order.marketplaceNumber,
    storeId: order.storeId,
    contactId: order.contactId,
    situation: order.situation,
    soldAt: order.issuedAt ?? startOfDate(order.date, zone),
    ...amounts,
    discountCents: discountCents(order),
    goodsCents: goodsCents(amounts),
    items: linesOf(order, linesMatter),
  };
}

function linesOf(order: BlingOrder, linesMatter: boolean): SaleItem[] {
  try {
    return saleItems(order);
  } catch (error) {
    if (linesMatter || !(error instanceof InvalidOrderError)) throw error;
    return [];
  }
}
