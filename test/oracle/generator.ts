import * as fc from 'fast-check';
import { addToDate, localDate, startOf } from './model/calendar';
import { aimed, voucherRulesOf } from './aim';
import { maybe, programs, VOUCHER_RULES } from './programs';
import type { Seen } from './aim';
import type { BalanceType, Deed, History, HistoryEvent, ProgramInput, SaleInput } from './model/input';

/** How long after the event before: so many milliseconds, or at (or just before) the next local midnight. */
type Gap = { ms: number } | { midnight: number };

/** A step that still has to be made concrete: `again` is a sale as last told, `change` alters that. */
type Step =
  | { gap: Gap; deed: Deed }
  | { gap: Gap; change: string; to: Partial<SaleInput>; soldBefore: number; segments?: string[] };

const SALES = ['s1', 's2', 's3', 's4'];
const CUSTOMERS = ['ana', 'bia'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STARTS = [
  '2026-01-30T23:30:00Z',
  '2028-02-27T12:00:00Z',
  '2026-09-04T15:00:00Z',
  '2026-04-03T15:00:00Z',
  '2018-11-02T15:00:00Z',
];

const gap: fc.Arbitrary<Gap> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ ms: fc.constantFrom(0, MINUTE, 15 * MINUTE, HOUR) }) },
  { weight: 3, arbitrary: fc.record({ ms: fc.integer({ min: 1, max: 5 }).map((days) => days * DAY) }) },
  { weight: 1, arbitrary: fc.record({ ms: fc.integer({ min: 25, max: 95 }).map((days) => days * DAY) }) },
  { weight: 2, arbitrary: fc.record({ midnight: fc.constantFrom(0, -1) }) },
);

const saleId = fc.constantFrom(...SALES);
const customerId = fc.constantFrom(...CUSTOMERS);
const type: fc.Arbitrary<BalanceType> = fc.constantFrom('cashback', 'cashback', 'points');
const cents = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 6, arbitrary: fc.integer({ min: 1000, max: 30_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 900_000_000 }) },
);
/** Amounts to redeem or adjust: about what sales of such totals earn. */
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 }));
const segments = maybe(fc.constant<string[]>(['vip']));
/** Sales are named by id, external id or number. */
const saleRef = maybe(fc.tuple(fc.constantFrom('', 'x', 'n'), saleId).map(([kind, id]) => kind + id));
const redemptionId = fc.integer({ min: 0, max: 6 }).map((number) => `r${number}`);
const code = fc.tuple(saleId, fc.constantFrom(...VOUCHER_RULES), customerId).map((parts) => parts.join('/'));

