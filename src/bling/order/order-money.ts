import type { SaleItem } from '../../loyalty';
import type { RawAmount } from '../http';
import { add, exceeds, multiply, parseDecimal, roundToHundredths } from './decimal';
import type { Decimal } from './decimal';
import { InvalidOrderError } from './invalid-order';
import type { BlingOrder } from './order-schema';

const ZERO: Decimal = { units: 0n, scale: 0 };
/** R$ 10,000,000: beyond it an amount is a typing error, not a sale. */
const LARGEST: Decimal = { units: 10_000_000n, scale: 0 };
const ONE_HUNDREDTH: Decimal = { units: 1n, scale: 2 };
const HUNDRED: Decimal = { units: 100n, scale: 0 };

/**
 * An amount of an order in integer cents, of either sign: what has more than two decimals is taken exactly and rounded half up
 * to the cent, once (R52).
 * @throws InvalidOrderError when it is missing, not a number, or beyond R$ 10,000,000.
 */
export function requiredCents(orderId: string, field: string, raw: RawAmount | null): number {
  if (raw === null) throw new InvalidOrderError(orderId, field, 'is missing');
  return Number(roundToHundredths(checked(orderId, field, raw)));
}

/** The same for what is only compared: null where nothing can be made of it. */
export function centsOrNull(raw: RawAmount | null): number | null {
  const amount = raw === null ? null : parseDecimal(raw);
  return amount === null || isBeyond(amount) ? null : Number(roundToHundredths(amount));
}

/** Like `requiredCents`, with nothing for an amount that is not there. */
export function optionalCents(orderId: string, field: string, raw: RawAmount | null): number {
  return raw === null ? 0 : requiredCents(orderId, field, raw);
}

/**
 * The lines and what each costs: quantity × unit price, exact, then rounded half up to the cent. Unit prices may have more
 * than two decimals and quantities may be fractional, as things sold by weight or length are; a negative line is an exchange.
 * @throws InvalidOrderError for a line that cannot be read
 */
export function saleItems(order: BlingOrder): SaleItem[] {
  return exactItems(order).map(({ sku, total }) => ({ sku, totalCents: Number(roundToHundredths(total)) }));
}

/**
 * The order's own discount, at least nothing. A percentage is one of the lines together, freight excluded, at most all of
 * them, rounded half up to the cent. `total` is net of it already, so one that cannot be read counts as none (R52).
 */
export function discountCents(order: BlingOrder): number {
  const { value = null, unit = null } = order.discount ?? {};
  const amount = value === null ? null : parseDecimal(value);
  if (amount === null || amount.units < 0n) return 0;
  if (unit !== 'PERCENTUAL') return exceeds(amount, LARGEST) ? 0 : Number(roundToHundredths(amount));
  const goods = readableGoods(order);
  if (goods === null) return 0;
  const percent = exceeds(amount, HUNDRED) ? HUNDRED : amount;
  return Math.max(0, Number(roundToHundredths(multiply(multiply(goods, percent), ONE_HUNDREDTH))));
}

/** What the lines come to; null where one of them cannot be read. */
function readableGoods(order: BlingOrder): Decimal | null {
  try {
    return exactItems(order).reduce((sum, { total }) => add(sum, total), ZERO);
  } catch (error) {
    if (error instanceof InvalidOrderError) return null;
    throw error;
  }
}

function exactItems(order: BlingOrder): { sku: string; total: Decimal }[] {
  return order.items.map((item, index) => {
    const quantity = checked(order.id, `itens[${index}].quantidade`, item.quantity ?? 0);
    const unitPrice = checked(order.id, `itens[${index}].valor`, item.unitPrice ?? 0);
    const total = multiply(quantity, unitPrice);
    if (isBeyond(total)) throw new InvalidOrderError(order.id, `itens[${index}]`, 'is too large');
    return { sku: item.sku, total };
  });
}

function checked(orderId: string, field: string, raw: RawAmount): Decimal {
  const amount = parseDecimal(raw);
  if (amount === null) throw new InvalidOrderError(orderId, field, 'is not a number');
  if (isBeyond(amount)) throw new InvalidOrderError(orderId, field, 'is too large');
  return amount;
}

function isBeyond({ units, scale }: Decimal): boolean {
  return exceeds({ units: units < 0n ? -units : units, scale }, LARGEST);
}
