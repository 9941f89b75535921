import * as fc from 'fast-check';
import { maybe } from './programs';
import type { BalanceType, Deed, SaleInput } from './model/input';

/** How long after the step before: so many milliseconds, or at (or just before) the next local midnight. */
export type Gap = { ms: number } | { midnight: number };

/** What of a second telling of a sale differs from the first, if anything (R47). */
export const ODDITIES = [
  ...(['nothing', 'nothing', 'nothing', 'number', 'total'] as const),
  ...(['day', 'customer', 'nobody', 'source'] as const),
];
export type Oddity = (typeof ODDITIES)[number];

/**
 * A step whose instant is still open: a deed, a sale told as another is, or again with some of its content changed. `open`: it is not
 * completed, or not any more.
 */
export type Step =
  | { gap: Gap; deed: Deed }
  | { gap: Gap; twin: string; of: string; odd: Oddity; segments?: string[] }
  | {
      gap: Gap;
      change: string;
      to: Partial<SaleInput>;
      soldBefore: number;
      segments?: string[];
      open?: true;
    };

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const short = fc.record({ ms: fc.constantFrom(0, 0, MINUTE, 15 * MINUTE, HOUR) });
const gap: fc.Arbitrary<Gap> = fc.oneof(
  { weight: 7, arbitrary: short },
  { weight: 3, arbitrary: fc.record({ ms: fc.integer({ min: 1, max: 5 }).map((days) => days * DAY) }) },
  { weight: 1, arbitrary: fc.record({ ms: fc.integer({ min: 25, max: 95 }).map((days) => days * DAY) }) },
  { weight: 2, arbitrary: fc.record({ midnight: fc.constantFrom(0, -1) }) },
);

export const saleId = fc.constantFrom('s1', 's2', 's3', 's4');
export const customerId = fc.constantFrom('ana', 'ana', 'bia');
export const type: fc.Arbitrary<BalanceType> = fc.constantFrom('cashback', 'cashback', 'points');
/** Totals from nothing to millions, mostly everyday ones. */
export const cents = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 6, arbitrary: fc.integer({ min: 1000, max: 30_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 90_000_000_000 }) },
);
/** Amounts to redeem or adjust: about what sales of such totals earn. */
export const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 }));
export const segments = maybe(fc.constant<string[]>(['vip']));
/** Sales are named by id, external id or a number that several of them have. */
export const saleRef = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('', 'x'), saleId).map(([kind, id]) => kind + id) },
  { weight: 2, arbitrary: fc.constantFrom('57', '#57', '057', '58') },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** The sale that a reference by id or external id was made for. */
export const saleOfRef = (ref: string | undefined): string | undefined =>
  ref !== undefined && /s\d$/.test(ref) ? ref.slice(-2) : undefined;

/** Adds the wait before it to whatever happens. */
export const after = <T extends object>(
  what: fc.Arbitrary<T>,
  wait: fc.Arbitrary<Gap> = gap,
): fc.Arbitrary<T & { gap: Gap }> => fc.tuple(wait, what).map(([before, one]) => ({ gap: before, ...one }));

/** One deed after a while. */
export const deed = (what: fc.Arbitrary<Deed>): fc.Arbitrary<Step[]> =>
  after(fc.record({ deed: what })).map((step) => [step]);

/** A first deed and up to three that follow it, mostly soon. */
export const deeds = (
  first: fc.Arbitrary<Deed>,
  next: (first: Deed) => fc.Arbitrary<Deed>,
): fc.Arbitrary<Step[]> =>
  first.chain((start) => {
    const follow = after(fc.record({ deed: next(start) }), fc.oneof(short, gap));
    return fc
      .tuple(after(fc.record({ deed: fc.constant(start) })), fc.array(follow, { minLength: 1, maxLength: 3 }))
      .map(([one, more]): Step[] => [one, ...more]);
  });
