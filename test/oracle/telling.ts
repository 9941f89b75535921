import * as fc from 'fast-check';
import { WHOLE } from './aim';
import { after, cents, customerId, DAY, deed, HOUR, saleId, segments } from './steps';
import type { SaleInput } from './model/input';
import type { Step } from './steps';

const content: fc.Arbitrary<Partial<SaleInput>> = fc
  .record(
    {
      customerId: fc.constantFrom('ana', 'ana', 'bia', null),
      channel: fc.constantFrom('pos', 'ecommerce', 'bling'),
      storeId: fc.constantFrom('centro', 'praia'),
      totalCents: cents,
      shares: fc.record({ freight: fc.constantFrom(0, 0, 0.1), other: fc.constantFrom(0, 0, 0.05, -0.05) }),
      discountCents: fc.constantFrom(0, 100, 700),
      items: fc.array(
        fc.record({
          sku: fc.constantFrom('cafe', 'pao', 'leite'),
          totalCents: fc.oneof(
            { weight: 6, arbitrary: fc.integer({ min: 1, max: 9999 }) },
            { weight: 1, arbitrary: fc.integer({ min: -9999, max: -1 }) },
          ),
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

/** Instants around the turn of a month and of a date whose midnight does not exist. */
const SOLD = ['2026-02-01T02:59:59Z', '2026-02-01T03:00:00Z', '2026-09-06T03:59:59Z', '2026-09-06T04:00:00Z'];

const change = (to: fc.Arbitrary<Partial<SaleInput>>): fc.Arbitrary<Step[]> =>
  after(
    fc.record({ change: saleId, to, soldBefore: fc.constantFrom(0, 0, HOUR, 2 * DAY, 20 * DAY), segments }),
  ).map((step) => [step]);

/** A sale told whole. */
export const told = change(content);

/** A sale told while it is not completed: whole, or as it was with another buyer. */
export const opened: fc.Arbitrary<Step[]> = fc
  .oneof(told, change(fc.record({ customerId: fc.constantFrom('ana', 'bia', null) })))
  .map((steps) => steps.map((step): Step => ('change' in step ? { ...step, open: true } : step)));

/** What sources say of sales: told anew, again, with another total or customer, over, reopened, returned, claimed. */
export const telling: fc.Arbitrary<Step[]>[] = [
  told,
  told,
  change(fc.constant({})),
  change(fc.record({ totalCents: cents, freightCents: fc.constant(0), otherExpensesCents: fc.constant(0) })),
  change(fc.record({ customerId: fc.constantFrom('ana', 'bia') })),
  change(
    fc.oneof(
      fc.record({ soldAt: fc.constantFrom(...SOLD) }),
      fc.record({ number: fc.constantFrom('57', '058', 'n9') }),
      fc.record({ marketplaceNumber: fc.constantFrom('xs1', '#XS2', undefined) }),
      fc.record({ erpNumber: fc.constantFrom('57', '58', undefined) }),
      fc.record({ accessKey: fc.constantFrom('1', '2').map((digit) => digit.repeat(44)) }),
    ),
  ),
  deed(fc.record({ do: fc.constantFrom('cancel' as const, 'reopen' as const, 'cancel' as const), saleId })),
  deed(
    fc.record({
      do: fc.constant('return' as const),
      saleId,
      amountCents: fc.oneof(cents, fc.integer({ min: 1, max: 5000 }), fc.constant(WHOLE)),
    }),
  ),
  deed(fc.record({ do: fc.constant('claim' as const), saleId, customerId, segments })),
];
