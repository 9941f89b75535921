import { describe, expect, it } from '@jest/globals';
import {
  afterFailure,
  beginTry,
  CLOSED,
  isOpen,
  isTry,
  isWorthTelling,
} from '../../../src/store/connection/circuit';
import type { Circuit } from '../../../src/store/connection/circuit';
import { FRESH_PACE, isQuiet, nextTurn } from '../../../src/store/connection/pace';
import type { Pace, Place, Why } from '../../../src/store/connection/pace';

const NOW = Date.parse('2026-11-04T15:00:00Z');

const failing = (times: number, from: Circuit = CLOSED, at = NOW): Circuit =>
  Array.from({ length: times }).reduce<Circuit>((circuit) => afterFailure(circuit, at), from);

/** 10,000 sales that come while a company is left alone, and are all sent away for the same reason. */
function crowdAt(circuit: Circuit, why: Why): { pace: Pace; places: Place[] } {
  let pace: Pace = { ...FRESH_PACE, circuit };
  const places: Place[] = [];
  for (let n = 0; n < 10_000; n += 1) {
    const turn = nextTurn(pace, 'sale', null, NOW + n);
    expect(turn).toMatchObject({ kind: 'later', why });
    pace = turn.pace;
    places.push(turn.place!);
  }
  return { pace, places };
}

describe('a company that does not answer', () => {
  it('is left alone after five calls in a row without an answer, and not before', () => {
    expect(isOpen(failing(4), NOW)).toBe(false);
    const open = failing(5);
    expect([isOpen(open, NOW + 29_999), isOpen(open, NOW + 30_000)]).toEqual([true, false]);
    expect(open.since).toBe(NOW);
  });

  it('is not left alone for longer by the calls that were under way', () => {
    expect(failing(9)).toEqual(failing(5));
  });

  it('is tried by one caller after each pause, which is longer each time, up to five minutes', () => {
    const pauses: number[] = [];
    let circuit = failing(5);
    for (let n = 0; n < 6; n += 1) {
      const at = circuit.openUntil;
      expect(isTry(circuit, at)).toBe(true);
      circuit = beginTry(circuit, at);
      expect([isTry(circuit, at), isOpen(circuit, at)]).toEqual([false, true]);
      circuit = afterFailure(circuit, at + 10_000);
      pauses.push(circuit.openUntil - at - 10_000);
    }
    expect(pauses).toEqual([60_000, 120_000, 240_000, 300_000, 300_000, 300_000]);
  });

  it('is tried by another where the one who tried has died', () => {
    const trying = beginTry(failing(5), NOW + 30_000);
    expect(isTry(trying, NOW + 55_000)).toBe(true);
  });

  it('is left alone at once, and for as long as asked, where its token cannot be had', () => {
    expect(afterFailure(CLOSED, NOW, { pauseMs: 3_600_000 }).openUntil).toBe(NOW + 3_600_000);
  });

  it('is somebody’s concern once it was tried in vain', () => {
    const open = failing(5);
    expect(isWorthTelling(open)).toBe(false);
    expect(isWorthTelling(afterFailure(beginTry(open, NOW + 30_000), NOW + 40_000))).toBe(true);
  });
});

describe('Bling as a whole', () => {
  it('is left alone after ten calls in a row of three companies, not because of one or two', () => {
    const of = (companies: number): Circuit =>
      Array.from({ length: 10 }).reduce<Circuit>((all) => afterFailure(all, NOW, { companies }), CLOSED);
    expect(isOpen(of(2), NOW)).toBe(false);
    expect(isOpen(of(3), NOW)).toBe(true);
  });
});

