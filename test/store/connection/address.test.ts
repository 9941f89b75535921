import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressTurn,
  counted,
  isAddressQuiet,
  isOfWrongClock,
  NOTHING_SENT,
  pastSeconds,
  secondsOfError,
} from '../../../src/store/connection/address';
import type { AddressPace } from '../../../src/store/connection/address';
import { CALL_CLASSES, standsFor } from '../../../src/store/connection/pace';
import type { CallClass } from '../../../src/store/connection/pace';

const NOW = Date.parse('2026-11-04T02:00:00.250Z');

interface Caller {
  who: CallClass;
  from: number;
  /** How many calls he makes, one a fifth of a second after the other. */
  calls: number;
}

interface Call extends Caller {
  at: number;
  attempts: number;
}

/** Callers of as many companies, in virtual time; `fails` says whether a call is answered with an error. */
class VirtualAddress {
  pace: AddressPace = NOTHING_SENT;
  readonly calls: Call[] = [];
  private readonly due: { at: number; act: (now: number) => void }[] = [];

  add(caller: Caller, lateMs = 0): void {
    this.later(caller.from, (now) =>
      this.ask(caller, now, { inTurn: false, left: caller.calls, attempts: 1 }, lateMs),
    );
  }

  run(fails: () => boolean = () => false): void {
    for (;;) {
      const next = this.due.shift();
      if (!next) return;
      const before = this.calls.length;
      next.act(next.at);
      if (this.calls.length > before && fails())
        this.later(
          next.at + 500,
          (now) => void (this.pace = secondsOfError(this.pace, now).reduce(counted, this.pace)),
        );
    }
  }

  private later(at: number, act: (now: number) => void): void {
    const index = this.due.findIndex((one) => one.at > at);
    this.due.splice(index < 0 ? this.due.length : index, 0, { at, act });
  }

  private ask(
    caller: Caller,
    now: number,
    { inTurn, left, attempts }: { inTurn: boolean; left: number; attempts: number },
    lateMs: number,
  ): void {
    const { who } = caller;
    const until = now + standsFor(who, inTurn);
    const turn = addressTurn(this.pace, { who, inTurn, from: now, until, calls: left }, now);
    this.pace = turn.pace;
    const again = (at: number, next: { left: number; attempts: number }): void =>
      this.later(at, (then) => this.ask(caller, then, { inTurn: true, ...next }, lateMs));
    if (turn.kind === 'later') return again(turn.at + lateMs, { left, attempts: attempts + 1 });
    this.calls.push({ ...caller, at: turn.at, attempts });
    if (left > 1) again(turn.at + 200, { left: left - 1, attempts });
  }
}

