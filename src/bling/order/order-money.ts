import type { SaleItem } from '../../loyalty';
import type { RawAmount } from '../http';
import { add, distanceFromHundredths, exceeds, multiply, parseDecimal, roundToHundredths } from './decimal';
import type { Decimal } from './decimal';
import { InvalidOrderError } from './invalid-order';
import type { BlingOrder } from './order-schema';

const ZERO: Decimal = { units: 0n, scale: 0 };
/** R$ 10,000,000: beyond it an amount is a typing error, not a sale. */
const LARGEST: Decimal = { units: 10_000_000n, scale: 0 };
/** What float noise may add to two decimals (230.00000000000003); anything more is a third decimal. */
const NOISE: Decimal = { units: 1n, scale: 6 };
const ONE_HUNDREDTH: Decimal = { units: 1n, scale: 2 };
const HUNDRED: Decimal = { units: 100n, scale: 0 };

/**
 * An amount of an order in integer cents. Bling's amounts are floats of two decimals; what is not one of
 * those is refused rather than rounded.
 *
 * @throws InvalidOrderError when it is missing, not a number, negative, above R$ 10,000,000, or has more
 * decimals.
 */
export function requiredCents(orderId: string, field: string, raw: RawAmount | null): number {
  if (raw === null) throw new InvalidOrderError(orderId, field, 'is missing');
  const amount = checked(orderId, field, raw);
  if (exceeds(distanceFromHundredths(amount), NOISE)) {
    throw new InvalidOrderError(orderId, field, 'has more than two decimals');
  }
  return Number(roundToHundredths(amount));
}

/** Like `requiredCents`, with nothing for an amount that is not there. */
export function optionalCents(orderId: string, field: string, raw: RawAmount | null): number {
  return raw === null ? 0 : requiredCents(orderId, field, raw);
}

/**
 * The lines and what each costs: quantity × unit price, exact, then rounded half up to the cent. Unit prices
 * may have more than two decimals and quantities may be fractional, as things sold by weight or length are.
 */
export function saleItems(order: BlingOrder): SaleItem[] {
  return exactItems(order).map(({ sku, total }) => ({ sku, totalCents: Number(roundToHundredths(total)) }));
}

/**
 * The order's own discount. A percentage is one of the lines together, freight excluded, rounded half up to
 * the cent.
 */
export function discountCents(order: BlingOrder): number {
  const { value = null, unit = null } = order.discount ?? {};
  if (unit !== 'PERCENTUAL') return optionalCents(order.id, 'desconto.valor', value);
  const percent = checked(order.id, 'desconto.valor', value ?? 0);
  if (exceeds(percent, HUNDRED))
    throw new InvalidOrderError(order.id, 'desconto.valor', 'is more than 100 %');
  const goods = exactItems(order).reduce((sum, { total }) => add(sum, total), ZERO);
  return Number(roundToHundredths(multiply(multiply(goods, percent), ONE_HUNDREDTH)));
}

function exactItems(order: BlingOrder): { sku: string; total: Decimal }[] {
  return order.items.map((item, index) => {
    const quantity = checked(order.id, `itens[${index}].quantidade`, item.quantity ?? 0);
    const unitPrice = checked(order.id, `itens[${index}].valor`, item.unitPrice ?? 0);
    const total = multiply(quantity, unitPrice);
    if (exceeds(total, LARGEST)) throw new InvalidOrderError(order.id, `itens[${index}]`, 'is too large');
    return { sku: item.sku, total };
  });
}

function checked(orderId: string, field: string, raw: RawAmount): Decimal {
  const amount = parseDecimal(raw);
  if (amount === null) throw new InvalidOrderError(orderId, field, 'is not a number');
  if (amount.units < 0n) throw new InvalidOrderError(orderId, field, 'is negative');
  if (exceeds(amount, LARGEST)) throw new InvalidOrderError(orderId, field, 'is too large');
  return amount;
}
