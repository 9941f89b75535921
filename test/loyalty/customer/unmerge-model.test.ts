import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjust } from '../../../src/loyalty/ledger';
import { reserve } from '../../../src/loyalty/redemption';
import { Refusal } from '../../../src/loyalty/basis';
import { verifyFamily } from '../../../src/loyalty/ledger/proof';
import type { ClawbackPolicy } from '../../../src/loyalty/ledger';
import { anAdjustment, aRedemption, byRule, DAY, HOUR, NOON, ZONE } from '../ledger/builders';
import { Family } from '../ledger/family';
import { POLICIES } from '../ledger/histories';

/** Sales of Ana and of Bia; each stays theirs. */
const SALES = { a0: 'ana', a1: 'ana', a2: 'ana', b0: 'bia', b1: 'bia', b2: 'bia' } as const;
type SaleId = keyof typeof SALES;
const IDS = Object.keys(SALES) as SaleId[];

const after = fc.constantFrom(0, HOUR, 12 * HOUR, DAY);
const sell = fc.record({
  do: fc.constant('sell' as const),
  after,
  sale: fc.constantFrom(...IDS),
  cents: fc.integer({ min: 0, max: 60 }),
  points: fc.integer({ min: 0, max: 20 }),
});
const spend = fc.record({
  do: fc.constant('spend' as const),
  after,
  who: fc.constantFrom('ana' as const, 'bia' as const),
  amount: fc.integer({ min: 1, max: 50 }),
});
/** Credits by hand while they are one go to who remains, and are theirs. */
const credit = fc.record({
  do: fc.constant('credit' as const),
  after,
  amount: fc.integer({ min: 1, max: 30 }),
});
type Step = typeof sell | typeof spend | typeof credit extends fc.Arbitrary<infer One> ? One : never;

interface World {
  policy: ClawbackPolicy;
  holding: number;
}

/** The same steps, with the two merged during some of them, or never. */
class Player {
  readonly family: Family;
  now = NOON;
  private count = 0;
  private readonly completedAt = new Map<string, number>();

  constructor({ policy, holding }: World) {
    this.family = new Family(['ana', 'bia'], (saleId, deserved) => {
      const activatesAt = this.completedAt.get(saleId)! + holding;
      return {
        ...{ saleId, programVersion: 1, zone: ZONE, month: '2026-03', policy, deserved },
        dates: () => ({ activatesAt, expiresAt: null }),
      };
    });
  }

  play(steps: readonly Step[]): this {
    for (const step of steps) {
      this.now += step.after;
      try {
        this.perform(step);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return this;
  }

  private perform(step: Step): void {
    const { family, now } = this;
    this.count += 1;
    const id = `step${this.count}`;
    if (step.do === 'sell') {
      if (!this.completedAt.has(step.sale)) this.completedAt.set(step.sale, now);
      const deserved = [byRule('r', step.cents), byRule('p', step.points, 'points')];
      family.sales.set(step.sale, { owner: family.current(SALES[step.sale]), deserved });
      family.settle(step.sale, now);
    } else if (step.do === 'credit')
      family.change('bia', now, (book, at) => adjust(book, anAdjustment(id, step.amount), at));
    else
      family.change(
        step.who,
        now,
        (book, at) => void reserve(book, aRedemption(id, step.amount, { confirm: true }), at),
      );
  }

  /** What each has and owes once time has decided. */
  standing(): Record<string, Record<string, number>> {
    this.family.look(this.now);
    expect(verifyFamily(this.family.proof())).toEqual([]);
    return Object.fromEntries(
      this.family.proof().map(({ wallet, totals: { cashback, points } }) => [
        wallet.customerId,
        {
          cents: cashback.active - cashback.debt,
          pendingCents: cashback.pending,
          points: points.active - points.debt,
          pendingPoints: points.pending,
        },
      ]),
    );
  }
}

/** Each of Ana's sales is known before the merge: only those are hers afterwards. */
const known = fc
  .array(fc.oneof(sell, sell, spend), { minLength: 3, maxLength: 12, size: 'max' })
  .map((steps) => [
    ...IDS.filter((id) => SALES[id] === 'ana').map((sale): Step => ({
      do: 'sell',
      after: 0,
      sale,
      cents: 5,
      points: 1,
    })),
    ...steps,
  ]);
const meanwhile = fc.array(fc.oneof(sell, sell, credit), { maxLength: 12, size: 'max' });

function bothWays(world: World, before: Step[], between: Step[]) {
  const apart = new Player(world).play(before).play(between);
  const merged = new Player(world).play(before);
  const kept = merged.family.merge('ana', 'bia', merged.now);
  merged.play(between);
  merged.family.undo(kept, merged.now);
  const settled = merged.family.entryCount();
  merged.family.settleAll(merged.now);
  expect(merged.family.entryCount()).toBe(settled);
  return { apart: apart.standing(), merged: merged.standing() };
}

const holding = fc.constantFrom(0, 0, HOUR, DAY);

/** The same, with the merge and its undoing in parts of so many lots; both ledgers hold after each part. */
function inParts(world: World, before: Step[], between: Step[], atMost: number) {
  const player = new Player(world).play(before);
  const { family } = player;
  const look = (): void => expect(verifyFamily(family.proof())).toEqual([]);
  const kept = family.mergeInParts('ana', 'bia', player.now, atMost, look);
  const merged = player.standing();
  player.play(between);
  family.undoInParts(kept, player.now, atMost, look);
  const settled = family.entryCount();
  family.settleAll(player.now);
  expect(family.entryCount()).toBe(settled);
  return { merged, apart: player.standing() };
}

/** What both have and owe after being merged at once. */
function mergedAtOnce(world: World, before: Step[]) {
  const player = new Player(world).play(before);
  player.family.merge('ana', 'bia', player.now);
  return player.standing();
}

describe('two customers who were merged and told apart again', () => {
  it('have what they would have if they had never been merged', () => {
    const world = fc.record({
      policy: fc.constantFrom('allow_debt' as const, 'pending_only' as const),
      holding,
    });
    fc.assert(
      fc.property(world, known, meanwhile, (one, before, between) => {
        const { apart, merged } = bothWays(one, before, between);
        expect(merged).toEqual(apart);
      }),
      { numRuns: Number(process.env['UNMERGE_RUNS'] ?? 400) },
    );
  });

  it('have the same, under any policy, where they were too large to be merged and told apart at once', () => {
    const world = fc.record({ policy: fc.constantFrom(...POLICIES), holding });
    fc.assert(
      fc.property(world, known, meanwhile, fc.integer({ min: 1, max: 3 }), (one, before, between, atMost) => {
        const { merged, apart } = inParts(one, before, between, atMost);
        expect(merged).toEqual(mergedAtOnce(one, before));
        expect(apart).toEqual(bothWays(one, before, between).merged);
      }),
      { numRuns: 200 },
    );
  });

  it('have no less, where a sale takes back to zero and lets off the rest', () => {
    const world = fc.record({ policy: fc.constant('to_zero' as const), holding });
    fc.assert(
      fc.property(world, known, meanwhile, (one, before, between) => {
        const { apart, merged } = bothWays(one, before, between);
        for (const [customer, has] of Object.entries(apart))
          for (const [name, amount] of Object.entries(has))
            expect(merged[customer]![name]).toBeGreaterThanOrEqual(amount);
      }),
      { numRuns: Number(process.env['UNMERGE_RUNS'] ?? 400) },
    );
  });
});
