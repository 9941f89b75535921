import { localDate } from '../calendar';
import type { Instant, Zone } from '../basis';
import type { Redemption } from '../ledger';

/** A sale as far as a use can name it (R46). */
export interface NamedSale {
  id: string;
  /** Ids by which it is meant beyond doubt: its own, and those of the tellings of other sources that count by it. */
  ids: readonly string[];
  /** External ids and numbers; the ids may be among them. */
  names: readonly string[];
  customerId: string | null;
  storeId: string | null;
  /** null: its source has not been read, and nobody can tell whether it is the sale that is meant. */
  soldAt: Instant | null;
  zone: Zone;
}

/** A use as far as it names a sale. */
export type NamingUse = Pick<
  Redemption,
  'customerId' | 'saleRef' | 'storeId' | 'zone' | 'reservedAt' | 'confirmedAt'
>;

/** How far from the use a sale may have been sold, in local days: order numbers begin anew at many tills each day. */
export const NAMED_WITHIN_DAYS = 3;
const DAY = 86_400_000;

/** A reference in the one spelling in which references are compared: without a leading `#` and leading zeros. */
export function refKey(ref: string): string {
  const bare = ref
    .trim()
    .replace(/^#\s*/, '')
    .replace(/^0+(?=.)/, '');
  return bare === '' ? ref : bare;
}

/** When a use was made: confirmed, or while it is not, reserved. */
export function usedAt({ confirmedAt, reservedAt }: Pick<NamingUse, 'confirmedAt' | 'reservedAt'>): Instant {
  return confirmedAt ?? reservedAt;
}

/**
 * Whether a use can mean the sale: by its id; or by external id or number, where the sale is the same customer's or nobody's
 * yet, of the same store where both are known, and sold at most three local days before or after the use (R46).
 */
export function mayName(use: NamingUse, sale: NamedSale): boolean {
  const { saleRef } = use;
  if (saleRef === null) return false;
  if (sale.ids.includes(saleRef)) return true;
  const key = refKey(saleRef);
  return (
    sale.soldAt !== null &&
    sale.names.some((name) => refKey(name) === key) &&
    (sale.customerId === null || sale.customerId === use.customerId) &&
    (sale.storeId === null || use.storeId === null || sale.storeId === use.storeId) &&
    daysApart(sale.soldAt, usedAt(use), sale.zone) <= NAMED_WITHIN_DAYS
  );
}

/** The sale a use names among those that are known: by id, else the nearest in time, then the later (R46). Null: none. */
export function saleNamed(use: NamingUse, sales: readonly NamedSale[]): NamedSale | null {
  const { saleRef } = use;
  if (saleRef === null) return null;
  const byId = sales.find(({ ids }) => ids.includes(saleRef));
  if (byId) return byId;
  const [nearest = null] = sales.filter((sale) => mayName(use, sale)).toSorted(byNearness(usedAt(use)));
  return nearest;
}

/** Whether two uses give the same reference within the same three days. */
export function sameReference(a: NamingUse, b: NamingUse): boolean {
  if (a.saleRef === null || b.saleRef === null || refKey(a.saleRef) !== refKey(b.saleRef)) return false;
  return daysApart(usedAt(a), usedAt(b), a.zone) <= NAMED_WITHIN_DAYS;
}

function byNearness(at: Instant): (a: NamedSale, b: NamedSale) => number {
  const distance = ({ soldAt }: NamedSale): number => Math.abs((soldAt ?? 0) - at);
  return (a, b) =>
    distance(a) - distance(b) ||
    (b.soldAt ?? 0) - (a.soldAt ?? 0) ||
    (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function daysApart(a: Instant, b: Instant, zone: Zone): number {
  return Math.abs(Date.parse(localDate(a, zone)) - Date.parse(localDate(b, zone))) / DAY;
}
