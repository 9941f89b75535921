import * as fc from 'fast-check';
import type { ProgramInput, Rule, Template, When } from './model/input';

/** Rule ids say their type, so that a rule keeps its type from version to version. */
export const VOUCHER_RULES = ['v1', 'v2'];
const STORES = ['centro', 'praia'];
const SKUS = ['cafe', 'pao'];

/** Present in one case of three: most rules carry few conditions and extras. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values, { minLength: 1 });

const when: fc.Arbitrary<When | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ skus: some(...SKUS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      minSaleCents: maybe(fc.constantFrom(1, 500, 3000, 10_000)),
      maxSaleCents: maybe(fc.constantFrom(10_000, 20_000, 5_000_000)),
      channels: maybe(some('pos', 'ecommerce', 'bling')),
      stores: maybe(some(...STORES)),
      weekdays: maybe(some(1, 2, 3, 4, 5, 6, 7)),
      from: maybe(fc.constantFrom('2018-11-04', '2026-02-01', '2026-09-06')),
      until: maybe(fc.constantFrom('2027-01-31', '2028-02-29', '2026-09-20')),
      skus: maybe(some(...SKUS)),
      firstPurchase: maybe(fc.constant(true)),
      segment: maybe(fc.constant('vip')),
    }),
  },
);

const priority = maybe(fc.integer({ min: 1, max: 3 }));
const extra = fc.constantFrom(1, 99, 250, 1000, 2000, 5000);

const cashback = (id: string): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    grant: fc.record({
      type: fc.constant('cashback' as const),
      rateBps: fc.constantFrom(1, 333, 500, 1000, 10_000),
    }),
    when,
    priority,
    multiplierMilli: maybe(fc.constantFrom(500, 1500, 3000)),
    bonusCents: maybe(extra),
    capPerSaleCents: maybe(extra),
    capPerCustomerPerMonthCents: maybe(extra),
    budgetCents: maybe(extra),
  });

const points = (id: string): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    grant: fc.record({
      type: fc.constant('points' as const),
      points: fc.constantFrom(1, 3),
      perCents: fc.constantFrom(1, 7, 100),
    }),
    when,
    priority,
    multiplierMilli: maybe(fc.constantFrom(500, 1500, 3000)),
    bonusPoints: maybe(extra),
    capPerSalePoints: maybe(extra),
    capPerCustomerPerMonthPoints: maybe(extra),
    budgetPoints: maybe(extra),
  });

const voucher = (id: string): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    grant: fc.record({
      type: fc.constant('voucher' as const),
      template: fc.constantFrom('vale', 'desconto'),
    }),
    when,
    priority,
  });

/** Any selection of the six rules, in any order. */
const rules: fc.Arbitrary<Rule[]> = fc
  .tuple(cashback('c1'), cashback('c2'), points('p1'), points('p2'), voucher('v1'), voucher('v2'))
  .chain((all) => fc.shuffledSubarray(all, { minLength: 3 }));

const template = (discount: fc.Arbitrary<Template['discount']>): fc.Arbitrary<Template> =>
  fc.record({
    discount,
    minSaleCents: maybe(fc.constantFrom(1, 3000)),
    validity: fc.constantFrom('P1D', 'P10D', 'P1M', 'P3M', 'PT30H'),
    uses: maybe(fc.constantFrom(1, 2, 3)),
    stores: maybe(fc.constant(['centro'])),
  });

const vouchers = fc.record({
  vale: template(fc.record({ type: fc.constant('amount' as const), cents: fc.constantFrom(1, 500, 20_000) })),
  desconto: template(
    fc.record({
      type: fc.constant('percent' as const),
      bps: fc.constantFrom(1000, 3333, 10_000),
      maxCents: maybe(fc.constantFrom(300, 5000)),
    }),
  ),
});

const redemption = fc.record({
  minSaleCents: maybe(fc.constantFrom(100, 3000)),
  minBalanceCents: maybe(fc.constantFrom(1, 300)),
  maxShareBps: maybe(fc.constantFrom(3000, 10_000)),
  pointValueCents: maybe(fc.constantFrom(2, 5)),
  reservation: maybe(fc.constantFrom('PT1H', 'PT36H')),
  rollbackWindow: maybe(fc.constantFrom('P1D', 'P1M', 'PT2H')),
  graceAfterRollback: maybe(fc.constantFrom('P1D', 'P1M', 'PT1H')),
});

/** Programs over all of design §5, with zones whose midnight may not exist. */
export const programs: fc.Arbitrary<ProgramInput> = fc
  .record({
    name: fc.constant('Clube'),
    timezone: fc.constantFrom('America/Sao_Paulo', 'America/Santiago', 'UTC'),
    earning: fc.record({
      base: maybe(
        fc.record({
          includeFreight: maybe(fc.boolean()),
          includeOtherExpenses: maybe(fc.boolean()),
          excludeBenefitPaid: maybe(fc.boolean()),
          earnOnRedeemed: maybe(fc.boolean()),
        }),
      ),
      combine: fc.constantFrom('best' as const, 'first' as const, 'stack' as const, 'stack' as const),
      rules,
    }),
    holding: maybe(fc.record({ after: fc.constantFrom('P0D', 'P1D', 'P8D', 'P1M', 'PT24H') })),
    expiry: maybe(
      fc.record({
        after: fc.constantFrom('P1D', 'P10D', 'P1M', 'P1M10D', 'P3M', 'PT36H', 'P1DT12H'),
        roundUpTo: maybe(fc.constantFrom('day' as const, 'month' as const)),
      }),
    ),
    redemption: maybe(redemption),
    returns: fc.record({
      clawback: fc.constantFrom('allow_debt' as const, 'pending_only' as const, 'to_zero' as const),
      refundSpent: fc.boolean(),
    }),
    vouchers,
    messages: maybe(
      fc.record({
        expiring: fc.record({
          before: some('P1D', 'P7D', 'P1M', 'P0D', 'PT12H'),
          fair: maybe(fc.boolean()),
        }),
      }),
    ),
  })
  // What is left out of a program is absent in its JSON too.
  .map((program) => JSON.parse(JSON.stringify(program)) as ProgramInput);
