import type { Random } from './random';

/** A sale that is going to be made. */
export interface PlannedSale {
  readonly kind: 'sale';
  readonly number: number;
  readonly how: 'told by Bling' | 'posted';
  /** The place of its shop. */
  readonly shop: number;
  /** Who buys: the same number is the same person. */
  readonly buyer: number;
  readonly totalCents: number;
}

/** What staff do with value, one call after the other. */
export const USE_WAYS = [
  'used at once',
  'used at once by somebody impatient',
  'reserved and confirmed',
  'reserved and let go',
  'confirmed and rolled back',
  'voucher used',
  'voucher used and rolled back',
] as const;
export type UseWay = (typeof USE_WAYS)[number];

/** A use of value that is going to be made. */
export interface PlannedUse {
  readonly kind: 'use';
  readonly number: number;
  readonly way: UseWay;
  /** The place of the customer among those who have balance. */
  readonly customer: number;
  readonly cents: number;
}

export type Job = PlannedSale | PlannedUse;

/** How many there are of what takes part. */
export interface Cast {
  readonly shops: number;
  readonly customers: number;
}

const SMALLEST_CENTS = 1_000;
const LARGEST_CENTS = 99_999;
const LARGEST_USE_CENTS = 5;

/** All that is going to be done, in the order in which it is begun. */
export function planWork(
  random: Random,
  { sales, redemptions }: { sales: number; redemptions: number },
  { shops, customers }: Cast,
): Job[] {
  const aSale = (_: unknown, number: number): Job => ({
    ...{ kind: 'sale', number, shop: random.whole(0, shops - 1) },
    how: number % 2 === 0 ? 'told by Bling' : 'posted',
    buyer: number,
    totalCents: random.whole(SMALLEST_CENTS, LARGEST_CENTS),
  });
  const aUse = (_: unknown, number: number): Job => ({
    ...{ kind: 'use', number, way: USE_WAYS[random.whole(0, USE_WAYS.length - 1)]! },
    customer: random.whole(0, customers - 1),
    cents: random.whole(1, LARGEST_USE_CENTS),
  });
  const all = [...Array.from({ length: sales }, aSale), ...Array.from({ length: redemptions }, aUse)];
  return random.shuffled(all.map(sharedBuyers));
}

/** Of four sales, the second and the third are to one person, in one shop: once told by Bling and once posted. */
function sharedBuyers(job: Job, _: number, all: readonly Job[]): Job {
  if (job.kind !== 'sale' || job.number % 4 !== 2) return job;
  const before = all[job.number - 1] as PlannedSale;
  return { ...job, buyer: before.buyer, shop: before.shop };
}