const content: fc.Arbitrary<Partial<SaleInput>> = fc
  .record(
    {
      customerId: fc.constantFrom('ana', 'ana', 'bia', null),
      channel: fc.constantFrom('pos', 'ecommerce'),
      storeId: fc.constantFrom('centro', 'praia'),
      totalCents: cents,
      shares: fc.record({ freight: fc.constantFrom(0, 0, 0.1), other: fc.constantFrom(0, 0, 0.05) }),
      discountCents: fc.constantFrom(0, 100, 700),
      items: fc.array(
        fc.record({
          sku: fc.constantFrom('cafe', 'pao', 'leite'),
          totalCents: fc.integer({ min: 1, max: 9999 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['customerId', 'totalCents', 'shares', 'channel'] },
  )
  .map(({ shares, ...rest }) => ({
    ...rest,
    freightCents: Math.floor(rest.totalCents * shares.freight),
    otherExpensesCents: Math.floor(rest.totalCents * shares.other),
  }));

const tell = <T extends object>(deed: fc.Arbitrary<T>): fc.Arbitrary<T & { gap: Gap }> =>
  fc.tuple(gap, deed).map(([wait, what]) => ({ gap: wait, ...what }));

const change = (to: fc.Arbitrary<Partial<SaleInput>>): fc.Arbitrary<Step> =>
  tell(fc.record({ change: saleId, to, soldBefore: fc.constantFrom(0, 0, HOUR, 20 * DAY), segments }));

const deed = (what: fc.Arbitrary<Deed>): fc.Arbitrary<Step> => tell(fc.record({ deed: what }));

const reserve: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('reserve' as const),
  id: redemptionId,
  customerId,
  type,
  amount,
  saleTotalCents: fc.constantFrom(50, 4000, 100_000),
  freightCents: fc.constantFrom(undefined, undefined, 40),
  saleRef,
  confirm: fc.constantFrom(true, true, undefined),
});

const useVoucher: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom('voucher.reserve' as const, 'voucher.redeem' as const),
  code,
  saleTotalCents: fc.constantFrom(50, 4000, 100_000),
  saleRef,
  storeId: fc.constantFrom(undefined, 'centro', 'centro', 'praia'),
});

const steps: fc.Arbitrary<Step>[] = [
  change(content),
  change(content),
  change(fc.constant({})),
  change(fc.record({ totalCents: cents, freightCents: fc.constant(0), otherExpensesCents: fc.constant(0) })),
  change(fc.record({ customerId: fc.constantFrom('ana', 'bia') })),
  deed(fc.record({ do: fc.constantFrom('cancel' as const, 'reopen' as const, 'cancel' as const), saleId })),
  deed(fc.record({ do: fc.constant('return' as const), saleId, amountCents: cents })),
  deed(fc.record({ do: fc.constant('claim' as const), saleId, customerId, segments })),
  deed(reserve),
  deed(reserve),
  deed(reserve),
  deed(
    fc.record({
      do: fc.constantFrom('confirm' as const, 'release' as const, 'rollback' as const),
      id: redemptionId,
    }),
  ),
  deed(
    fc.record({
      do: fc.constant('adjust' as const),
      customerId,
      type,
      amount: fc.tuple(amount, fc.constantFrom(1, 1, -1)).map(([size, sign]) => size * sign),
      reason: fc.constant('Acerto'),
    }),
  ),
  deed(useVoucher),
  deed(useVoucher),
  deed(fc.record({ do: fc.constant('voucher.release' as const), code })),
  deed(
    fc.record({
      do: fc.constant('voucher.rollback' as const),
      code,
      saleRef: fc.constantFrom(undefined, 's2'),
    }),
  ),
  deed(fc.record({ do: fc.constant('publish' as const), program: programs })),
  deed(fc.constant({ do: 'tick' as const })),
];

/** Random programs with random histories over few sales, customers and redemptions, so that things collide. */
export const histories = (maxLength: number): fc.Arbitrary<History> =>
  fc
    .tuple(
      programs,
      fc.constantFrom(...STARTS),
      fc.array(change(content), { maxLength: 4, size: 'max' }),
      fc.array(fc.oneof(...steps), { minLength: 1, maxLength, size: 'max' }),
    )
    .map(([program, start, first, rest]) => concrete(program, Date.parse(start), [...first, ...rest]));

/** Gives steps their instants, sales the rest of their content, and most names something to stand for. */
function concrete(program: ProgramInput, start: number, told: Step[]): History {
  const seen: Seen = { sales: new Map(), redemptions: [], voucherRules: voucherRulesOf(program) };
  let now = start;
  const events = told.flatMap((step): HistoryEvent[] => {
    now = after(now, step.gap, program.timezone);
    const at = new Date(now).toISOString();
    if ('deed' in step) return aimed(step.deed, seen).map((deed) => ({ at, ...deed }));
    const known = seen.sales.get(step.change) ?? newSale(step.change, now - step.soldBefore);
    const sale = { ...known, ...step.to };
    seen.sales.set(sale.id, sale);
    return [{ at, do: 'complete', sale, segments: step.segments }];
  });
  return JSON.parse(JSON.stringify({ program, events })) as History;
}

function after(now: number, wait: Gap, zone: string): number {
  if ('ms' in wait) return now + wait.ms;
  return Math.max(now, startOf(addToDate(localDate(now, zone), 0, 1), zone) + wait.midnight);
}

function newSale(id: string, soldAt: number): SaleInput {
  const names = { number: `n${id}`, externalId: `x${id}`, channel: 'pos' };
  return { id, customerId: 'ana', ...names, soldAt: new Date(soldAt).toISOString(), totalCents: 10_000 };
}