describe('an answer that nobody is to ask', () => {
  const blocked = { pauseMs: 600_000, refused: 'address' as const };
  const used = { pauseMs: 3_600_000, refused: 'day' as const };

  it('stops all at once where the address is blocked, as two companies have met', () => {
    const once = afterFailure(CLOSED, NOW, { ...blocked, companies: 1 });
    expect(isOpen(once, NOW)).toBe(false);
    const all = afterFailure(once, NOW, { ...blocked, companies: 2 });
    expect(all.openUntil).toBe(NOW + 600_000);
    expect(nextTurn(FRESH_PACE, 'sale', null, NOW + 1, all)).toMatchObject({ kind: 'later', why: 'silence' });
  });

  it('makes a shorter pause longer, once, by whichever call was under way', () => {
    expect(afterFailure(failing(5), NOW, { ...blocked, companies: 1 })).toEqual(failing(5));
    const open = afterFailure(failing(5), NOW + 1_000, blocked);
    expect([open.openUntil, open.pauses]).toEqual([NOW + 601_000, 1]);
    expect(afterFailure(open, NOW + 2_000, blocked)).toBe(open);
  });

  it('has one of 10,000 waiting sales come after an hour; the others rest', () => {
    const { places } = crowdAt(afterFailure(CLOSED, NOW, used), 'day');
    expect(places[0]).toMatchObject({ at: NOW + 3_600_001, rests: 0 });
    for (const place of places.slice(1)) {
      expect(place.rests).toBe(1);
      expect(place.at).toBeGreaterThanOrEqual(NOW + 3_600_000 + 30 * 60_000);
    }
  });

  it('is no silence that people are told of, where it is the day that is used up', () => {
    const twice = afterFailure(beginTry(afterFailure(CLOSED, NOW, used), NOW), NOW, used);
    expect([twice.pauses, isWorthTelling(twice)]).toEqual([2, false]);
    expect(isWorthTelling({ ...twice, refused: 'address' })).toBe(true);
  });

  it('is forgotten where the next try has no answer at all', () => {
    const tried = beginTry(afterFailure(CLOSED, NOW, used), NOW + 3_600_000);
    expect(afterFailure(tried, NOW + 3_610_000)).toMatchObject({ pauses: 2, refused: null });
  });
});

describe('sales that wait while nobody answers', () => {
  it('rest, but for one that comes when it is over and tries; and those that are woken then have a turn as any other', () => {
    const { pace, places } = crowdAt(failing(5), 'silence');
    const [scout, ...others] = places;
    expect(scout).toMatchObject({ at: NOW + 30_001, rests: 0 });
    expect(Math.min(...others.map(({ at }) => at))).toBeGreaterThan(NOW + 30 * 60_000);
    expect(pace).toMatchObject({ scoutAt: NOW + 30_001, resting: true });
    // None of them is in anybody's way.
    expect(pace.tails.sale).toBe(NOW + 30_001);
    const first = nextTurn(pace, 'sale', scout!, NOW + 30_001);
    expect(first).toMatchObject({ kind: 'go', pace: { circuit: { trying: true } } });
    const answered = { ...first.pace, circuit: CLOSED };
    expect(nextTurn(answered, 'sale', others[0]!, NOW + 31_000)).toMatchObject({ kind: 'go' });
  });

  it('rest longer each time they come by themselves in vain, up to four hours', () => {
    let pace: Pace = { ...FRESH_PACE, circuit: { ...failing(5), openUntil: NOW + 1e9 }, scoutAt: NOW + 2e9 };
    const minutes: number[] = [];
    let place: Place | null = null;
    for (let at = NOW, n = 0; n < 7; n += 1) {
      // A pause that goes on for as long as anybody looks.
      pace = { ...pace, circuit: { ...pace.circuit, openUntil: at + 1 } };
      const turn = nextTurn(pace, 'sale', place, at);
      minutes.push(Math.floor((turn.place!.at - at) / 60_000));
      ({ pace } = turn);
      ({ place } = turn);
      at = place!.at;
    }
    for (const [n, least] of [30, 60, 120, 240, 240, 240, 240].entries()) {
      expect(minutes[n]).toBeGreaterThanOrEqual(least);
      expect(minutes[n]).toBeLessThanOrEqual(least * 1.25);
    }
  });

  it('have another one try where the one who was to has not come', () => {
    const pace: Pace = { ...FRESH_PACE, circuit: failing(5), scoutAt: NOW + 30_001 };
    const lost = { ...pace, circuit: afterFailure(beginTry(pace.circuit, NOW + 40_000), NOW + 50_000) };
    const turn = nextTurn(lost, 'sale', null, NOW + 60_000);
    expect(turn).toMatchObject({ kind: 'later', until: NOW + 110_001, pace: { scoutAt: NOW + 110_001 } });
  });

  it('let one of them try, whatever class it is of; the others keep or get a place after the try', () => {
    const pace: Pace = { ...FRESH_PACE, circuit: failing(5) };
    const first = nextTurn(pace, 'sale', null, NOW + 30_000);
    expect(first.kind).toBe('go');
    const second = nextTurn(first.pace, 'staff', null, NOW + 30_001);
    expect(second).toMatchObject({ kind: 'later', why: 'silence' });
    const again = nextTurn(second.pace, 'staff', second.place, NOW + 30_002);
    expect(again).toMatchObject({ kind: 'later', place: second.place });
  });

  it('wait for Bling as a whole too, and people are told once it was tried in vain', () => {
    const all = { ...failing(5), pauses: 2 };
    const turn = nextTurn(FRESH_PACE, 'sale', null, NOW, all);
    expect(turn).toMatchObject({ kind: 'later', why: 'silence', pace: { circuit: { told: true } } });
    expect(isQuiet(turn.pace, 'sale', NOW + 1)).toBe(false);
  });
});
