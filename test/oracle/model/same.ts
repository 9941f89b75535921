import { localDate } from './calendar';
import type { Sale } from './world';

/** The series in which a number says which purchase it is; the number of a till is none of them (R47). */
const SERIES = ['shop', 'invoice', 'erp'] as const;
const DAY_MS = 86_400_000;

export type Likeness = 'same' | 'doubtful' | 'distinct';

const sourceOf = ({ content }: Sale): string => `${content.channel} ${content.connectionId ?? ''}`;
const dayOf = ({ content, zone }: Sale): string => localDate(Date.parse(content.soldAt), zone);
const spelled = (number: string): string => number.trim().replace(/^#/, '').toUpperCase();

/** What the sale is called in a series (R47). A shop's own names for it are the shop's order. */
function numbersIn(series: (typeof SERIES)[number], { content }: Sale): string[] {
  const { id, channel, externalId, number, marketplaceNumber, accessKey, erpNumber } = content;
  const told = {
    shop: channel === 'ecommerce' ? [marketplaceNumber, externalId ?? id, number] : [marketplaceNumber],
    invoice: [accessKey?.replace(/\D/g, '')],
    erp: [channel === 'bling' ? number : erpNumber],
  };
  return told[series].flatMap((one) => (one ? [spelled(one)] : []));
}

/** The numbers of one series that both have, and whether in some series both have numbers and none in common. */
function evidence(one: Sale, other: Sale): { common: number; contrary: boolean; shopOrder: boolean } {
  const found = { common: 0, contrary: false, shopOrder: false };
  for (const series of SERIES) {
    const bothBling = one.content.channel === 'bling' && other.content.channel === 'bling';
    if (series === 'erp' && bothBling) continue;
    const [mine, theirs] = [numbersIn(series, one), numbersIn(series, other)];
    if (mine.length === 0 || theirs.length === 0) continue;
    const common = mine.filter((number) => theirs.includes(number)).length;
    found.common += common;
    if (common === 0) found.contrary = true;
    if (common > 0 && series === 'shop') found.shopOrder = true;
  }
  return found;
}

/**
 * Whether two sales are one purchase (R47). A customer missing on one side is no agreement.
 * @param b who bought the other
 */
export function likeness(one: Sale, other: Sale, b = other.customerId): Likeness {
  const { common, contrary, shopOrder } = evidence(one, other);
  const apart = Math.abs(Date.parse(dayOf(one)) - Date.parse(dayOf(other))) / DAY_MS;
  const sameTotal = one.content.totalCents === other.content.totalCents;
  const a = one.customerId;
  const agreed = a !== null && a === b;
  if (sourceOf(one) === sourceOf(other))
    return shopOrder && agreed && sameTotal && apart === 0 ? 'doubtful' : 'distinct';
  if (common === 0) return !contrary && agreed && sameTotal && apart === 0 ? 'doubtful' : 'distinct';
  if (sameTotal && apart === 0) return !contrary && a === b ? 'same' : 'doubtful';
  const against = a !== null && b !== null && a !== b;
  return apart <= 1 && (agreed || (sameTotal && !against)) ? 'doubtful' : 'distinct';
}

/** By what a sale is found: the customer's total of a day, then each number on its day, and that a day off. */
export function traces(sale: Sale): { own: string[]; near: string[] } {
  const day = dayOf(sale);
  const numbers = SERIES.flatMap((series) => numbersIn(series, sale));
  const on = (date: string): string[] => [...new Set(numbers)].sort().map((number) => `${number} ${date}`);
  const beside = [-1, 1].map((days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10));
  const total = `! ${sale.customerId} ${sale.content.totalCents} ${day}`;
  return {
    own: [...(sale.customerId === null ? [] : [total]), ...on(day)],
    near: beside.flatMap(on),
  };
}

/** Everything by which a sale is compared: while it is the same, so is what came of it. */
export function marksOf(sale: Sale): string {
  const numbers = SERIES.map((series) => numbersIn(series, sale));
  return JSON.stringify([sourceOf(sale), dayOf(sale), sale.content.totalCents, sale.customerId, numbers]);
}
