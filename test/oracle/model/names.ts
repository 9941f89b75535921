import { localDate } from './calendar';
import { isKeptWith, isUnasked, rootOf } from './world';
import type { Redemption, Sale, World } from './world';

const DAY_MS = 86_400_000;

/** A reference, `#` and leading zeros aside (R46). */
export function spelled(ref: string): string {
  const digits = ref.startsWith('#') ? ref.slice(1) : ref;
  let first = 0;
  while (first < digits.length - 1 && digits[first] === '0') first += 1;
  return digits.slice(first);
}

type Naming = Pick<Redemption, 'customerId' | 'saleRef' | 'storeId' | 'madeAt'>;

/** At most three local days lie between the two instants. */
const within = (one: number, other: number, zone: string): boolean =>
  Math.abs(Date.parse(localDate(one, zone)) - Date.parse(localDate(other, zone))) <= 3 * DAY_MS;

/** Whether a use can mean a sale: by its id, or by what else it is called and whose, where and when it was sold (R46). */
export function canMean(use: Naming, sale: Sale): boolean {
  if (use.saleRef === undefined) return false;
  const tellings = [sale, ...sale.tellings];
  if (tellings.some(({ id }) => id === use.saleRef)) return true;
  const { storeId, soldAt } = sale.content;
  if (isUnasked(sale) || !calls(sale, use)) return false;
  if (sale.customerId !== null && sale.customerId !== use.customerId) return false;
  if (storeId !== undefined && use.storeId !== undefined && storeId !== use.storeId) return false;
  return within(Date.parse(soldAt), use.madeAt, sale.zone);
}

/** Whether a use gives one of the sale's names. */
function calls(sale: Sale, { saleRef }: Pick<Redemption, 'saleRef'>): boolean {
  const names = [sale, ...sale.tellings].flatMap(namesOf).map(spelled);
  return saleRef !== undefined && names.includes(spelled(saleRef));
}

/** Whether some use is kept with the sale, or is live, gives one of its names and is kept with none. */
export function mayBePaid(world: World, sale: Sale): boolean {
  const loose = (use: Redemption): boolean => isOpen(use) && use.kept === undefined && calls(sale, use);
  return world.redemptions.some((use) => loose(use) || isKeptWith(use, sale));
}

function namesOf({ content }: Sale): string[] {
  const { id, externalId, number, marketplaceNumber } = content;
  return [id, externalId, number, marketplaceNumber].filter((name) => name !== undefined);
}

/** Of all sales that count for their purchase, the one a use means: by id, or the nearest in time, then the later (R46). */
export function meant(world: World, use: Naming): Sale | undefined {
  const byId = use.saleRef === undefined ? undefined : world.sales.get(use.saleRef);
  if (byId) return rootOf(byId);
  let best: Sale | undefined;
  for (const sale of world.sales.values())
    if (!sale.countsBy && canMean(use, sale) && isBetter(use, sale, best)) best = sale;
  return best;
}

function isBetter(use: Naming, sale: Sale, best: Sale | undefined): boolean {
  if (!best) return true;
  const soldAt = Date.parse(sale.content.soldAt);
  const bestAt = Date.parse(best.content.soldAt);
  const nearer = Math.abs(bestAt - use.madeAt) - Math.abs(soldAt - use.madeAt);
  if (nearer !== 0) return nearer > 0;
  return soldAt === bestAt ? sale.id > best.id : soldAt > bestAt;
}

const isOpen = ({ state }: Redemption): boolean => state === 'reserved' || state === 'confirmed';

/**
 * A sale was completed first, claimed or edited: uses kept with it that cannot mean it any more mean another, if any, also where it
 * was never completed; those that were confirmed and mean none yet may mean it once it is, at its first completion also what is
 * reserved (R46).
 * @param begins it is completed or over, or was once
 * @returns the other sales that got a use by it, by id
 */
export function findUses(
  world: World,
  sale: Sale,
  { begins, first }: { begins: boolean; first: boolean },
): Sale[] {
  const astray = world.redemptions.filter(
    (use) => isOpen(use) && isKeptWith(use, sale) && !canMean(use, sale),
  );
  const found = world.redemptions.filter(
    (use) =>
      begins &&
      use.kept === undefined &&
      (use.state === 'confirmed' || (first && use.state === 'reserved')) &&
      canMean(use, sale),
  );
  const others = new Set<Sale>();
  for (const use of [...astray, ...found]) {
    const named = meant(world, use);
    if (named && isKeptWith(use, named)) continue;
    use.kept = named?.id;
    if (named && named !== sale) others.add(named);
  }
  return [...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether another live use takes of the same largest share: of the same sale, or with the same reference where one is unknown (R31, R46). */
export function sharesWith(world: World, other: Redemption, use: Naming): boolean {
  if (other.saleRef === undefined || use.saleRef === undefined) return false;
  const sale = meant(world, use);
  if (other.kept !== undefined && sale) return isKeptWith(other, sale);
  const same = spelled(other.saleRef) === spelled(use.saleRef);
  if (same && within(other.madeAt, use.madeAt, other.version.zone)) return true;
  return sale !== undefined && canMean(other, sale);
}

/** Whether staff name the sale that a voucher's use was for, by the same reference or by the id of its sale (R36, R46). */
export function isFor({ saleRef, kept }: Redemption, said: string | undefined): boolean {
  if (saleRef === undefined || said === undefined) return saleRef === said;
  return spelled(saleRef) === spelled(said) || kept === said;
}
