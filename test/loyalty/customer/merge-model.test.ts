import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expiryEnd, holdingEnd } from '../../../src/loyalty/calendar';
import { adjust } from '../../../src/loyalty/ledger';
import { confirm, refund, release, reserve, rollback } from '../../../src/loyalty/redemption';
import { Refusal } from '../../../src/loyalty/basis';
import { verifyFamily } from '../../../src/loyalty/ledger/proof';
import type { LedgerCase } from '../../../src/loyalty/ledger/proof';
import type { BenefitDates, Deserved, SaleSettlement } from '../../../src/loyalty/ledger';
import { anAdjustment, aRedemption, DAY, HOUR, NOON, TERMS, ZONE } from '../ledger/builders';
import { contentOf, Family, valueOf } from '../ledger/family';
import { POLICIES } from '../ledger/histories';

/** Set MERGE_RUNS for a longer search; a failure prints its seed, which `fc.assert` takes to play it again. */
const RUNS = Number(process.env['MERGE_RUNS'] ?? 300);

const CUSTOMERS = ['ana', 'bia', 'eva'];
const SALES = ['s0', 's1', 's2', 's3'];

const customer = fc.constantFrom(...CUSTOMERS);
const sale = fc.constantFrom(...SALES);
const after = fc.constantFrom(0, 0, 0, 0, 0, HOUR, HOUR, 12 * HOUR, DAY, 5 * DAY);
const amount = fc.integer({ min: 0, max: 60 });
const as = <Do extends string>(name: Do): fc.Arbitrary<Do> => fc.constant(name);

const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: as('sell'),
      after,
      sale,
      customer,
      x: amount,
      y: amount,
      p: amount,
      v: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: as('cancel'), after, sale }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: as('reserve'),
      after,
      customer,
      amount: fc.integer({ min: 1, max: 40 }),
      points: fc.boolean(),
      confirm: fc.constantFrom(true, true, false),
      on: fc.option(sale),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('confirm' as const, 'release' as const, 'rollback' as const),
      after,
      redemption: fc.nat({ max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: as('adjust'),
      after,
      customer,
      amount: fc.integer({ min: -30, max: 30 }).filter((one) => one !== 0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: as('merge'), after, customer, other: customer }) },
  { weight: 3, arbitrary: fc.record({ do: as('undo'), after, which: fc.nat({ max: 5 }) }) },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

const world = fc.record({
  policies: fc.array(fc.constantFrom(...POLICIES), { minLength: SALES.length, maxLength: SALES.length }),
  holding: fc.constantFrom('PT0S', 'PT0S', 'PT1H', 'P1D'),
  expiry: fc.constantFrom(null, null, 'PT2H', 'P3D'),
  reservation: fc.constantFrom('PT1H', 'P1D'),
});
type World = typeof world extends fc.Arbitrary<infer One> ? One : never;

/** Plays merges between everything else, and checks everything after each step. */
class MergingPlayer {
  readonly family: Family;
  now = NOON;
  private redemptions = 0;
  private adjustments = 0;
  private readonly completedAt = new Map<string, number>();

  constructor(private readonly world: World) {
    this.family = new Family(CUSTOMERS, (saleId, deserved, now) => this.settlementOf(saleId, deserved, now));
  }

