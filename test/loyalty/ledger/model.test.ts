import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BENEFIT_TYPES, BUCKETS, isBalance, netGranted } from '../../../src/loyalty/ledger';
import { verifyCustomer } from '../../../src/loyalty/ledger/proof';
import type { ClawbackPolicy, Entry, Lot } from '../../../src/loyalty/ledger';
import { DAY } from './builders';
import { commands, Player, worlds } from './histories';
import type { Command, World } from './histories';

const RUNS = 120;

/** The buckets of every lot, from the entries alone. */
function replayed(entries: readonly Entry[]): Record<string, Lot['buckets']> {
  const lots: Record<string, Lot['buckets']> = {};
  for (const { lotId, from, to, amount } of entries.flatMap(({ moves }) => moves)) {
    const lot = (lots[lotId] ??= { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 });
    if (from !== 'issued') lot[from] -= amount;
    lot[to] += amount;
  }
  return lots;
}

/** What does not hold of what is stored, in words; the words are what a failure shows. */
function broken({ ledger, now }: Player): string[] {
  const proof = ledger.proof();
  const { wallet, entries } = proof;
  const replay = replayed(entries);
  const owing = BENEFIT_TYPES.filter((type) => wallet.debt[type] > 0);
  return [
    ...verifyCustomer(proof).map(({ subject, problem }) => `${subject}: ${problem}`),
    ...wallet.lots.flatMap(({ id, type, amount, buckets }) => [
      ...(BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0) === amount ? [] : [`${id} does not sum`]),
      ...BUCKETS.filter((bucket) => buckets[bucket] < 0).map((bucket) => `${id} has ${bucket} below zero`),
      ...BUCKETS.filter((bucket) => buckets[bucket] !== replay[id]?.[bucket]).map(
        (bucket) => `${id} has another ${bucket} than its entries`,
      ),
      ...(buckets.active > 0 && isBalance(type) && owing.includes(type)
        ? [`${id} is active under debt`]
        : []),
    ]),
    ...(Object.keys(replay).length === wallet.lots.length ? [] : ['entries make other lots']),
    ...(new Set(entries.map(({ key }) => key)).size === entries.length ? [] : ['a key is written twice']),
    ...entries
      .filter(({ at }, index) => at > now || at < (entries[index - 1]?.at ?? 0))
      .map(({ key }) => `${key} is out of order`),
  ];
}

/** Nothing can be used before its time or after it (R1), once the clock has been looked at. */
function outOfTime({ ledger, now }: Player): string[] {
  const seen = ledger.copy();
  seen.look(now);
  return seen
    .wallet()
    .lots.filter(
      ({ buckets, activatesAt, expiresAt }) =>
        (buckets.pending > 0 && activatesAt <= now) ||
        (buckets.active > 0 && expiresAt !== null && expiresAt <= now),
    )
    .map(({ id }) => `${id} is out of its time`);
}

/** The grant of each sale and rule says exactly what the sale deserves (R20), and reading it again adds nothing (R43). */
function undeserved(player: Player): string[] {
  const copy = player.ledger.copy();
  copy.look(player.now);
  const before = copy.entries.length;
  const settlements = player.settlements(player.now);
  const wrong = copy.wallet().grants.filter((grant) => {
    const { deserved } = settlements.find(({ saleId }) => saleId === grant.saleId)!;
    const amount = deserved.find(({ ruleId }) => ruleId === grant.ruleId)?.amount ?? 0;
    return netGranted(grant) - grant.letOff - grant.lapsed !== amount;
  });
  settlements.forEach((settlement) => copy.settle(settlement, player.now));
  return [
    ...wrong.map(({ saleId, ruleId }) => `${saleId}/${ruleId} holds other than it deserves`),
    ...copy.entries.slice(before).map(({ key }) => `${key} was added by reading again`),
  ];
}

