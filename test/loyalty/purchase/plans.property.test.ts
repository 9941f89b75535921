import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PurchasePlan } from '../../../src/loyalty/purchase';
import type { Sale, SourceStatus } from '../../../src/loyalty/sale';
import { counts, Records } from './records';
import { DAY, erpSale, NOON, NOW, shopSale, tillSale } from './sales';
import type { SaleChange } from './sales';

const IDS = ['sal_shop', 'sal_erp', 'sal_till', 'sal_file'];

function fourTellings(): Sale[] {
  return [
    shopSale(),
    erpSale(),
    tillSale({ source: { erpNumber: '10231' } }),
    shopSale(
      {
        source: { channel: 'import', externalId: 'F-1', erpNumber: '10231', refs: ['sal_file', 'F-1'] },
        createdAt: NOON + 180_000,
      },
      'sal_file',
    ),
  ];
}

const anyChange: fc.Arbitrary<SaleChange> = fc.oneof(
  fc
    .constantFrom<SourceStatus[]>('open', 'completed', 'completed', 'cancelled', 'missing', 'refused')
    .map((status) => ({ source: { status } })),
  fc.constantFrom(18_990, 26_000).map((totalCents) => ({ content: { totalCents } })),
  fc.constantFrom(NOON, NOON + DAY).map((soldAt) => ({ content: { soldAt } })),
  fc.constantFrom('ana', 'bia').map((customerId) => ({ owner: { customerId } })),
  fc.constantFrom(null, 'W-100', 'W-200').map((marketplaceNumber) => ({ source: { marketplaceNumber } })),
);

type Event =
  | { do: 'tell'; id: string; change: SaleChange }
  | { do: 'look'; id: string }
  | { do: 'decide'; pair: string[]; decision: 'same' | 'distinct' };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      id: fc.constantFrom(...IDS),
      change: anyChange,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), id: fc.constantFrom(...IDS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      pair: fc.shuffledSubarray(IDS, { minLength: 2, maxLength: 2 }),
      decision: fc.constantFrom('same' as const, 'distinct' as const),
    }),
  },
);

function happen(records: Records, event: Event): void {
  if (event.do === 'tell') records.tell(event.id, event.change);
  if (event.do === 'look') records.lookAgain(event.id);
  if (event.do === 'decide') {
    const [a = '', b = ''] = event.pair;
    if (records.review(a, b).state === 'open') records.decide(a, b, event.decision);
  }
}

describe('one purchase told by four sources', () => {
  it('comes to count once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(IDS, { minLength: 4 }), fc.boolean(), (order, atOnce) => {
        const records = new Records(...fourTellings());
        for (const id of order)
          if (atOnce) records.once(id);
          else records.lookAgain(id);
        records.rest();
        const counting = records.all().filter(counts);
        expect(counting).toHaveLength(1);
        expect(counting[0]!.purchase.tellings.map(({ saleId }) => saleId)).toEqual(
          IDS.filter((id) => id !== counting[0]!.id).sort(),
        );
      }),
    );
  });
});

/** Everything that a plan stores. */
function writes({ own, others, questions }: PurchasePlan): unknown[] {
  return [own, ...others.map(({ patch }) => patch), ...questions].filter((write) => write !== null);
}

describe('whatever sources and people say', () => {
  const anyEvents = fc.array(anyEvent, { maxLength: 25 });

  it('sales come to rest, none counts by itself as another, and a plan carried out and made again changes nothing', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const records = new Records(...fourTellings());
        for (const id of IDS) records.lookAgain(id);
        for (const event of events) {
          happen(records, event);
          for (const id of IDS) {
            // Once it waits, every sale that counts comes before it: that may raise questions that were not there before.
            if (records.once(id).kind === 'hold') records.once(id);
            expect(records.sale(id).purchase.duplicateOf).not.toBe(id);
            expect(writes(records.plan(id, NOW + DAY))).toEqual([]);
          }
          records.rest();
        }
      }),
      { numRuns: 300 },
    );
  });
});