  play(command: Command): void {
    this.now += command.after;
    try {
      this.perform(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private perform(command: Command): void {
    const { family, now } = this;
    switch (command.do) {
      case 'sell': {
        if (!this.completedAt.has(command.sale)) this.completedAt.set(command.sale, now);
        family.sales.set(command.sale, {
          owner: family.current(command.customer),
          deserved: deservedBy(command),
        });
        return family.settle(command.sale, now);
      }
      case 'cancel':
        return this.cancel(command.sale);
      case 'reserve': {
        this.redemptions += 1;
        const terms = { ...TERMS, reservation: this.world.reservation };
        const type = command.points ? ('points' as const) : ('cashback' as const);
        const asked = { type, confirm: command.confirm, saleRef: command.on, terms };
        const order = aRedemption(`red${this.redemptions}`, command.amount, asked);
        return family.change(
          family.current(command.customer),
          now,
          (book, at) => void reserve(book, order, at),
        );
      }
      case 'confirm':
      case 'release':
      case 'rollback': {
        const id = `red${command.redemption}`;
        if (!family.customers.some((one) => family.wallet(one).redemptions.some((each) => each.id === id)))
          return;
        const move = { confirm, release, rollback }[command.do];
        return family.redeem(id, now, (book, redemption, at) =>
          move(book, redemption, { kind: 'redemption' }, at, []),
        );
      }
      case 'adjust': {
        this.adjustments += 1;
        const adjustment = anAdjustment(`adj${this.adjustments}`, command.amount);
        return family.change(family.current(command.customer), now, (book, at) =>
          adjust(book, adjustment, at),
        );
      }
      case 'merge':
        return this.merge(family.current(command.customer), family.current(command.other));
      case 'undo': {
        const standing = family.merges.filter((kept) => family.canUndo(kept));
        const kept = standing[command.which % Math.max(1, standing.length)];
        if (kept) this.undo(kept);
      }
    }
  }

  cancel(saleId: string): void {
    const { family, now } = this;
    if (!family.sales.has(saleId)) return;
    for (const one of CUSTOMERS)
      for (const { id, saleRef } of family.wallet(one).redemptions)
        if (saleRef === saleId)
          family.redeem(id, now, (book, redemption, at) => refund(book, redemption, saleId, at));
    family.sales.get(saleId)!.deserved = [];
    family.settle(saleId, now);
  }

  private merge(from: string, into: string): void {
    const { family, now } = this;
    if (from === into) return;
    family.look(now);
    family.settleAll(now);
    const before = { value: valueOf(family.proof()), from: family.wallet(from), into: family.wallet(into) };
    const kept = family.merge(from, into, now);
    expect(valueOf(family.proof())).toEqual(before.value);
    const merged = family.entryCount();
    family.settleAll(now);
    expect(family.entryCount()).toBe(merged);
    const tried = family.copy();
    const again = tried.merges.find(({ id }) => id === kept.id)!;
    tried.undo(again, now);
    expect(contentOf(tried.wallet(from))).toEqual(contentOf(before.from));
    expect(contentOf(tried.wallet(into))).toEqual(contentOf(before.into));
    expect(verifyFamily(tried.proof())).toEqual([]);
  }

  private undo(kept: Family['merges'][number]): void {
    this.family.look(this.now);
    const before = worthOf(this.family.proof());
    this.family.undo(kept, this.now);
    expect(worthOf(this.family.proof())).toEqual(before);
  }

  private settlementOf(saleId: string, deserved: Deserved[], now: number): SaleSettlement {
    const { holding, expiry, policies } = this.world;
    const completedAt = this.completedAt.get(saleId)!;
    const datesFrom = (activatesAt: number): BenefitDates => ({
      activatesAt,
      expiresAt: expiryEnd(activatesAt, expiry === null ? undefined : { after: expiry }, ZONE),
    });
    return {
      saleId,
      programVersion: 1,
      zone: ZONE,
      month: '2026-03',
      policy: policies[SALES.indexOf(saleId)]!,
      deserved,
      dates: (_one, from) => datesFrom(from === 'now' ? now : holdingEnd(completedAt, holding, ZONE)),
    };
  }
}

/**
 * What everybody has and has let end, less what they owe or were let off: what undoing a merge gives back to the one is owed by
 * the other, let off, or has ended.
 */
function worthOf(cases: readonly LedgerCase[]): Record<string, number> {
  const value = valueOf(cases);
  const sum = (type: 'cashback' | 'points'): number =>
    cases.reduce((total, { wallet: { lots, grants } }) => {
      const ended = lots.filter((lot) => lot.type === type).map(({ buckets }) => buckets.expired);
      const off = grants.filter((grant) => grant.type === type).map(({ letOff, lapsed }) => -letOff - lapsed);
      return [...ended, ...off].reduce((one, other) => one + other, total);
    }, value[type]!);
  return { cashback: sum('cashback'), points: sum('points') };
}

function deservedBy({ sale: saleId, x, y, p, v }: Extract<Command, { do: 'sell' }>): Deserved[] {
  const face = {
    code: `code-${saleId}`,
    template: 'volta',
    discount: { type: 'amount' as const, cents: 100 },
    minSaleCents: 0,
    stores: null,
  };
  return [
    { ruleId: 'x', type: 'cashback', amount: x },
    { ruleId: 'y', type: 'cashback', amount: y },
    { ruleId: 'p', type: 'points', amount: p },
    ...(v ? [{ ruleId: 'v', type: 'voucher' as const, amount: 2, face }] : []),
  ];
}

describe('three customers who are merged and told apart again between everything else', () => {
  it('have the same value together, and ledgers that hold, after each step', () => {
    fc.assert(
      fc.property(world, fc.array(command, { minLength: 4, maxLength: 26, size: 'max' }), (one, history) => {
        const player = new MergingPlayer(one);
        for (const step of history) {
          player.play(step);
          expect(verifyFamily(player.family.proof())).toEqual([]);
        }
        player.family.settleAll(player.now);
        const settled = player.family.entryCount();
        player.family.settleAll(player.now);
        expect(player.family.entryCount()).toBe(settled);
        expect(verifyFamily(player.family.proof())).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