describe('any history of a customer', () => {
  it('keeps every invariant after every step', () => {
    fc.assert(
      fc.property(worlds(), commands(true), (world, history) => {
        const player = new Player(world);
        for (const command of history) {
          player.play(command);
          expect([...broken(player), ...outOfTime(player)]).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives every sale what it deserves, and nothing when it is read again, at any time (R43)', () => {
    fc.assert(
      fc.property(worlds(), commands(true), (world, history) => {
        const player = new Player(world);
        for (const command of history) {
          player.play(command);
          expect(undeserved(player)).toEqual([]);
        }
        player.now += 400 * DAY;
        expect(undeserved(player)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('ends in the same entries whether or not the clock was looked at in between (R45)', () => {
    const looks = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }), {
      maxLength: 28,
    });
    fc.assert(
      fc.property(worlds(), commands(true), looks, (world, history, fractions) => {
        const seldom = played(world, history, () => []);
        const often = played(world, history, (index) => fractions[index] ?? [1]);
        expect(often).toEqual(seldom);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Plays a history, looking at the clock at these fractions of the time before each command, and long after the last one. */
function played(world: World, history: Command[], looksBefore: (index: number) => number[]): unknown {
  const player = new Player(world);
  const outcomes = history.map((command, index) => {
    for (const fraction of looksBefore(index).sort((a, b) => a - b))
      player.ledger.look(player.now + Math.floor(command.after * fraction));
    return player.play(command);
  });
  player.ledger.look(player.now + 1_000 * DAY);
  return { outcomes, ...player.ledger.proof() };
}

describe('cancelling every sale and waiting (R44)', () => {
  /** What is left, by sale; manual credits are no sale's and are kept out of these histories. */
  const leftAfter = (world: World, history: Command[]): Player => {
    const player = new Player(world);
    history.forEach((command) => player.play(command));
    [2, 0, 1].forEach((sale) => player.cancel(sale));
    player.now += 1_000 * DAY;
    player.ledger.look(player.now);
    expect(broken(player)).toEqual([]);
    expect(player.ledger.proof().totals).toMatchObject({
      cashback: { pending: 0, reserved: 0 },
      points: { pending: 0, reserved: 0 },
    });
    return player;
  };
  const activeOf = ({ ledger }: Player, saleId: string, type: string): number =>
    ledger
      .wallet()
      .lots.filter((lot) => lot.saleId === saleId && lot.type === type)
      .reduce((sum, { buckets }) => sum + buckets.active, 0);
  const checkEachSale = (player: Player, allowed: (saleId: string, type: string) => number): void => {
    for (const saleId of ['s0', 's1', 's2'])
      for (const type of BENEFIT_TYPES)
        expect(activeOf(player, saleId, type)).toBeLessThanOrEqual(allowed(saleId, type));
  };
  const forAll = (policy: ClawbackPolicy, check: (player: Player) => void): void =>
    fc.assert(
      fc.property(worlds(policy), commands(false), (world, history) => check(leftAfter(world, history))),
      { numRuns: RUNS },
    );

  it('leaves nothing active, pending or reserved: allow_debt', () => {
    forAll('allow_debt', (player) => checkEachSale(player, () => 0));
  });

  // R23 leaves reserved amounts alone and takes as much from other sales' lots instead. If the reservation then comes to
  // nothing, R24 collects only what the sale itself was let off, so that what it took elsewhere stays usable in its lots.
  it('leaves at most what a sale took from the lots of others while its own were out of reach: to_zero', () => {
    forAll('to_zero', (player) => {
      const { wallet, entries } = player.ledger.proof();
      const saleOf = new Map(wallet.lots.map((lot) => [lot.id, lot.saleId]));
      checkEachSale(player, (saleId, type) =>
        entries
          .filter(
            (entry) => entry.type === 'CLAWBACK' && entry.cause.saleId === saleId && entry.benefit === type,
          )
          .flatMap(({ moves }) => moves.filter(({ lotId }) => saleOf.get(lotId) !== saleId))
          .reduce((sum, { amount }) => sum + amount, 0),
      );
    });
  });

  // R24 lets off once, and under pending_only for good: what was reserved or spent at that moment and comes back later stays.
  it('leaves at most what was let off: pending_only', () => {
    forAll('pending_only', (player) => {
      const { grants } = player.ledger.wallet();
      checkEachSale(player, (saleId, type) =>
        grants
          .filter((grant) => grant.saleId === saleId && grant.type === type)
          .reduce((sum, { letOff }) => sum + letOff, 0),
      );
    });
  });
});
