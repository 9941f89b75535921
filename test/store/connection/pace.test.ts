import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALL_CLASSES, FRESH_PACE, nextTurn } from '../../../src/store/connection/pace';
import type { CallClass } from '../../../src/store/connection/pace';
import { VirtualBling } from './virtual-bling';
import type { Asked } from './virtual-bling';

/** Eleven in the evening of the 3rd in Brasília. */
const NOW = Date.parse('2026-11-04T02:00:00Z');
const MIDNIGHT = NOW + 3_600_000;

/** How many calls start in the second in which most do. */
function mostInASecond(starts: readonly number[]): number {
  const sorted = [...starts].sort((one, other) => one - other);
  let most = 0;
  for (let first = 0, last = 0; last < sorted.length; last += 1) {
    while (sorted[last]! - sorted[first]! >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const inTime = (asked: readonly Asked[]): Asked[] =>
  [...asked].sort((one, other) => one.starts[0]! - other.starts[0]!);
const waits = (asked: readonly Asked[]): number[] =>
  asked.map(({ asker, starts }) => starts[0]! - asker.from);

/** Sales that are all there at once. */
function crowd(count: number, lateMs?: () => number): VirtualBling {
  const bling = new VirtualBling();
  for (let n = 0; n < count; n += 1)
    bling.add({ key: `sale-${n}`, class: 'sale', from: NOW + n, calls: 2, ...(lateMs && { lateMs }) });
  return bling;
}

describe('10,000 sales of one company at once', () => {
  it('come twice each at most, in their order, an order and its contact together, and never above three a second', () => {
    const bling = crowd(10_000);
    bling.run();
    expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
    expect(bling.starts).toHaveLength(20_000);
    expect(Math.max(...bling.asked.map(({ attempts }) => attempts))).toBe(2);
    const order = inTime(bling.asked).map(({ asker }) => asker.from);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    for (const { starts } of bling.asked) expect(starts[1]! - starts[0]!).toBeLessThan(5_000);
    expect(Math.max(...bling.starts) - NOW).toBeLessThan(10_000 * 1_000 + 5_000);
  });

  it('also where each comes back up to three seconds late', () => {
    let seed = 1;
    const late = (): number => (seed = (seed * 48_271) % 2_147_483_647) % 3_000;
    const bling = crowd(10_000, late);
    bling.run();
    expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
    expect(Math.max(...bling.asked.map(({ attempts }) => attempts))).toBe(2);
  });

  it('let staff through within seconds, however many come', () => {
    const bling = crowd(10_000);
    for (let n = 0; n < 400; n += 1)
      bling.add({ key: `staff-${n}`, class: 'staff', from: NOW + 10_000 + n * 5_000, calls: 2 });
    bling.run();
    const staff = bling.asked.filter(({ asker }) => asker.class === 'staff');
    expect(Math.max(...waits(staff))).toBeLessThan(3_000);
    const sales = bling.asked.filter(({ asker }) => asker.class === 'sale');
    expect(Math.max(...sales.map(({ attempts }) => attempts))).toBe(2);
    expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
  });

  it('go before imports that were there first', () => {
    const bling = new VirtualBling();
    for (let n = 0; n < 1_000; n += 1)
      bling.add({ key: `import-${n}`, class: 'import', from: NOW, calls: 1 });
    for (let n = 0; n < 1_000; n += 1)
      bling.add({ key: `sale-${n}`, class: 'sale', from: NOW + 60_000, calls: 2 });
    bling.run();
    const last = Math.max(
      ...bling.asked.filter(({ asker }) => asker.class === 'sale').flatMap(({ starts }) => starts),
    );
    expect(last - NOW - 60_000).toBeLessThan(1_000 * 1_000 + 10_000);
    const { attempts } = bling.asked.reduce((one, other) => (one.attempts > other.attempts ? one : other));
    expect(attempts).toBeLessThanOrEqual(4);
  });

  it('lose only a moment where the worker was away for a minute', () => {
    const back = NOW + 120_000;
    const bling = new VirtualBling();
    for (let n = 0; n < 1_000; n += 1) {
      const asker = { key: `sale-${n}`, class: 'sale' as const, from: NOW + n, calls: 2 };
      const due = NOW + n * 1_000;
      bling.add({ ...asker, lateMs: () => (due > NOW + 60_000 && due < back ? back - due : 0) });
    }
    bling.run();
    expect(bling.starts).toHaveLength(2_000);
    expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
  });
});

describe('sales of a company that Bling does not answer', () => {
  const HOUR_MS = 3_600_000;
  const silence = (hours: number) => ({ until: NOW + hours * HOUR_MS, callMs: 10_000, failure: {} });
  it.each([5, 40, 300, 3_000])(
    'rest until it answers: of %d one comes a pause, and each is woken once',
    (count) => {
      const bling = crowd(count);
      bling.outage = silence(8);
      bling.run();
      // Pauses of five minutes, after some shorter ones.
      expect(bling.pauses).toBeLessThanOrEqual(8 * 12 + 4);
      const attempts = bling.asked.map((one) => one.attempts).sort((one, other) => one - other);
      // One tries, pause after pause. The others: a place before that was known; a rest of half an hour, of
      // an hour, two and four; and the call that has an answer.
      expect(attempts.at(-1)).toBeLessThanOrEqual(bling.pauses + 6);
      expect(attempts[Math.floor(count / 2)]).toBeLessThanOrEqual(7);
      expect(attempts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(
        8 * count + 2 * bling.pauses + 30,
      );
      expect(bling.starts).toHaveLength(count * 2);
      expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
    },
  );

  it('are woken in their order with the first answer, and read at the pace that there is', () => {
    const bling = crowd(300);
    bling.outage = silence(1);
    bling.run();
    const answered = Math.min(...bling.starts);
    expect(answered - NOW).toBeLessThan(HOUR_MS + 6 * 60_000);
    expect(Math.max(...bling.starts) - answered).toBeLessThan(300 * 1_100);
    const rested = inTime(bling.asked).slice(5);
    const order = rested.map(({ asker }) => asker.from);
    const overtaken = order.filter((from, n) => n > 0 && from < order[n - 1]!);
    expect(overtaken.length).toBeLessThan(10);
  });

  it('cost nothing more where they come in the middle of it: once, and once when it is over', () => {
    const bling = crowd(40);
    for (let n = 0; n < 300; n += 1)
      bling.add({ key: `late-${n}`, class: 'sale', from: NOW + 30 * 60_000 + n * 100, calls: 2 });
    bling.outage = silence(0.7);
    bling.run();
    const late = bling.asked.filter(({ asker }) => asker.key.startsWith('late')).map((one) => one.attempts);
    expect(late.filter((attempts) => attempts > 2)).toEqual([]);
  });

  it.each([
    ['its day is used up', 10, { pauseMs: HOUR_MS, refused: 'day' as const }, 10],
    ['our address is blocked', 3, { pauseMs: 600_000, refused: 'address' as const }, 18],
  ])('rest where %s', (_why, hours, failure, pauses) => {
    const bling = crowd(100);
    bling.outage = { until: NOW + hours * HOUR_MS, callMs: 50, failure };
    bling.run();
    expect(bling.pauses).toBeLessThanOrEqual(pauses);
    const attempts = bling.asked.map((one) => one.attempts).sort((one, other) => one - other);
    expect(attempts.at(-1)).toBeLessThanOrEqual(pauses + 2);
    expect(attempts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(7 * 100 + 2 * pauses);
  });
});

describe('a company’s pace', () => {
  it('is all of the company’s where sales need one call each', () => {
    const bling = new VirtualBling();
    for (let n = 0; n < 3_000; n += 1)
      bling.add({ key: `sale-${n}`, class: 'sale', from: NOW + n * 600, calls: 1 });
    bling.run();
    expect(Math.max(...waits(bling.asked))).toBeLessThan(10_000);
  });

  it('holds for whoever comes when, and nobody of a class overtakes another of it who is punctual', () => {
    const asker = fc.record({
      class: fc.constantFrom<CallClass>(...CALL_CLASSES),
      from: fc.integer({ min: 0, max: 60_000 }),
      calls: fc.integer({ min: 1, max: 2 }),
      callMs: fc.integer({ min: 20, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(asker, { minLength: 1, maxLength: 300 }), (askers) => {
        const bling = new VirtualBling();
        askers.forEach((one, n) => bling.add({ ...one, from: NOW + one.from, key: `${one.class}-${n}` }));
        bling.run();
        expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
        for (const { asker: who, starts } of bling.asked) expect(starts).toHaveLength(who.calls);
        for (const one of CALL_CLASSES.slice(0, 2)) {
          const firsts = bling.asked.filter(({ asker: who }) => who.class === one);
          const order = inTime(firsts).map(({ asker: who }) => who.from);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has no more calls on a day than Bling allows; the rest have each an instant after midnight in Brasília', () => {
    const bling = new VirtualBling();
    bling.pace = { ...FRESH_PACE, day: '2026-11-03', calls: 119_990 };
    for (let n = 0; n < 100; n += 1)
      bling.add({ key: `sale-${n}`, class: 'sale', from: NOW + n * 100, calls: 1 });
    bling.run();
    expect(bling.starts.filter((at) => at < MIDNIGHT)).toHaveLength(10);
    expect(mostInASecond(bling.starts)).toBeLessThanOrEqual(3);
    expect(Math.max(...bling.asked.map(({ attempts }) => attempts))).toBeLessThanOrEqual(3);
    expect(bling.pace).toMatchObject({ day: '2026-11-04', calls: 90 });
  });

  it('keeps the end of the day for the sales', () => {
    const late = { ...FRESH_PACE, day: '2026-11-03', calls: 108_000 };
    expect(nextTurn(late, 'import', null, NOW)).toMatchObject({ kind: 'later', why: 'day', until: MIDNIGHT });
    expect(nextTurn(late, 'sale', null, NOW)).toMatchObject({ kind: 'go', waitMs: 0 });
    expect(nextTurn(late, 'reconciliation', null, NOW)).toMatchObject({ kind: 'go' });
    const later = { ...late, calls: 114_000 };
    expect(nextTurn(later, 'reconciliation', null, NOW)).toMatchObject({ kind: 'later', why: 'day' });
    for (const who of ['staff', 'sale'] as const)
      expect(nextTurn(later, who, null, NOW)).toMatchObject({ kind: 'go' });
  });

  it.each(CALL_CLASSES.map((queued, place) => [queued, place] as const))(
    'lets the classes before %s go at once while callers of that wait, and no others',
    (queued, place) => {
      const pace = { ...FRESH_PACE, tails: { ...FRESH_PACE.tails, [queued]: NOW + 60_000 } };
      const kinds = CALL_CLASSES.map((who) => nextTurn(pace, who, null, NOW).kind);
      expect(kinds).toEqual(CALL_CLASSES.map((_who, at) => (at < place ? 'go' : 'later')));
    },
  );
});

describe('a place', () => {
  const busy = { ...FRESH_PACE, nextAt: NOW + 400, tails: { ...FRESH_PACE.tails, sale: NOW + 7_000 } };

  it('is one and the same for whoever asks again before it', () => {
    const first = nextTurn(busy, 'sale', null, NOW);
    const again = nextTurn(first.pace, 'sale', first.place, NOW + 2_000);
    expect(again).toMatchObject({ kind: 'later', until: NOW + 8_000, place: first.place });
    expect(again.pace).toBe(first.pace);
  });

  it('counts although the clock of whoever comes is a little slow', () => {
    const { place, pace } = nextTurn(busy, 'sale', null, NOW);
    expect(nextTurn(pace, 'sale', place, NOW + 7_200)).toMatchObject({ kind: 'go' });
  });

  it('is lost to whoever does not come', () => {
    const { place, pace } = nextTurn(busy, 'sale', null, NOW);
    const later = { ...pace, tails: { ...pace.tails, sale: NOW + 900_000 } };
    expect(nextTurn(later, 'sale', place, NOW + 8_000 + 600_001)).toMatchObject({
      kind: 'later',
      until: NOW + 901_000,
    });
  });
});
