import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate, moveDate } from '../../../../src/loyalty/calendar';
import { decide } from '../../../../src/loyalty/notice/policy';
import type { MessageCase, MessageRules } from '../../../../src/loyalty/notice/policy';
import { isQuiet } from '../../../../src/loyalty/notice/policy/quiet-hours';
import { aCase, DAY, SAO_PAULO } from './a-case';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const quietHours = fc.record({
  ...{ from: time, to: time, days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }) },
});
const cap = fc.option(fc.integer({ min: 1, max: 5 }));
const rules: fc.Arbitrary<MessageRules> = fc.record({
  basis: fc.constantFrom('opt_in', 'legitimate_interest'),
  quietHours: fc.option(quietHours),
  caps: fc.record({ perDay: cap, perThirtyDays: cap }),
  holdout: fc.integer({ min: 0, max: 50 }),
});
const zone = fc.constantFrom(
  SAO_PAULO,
  'America/Havana',
  'Asia/Gaza',
  'Pacific/Apia',
  'UTC',
  'Asia/Kathmandu',
);
/** São Paulo had days without a midnight until 2018. */
const instant = fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2030-01-01') });
const kind = fc.constantFrom(
  ...(['earned', 'returned', 'expiring', 'expired', 'repurchase'] as const),
  ...(['welcome', 'balance', 'winBack', 'birthday'] as const),
);
const barriers = fc
  .subarray(['erased', 'opted_out', 'suppressed', 'channel_off', 'no_address', 'unreachable'] as const, {
    maxLength: 2,
  })
  .map((some) => new Set(some));
const moment = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const circumstances = fc
  .record({
    ...{ kind, zone, rules, moment, barriers, live: fc.boolean(), consented: fc.boolean() },
    gone: fc.option(fc.constantFrom('no_longer_due', 'bought_since', 'nothing_left')),
    ago: fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 8 }),
    now: instant,
  })
  .map(({ ago, now, ...of }) => ({ of: aCase({ ...of, since: now, told: ago.map((ms) => now - ms) }), now }));

/** What becomes of a message in the end, however often it has to wait. */
function followed(of: MessageCase, start: number): { waits: number; at: number; ends: string } {
  let now = start;
  let case_ = of;
  for (let waits = 0; waits < 500; waits += 1) {
    const decision = decide(case_, now);
    if (decision.do !== 'wait') return { waits, at: now, ends: decision.do };
    expect(decision.until).toBeGreaterThan(now);
    now = decision.until;
    case_ = { ...case_, waitedFor: decision.because };
  }
  return { waits: 500, at: now, ends: 'never' };
}

describe('whatever the case', () => {
  it('a wait ends: within a day where customers are not written to, and else within three weeks', () => {
    fc.assert(
      fc.property(circumstances, ({ of, now }) => {
        const { ends, at } = followed(of, now);
        expect(ends).not.toBe('never');
        expect(at - now).toBeLessThanOrEqual(of.live ? 21 * DAY : DAY);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing is sent in quiet hours, nor is anything let go in them', () => {
    fc.assert(
      fc.property(circumstances, ({ of, now }) => {
        const { quietHours: quiet } = of.rules;
        if (quiet === null) return;
        const decision = decide(of, now);
        if (decision.do === 'send') expect(isQuiet(quiet, now, of.zone)).toBe(false);
        if (decision.do === 'wait' && decision.because !== 'not_live')
          expect(isQuiet(quiet, decision.until, of.zone)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('what is skipped is skipped at every later instant, as long as nothing else changes', () => {
    fc.assert(
      fc.property(circumstances, fc.integer({ min: 0, max: 3 * DAY }), ({ of, now }, later) => {
        const decision = decide(of, now);
        if (decision.do !== 'skip' || decision.because === 'frequency_cap') return;
        const waitedFor = decision.because === 'not_live' ? ('not_live' as const) : null;
        expect(decide({ ...of, waitedFor }, now + later).do).not.toBe('send');
      }),
    );
  });
});

describe('whoever is written to again and again', () => {
  it('is given no more than the caps allow in any day and any thirty days', () => {
    fc.assert(
      fc.property(
        ...[rules, zone, instant, fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 40 })],
        (settled: MessageRules, where: string, start: number, gaps: number[]) => {
          const { perDay, perThirtyDays } = settled.caps;
          const told: number[] = [];
          let now = start;
          for (const gap of gaps) {
            now += gap;
            const of = aCase({
              rules: { ...settled, basis: 'legitimate_interest' },
              zone: where,
              told,
              since: now,
            });
            if (decide(of, now).do === 'send') told.push(now);
          }
          const dates = told.map((at) => localDate(at, where));
          for (const date of dates) {
            const from = moveDate(date, { months: 0, days: 29 }, -1);
            const within = dates.filter((one) => one >= from && one <= date).length;
            expect(dates.filter((one) => one === date).length).toBeLessThanOrEqual(perDay ?? Infinity);
            expect(within).toBeLessThanOrEqual(perThirtyDays ?? Infinity);
          }
        },
      ),
    );
  });
});