/** How many there are in the span of ten seconds in which most are. */
function mostInTenSeconds(calls: readonly Call[]): number {
  const sorted = calls.map(({ at }) => at).sort((one, other) => one - other);
  let most = 0;
  for (let first = 0, last = 0; last < sorted.length; last += 1) {
    while (sorted[last]! - sorted[first]! >= 10_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const aCall = (who: CallClass, from = NOW) => ({
  ...{ who, inTurn: false, calls: 1 },
  ...{ from, until: from + standsFor(who, false) },
});

describe('the calls of our address', () => {
  it('start at once while there are few', () => {
    const { kind, at, pace } = addressTurn(NOTHING_SENT, aCall('import'), NOW);
    expect({ kind, at }).toEqual({ kind: 'go', at: NOW });
    expect(addressTurn(pace, aCall('sale', NOW + 400), NOW)).toMatchObject({ kind: 'go', at: NOW + 400 });
  });

  it('leave some of a second to whoever is before them, and staff find one in the next at the latest', () => {
    const most: Record<string, number> = {};
    let pace = NOTHING_SENT;
    for (const who of [...CALL_CLASSES].reverse()) {
      const here = { ...aCall(who), until: NOW };
      for (;;) {
        const turn = addressTurn({ ...pace, tails: NOTHING_SENT.tails }, here, NOW);
        if (turn.kind === 'later') break;
        pace = turn.pace;
        most[who] = (most[who] ?? 0) + 1;
      }
    }
    expect(most).toEqual({ import: 35, reconciliation: 5, sale: 5, staff: 5 });
    const staff = addressTurn(pace, aCall('staff'), NOW);
    expect(staff.kind).toBe('go');
    expect(staff.at).toBe(NOW + 750);
  });

  it('of a thousand companies that wake at once are no more than Bling lets pass, and each comes twice at most', () => {
    const address = new VirtualAddress();
    for (let n = 0; n < 1_000; n += 1)
      for (let sale = 0; sale < 3; sale += 1)
        address.add({ who: 'sale', from: NOW + n + sale * 1_000, calls: 2 });
    address.run();
    expect(address.calls).toHaveLength(6_000);
    expect(mostInTenSeconds(address.calls)).toBeLessThanOrEqual(550);
    expect(Math.max(...address.calls.map(({ attempts }) => attempts))).toBeLessThanOrEqual(2);
    expect(Math.max(...address.calls.map(({ at }) => at)) - NOW).toBeLessThan(6_000 * 30);
  });

  it('also where each comes back two seconds late: nobody has to queue up again for that', () => {
    const address = new VirtualAddress();
    for (let n = 0; n < 2_000; n += 1) address.add({ who: 'sale', from: NOW + n, calls: 2 }, 2_000);
    address.run();
    expect(mostInTenSeconds(address.calls)).toBeLessThanOrEqual(550);
    expect(Math.max(...address.calls.map(({ attempts }) => attempts))).toBeLessThanOrEqual(2);
  });

  it('of staff are made within two seconds, however many others come', () => {
    const address = new VirtualAddress();
    for (let n = 0; n < 3_000; n += 1)
      address.add({ who: n % 2 ? 'sale' : 'import', from: NOW + n, calls: n % 2 ? 2 : 1 });
    for (let n = 0; n < 60; n += 1) address.add({ who: 'staff', from: NOW + 5_000 + n * 1_000, calls: 1 });
    address.run();
    const staff = address.calls.filter(({ who }) => who === 'staff');
    expect(staff).toHaveLength(60);
    expect(Math.max(...staff.map(({ at, from }) => at - from))).toBeLessThanOrEqual(2_000);
  });

  it('are fewer where they are answered with errors: below the three hundred that Bling lets pass', () => {
    const address = new VirtualAddress();
    for (let n = 0; n < 3_000; n += 1) address.add({ who: 'sale', from: NOW + n, calls: 1 });
    address.run(() => true);
    expect(address.calls).toHaveLength(3_000);
    expect(mostInTenSeconds(address.calls)).toBeLessThan(300);
  });

  it('that a wrong clock has counted far ahead are known by it, and those of long ago by that', () => {
    const { pace } = addressTurn(NOTHING_SENT, aCall('sale', NOW + 86_400_000), NOW + 86_400_000);
    expect([NOW, NOW + 86_400_000].map((now) => isOfWrongClock(pace, now))).toEqual([true, false]);
    const [second] = Object.keys(pace.counts);
    expect([0, 5_000, 7_000].map((later) => pastSeconds(pace, NOW + 86_400_000 + later))).toEqual([
      [],
      [],
      [second],
    ]);
  });

  it('are quiet for whoever is before those who come back', () => {
    let pace = NOTHING_SENT;
    for (let turn = addressTurn(pace, aCall('sale'), NOW); ; turn = addressTurn(pace, aCall('sale'), NOW)) {
      pace = turn.pace;
      if (turn.kind === 'later') break;
    }
    expect(CALL_CLASSES.map((who) => isAddressQuiet(pace, who, NOW))).toEqual([true, false, false, false]);
  });

  it('are never more than that, whoever asks and when', () => {
    const callers = fc.array(
      fc.record({
        who: fc.constantFrom(...CALL_CLASSES),
        from: fc.integer({ min: NOW, max: NOW + 15_000 }),
        calls: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 300, maxLength: 900 },
    );
    fc.assert(
      fc.property(callers, fc.integer({ min: 0, max: 3_000 }), (all, lateMs) => {
        const address = new VirtualAddress();
        for (const caller of all) address.add(caller, lateMs);
        address.run();
        expect(mostInTenSeconds(address.calls)).toBeLessThanOrEqual(550);
        expect(address.calls).toHaveLength(all.reduce((sum, { calls }) => sum + calls, 0));
      }),
      { numRuns: 20 },
    );
  });
});
