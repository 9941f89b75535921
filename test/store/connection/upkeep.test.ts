import { describe, expect, it } from '@jest/globals';
import { hearing, isUntold, upkeepDue, usualGap } from '../../../src/store/connection/upkeep';
import type { TokensKnown } from '../../../src/store/connection/upkeep';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ago = (ms: number): Date => new Date(NOW - ms);

const FRESH: TokensKnown = { expiresAt: ago(-5 * HOUR), refreshFailed: null };

type Kept = Parameters<typeof upkeepDue>[0];
const kept = (change: Partial<Kept> = {}): Kept => ({
  ...{ state: 'connected', createdAt: ago(200 * DAY), reconcileEvery: null },
  ...{ reconciledUntil: ago(5 * MINUTE), monthReconciledAt: ago(HOUR) },
  ...change,
});

describe('what is due of a connection', () => {
  it('is nothing where it was compared and its tokens last; then the comparison is next', () => {
    expect(upkeepDue(kept(), FRESH, NOW)).toEqual({
      ...{ refresh: false, period: null, nextAt: NOW + 10 * MINUTE },
    });
  });

  it('is a comparison after a quarter of an hour, from half an hour before the last one ended', () => {
    const { period } = upkeepDue(kept({ reconciledUntil: ago(15 * MINUTE) }), FRESH, NOW);
    expect(period).toEqual({
      ...{ from: ago(45 * MINUTE), until: new Date(NOW), month: false },
      ...{ soldFrom: '2026-11-19', soldTo: '2026-11-20' },
    });
  });

  it('is one as often as its owner has said', () => {
    const every = { reconcileEvery: 'PT1H' as const, reconciledUntil: ago(30 * MINUTE) };
    expect(upkeepDue(kept(every), FRESH, NOW)).toMatchObject({ period: null, nextAt: NOW + 30 * MINUTE });
  });

  it('goes over the sales of a month once a day', () => {
    const due = kept({ reconciledUntil: ago(HOUR), monthReconciledAt: ago(DAY) });
    expect(upkeepDue(due, FRESH, NOW).period).toMatchObject({ month: true, soldFrom: '2026-10-21' });
  });

  it.each([
    [
      'goes on where it was after an outage of three days',
      { reconciledUntil: ago(3 * DAY) },
      3 * DAY + 30 * MINUTE,
    ],
    ['begins a month ago where there never was one', { reconciledUntil: null }, 30 * DAY],
    ['and not before the store was connected', { reconciledUntil: null, createdAt: ago(HOUR) }, HOUR],
    [
      'and goes back no further than Bling lists',
      { reconciledUntil: ago(700 * DAY), createdAt: ago(900 * DAY) },
      360 * DAY,
    ],
  ])('%s', (_what, change, since) => {
    expect(upkeepDue(kept(change), FRESH, NOW).period?.from).toEqual(ago(since));
  });

  it('is no comparison again at once where one failed for good, nor where it was the first', () => {
    const failed = { reconcileFailedAt: ago(5 * MINUTE) };
    for (const reconciledUntil of [ago(HOUR), null])
      expect(upkeepDue(kept({ ...failed, reconciledUntil }), FRESH, NOW)).toMatchObject({
        ...{ period: null, nextAt: NOW + 10 * MINUTE },
      });
    const later = kept({ reconcileFailedAt: ago(15 * MINUTE), reconciledUntil: ago(HOUR) });
    expect(upkeepDue(later, FRESH, NOW).period?.from).toEqual(ago(90 * MINUTE));
  });

  it('is one of all orders and sales at once, where a choice of situations was not applied', () => {
    const { period } = upkeepDue(kept({ unappliedSince: ago(MINUTE) }), FRESH, NOW);
    expect(period).toEqual({
      ...{ from: ago(200 * DAY), until: new Date(NOW), month: true },
      ...{ soldFrom: '2026-05-04', soldTo: '2026-11-20' },
    });
    const old = kept({ unappliedSince: ago(MINUTE), createdAt: ago(900 * DAY) });
    expect(upkeepDue(old, FRESH, NOW).period?.from).toEqual(ago(360 * DAY));
    const stopped = kept({ unappliedSince: ago(MINUTE), state: 'paused' });
    expect(upkeepDue(stopped, FRESH, NOW).period).toBeNull();
  });

  it('is one all the same where orders were refused and the tokens are taken: its list tells when that is over', () => {
    const refused = { reason: 'forbidden' as const, asked: 'order' as const, since: ago(HOUR) };
    const lost = kept({ state: 'needs_authorization', refused, reconciledUntil: ago(HOUR) });
    expect(upkeepDue(lost, FRESH, NOW).period).not.toBeNull();
    const dead = { ...FRESH, refreshFailed: { until: ago(-HOUR), final: true } };
    expect(upkeepDue(lost, dead, NOW)).toMatchObject({ period: null, nextAt: NOW + 15 * MINUTE });
    const paused = kept({ state: 'paused', refused, reconciledUntil: ago(HOUR) });
    expect(upkeepDue(paused, FRESH, NOW).period).toBeNull();
  });

  it('is no comparison while it has to be authorised', () => {
    const due = kept({ state: 'needs_authorization', reconciledUntil: ago(DAY) });
    expect(upkeepDue(due, FRESH, NOW)).toMatchObject({ refresh: false, period: null });
  });

  it.each([
    ['half an hour before they end', { expiresAt: ago(-29 * MINUTE), refreshFailed: null }, true],
    ['not earlier', { expiresAt: ago(-31 * MINUTE), refreshFailed: null }, false],
    ['also where nobody has used them for weeks', { expiresAt: ago(20 * DAY), refreshFailed: null }, true],
    [
      'not while a failure is waited out',
      { expiresAt: ago(HOUR), refreshFailed: { until: ago(-MINUTE), final: false } },
      false,
    ],
    [
      'and those refused for good every six hours, in case that was mended elsewhere',
      { expiresAt: ago(DAY), refreshFailed: { until: ago(5 * HOUR), final: true } },
      false,
    ],
    ['no more often', { expiresAt: ago(DAY), refreshFailed: { until: ago(6 * HOUR), final: true } }, true],
  ])('is a refresh of the tokens %s', (_when, tokens, refresh) => {
    expect(upkeepDue(kept(), tokens, NOW).refresh).toBe(refresh);
  });

  it('is a look soon after a refresh, whether it has come off, however seldom its orders are compared', () => {
    const seldom = kept({ reconcileEvery: 'P1D' });
    const ending = { expiresAt: ago(-29 * MINUTE), refreshFailed: null };
    expect(upkeepDue(seldom, ending, NOW).nextAt).toBe(NOW + 5 * MINUTE);
    expect(upkeepDue(seldom, FRESH, NOW).nextAt).toBe(NOW + 4.5 * HOUR);
  });
});

describe('whether events still come', () => {
  const heard = (change: object): ReturnType<typeof hearing> =>
    hearing(
      { authorizedAt: ago(10 * DAY), lastEventAt: null, eventGapMs: null, untoldAt: null, ...change },
      NOW,
    );

  it.each<[string, object, ReturnType<typeof hearing>]>([
    ['cannot be told of a store where nothing happens', {}, null],
    [
      'nor at night, while its list shows nothing',
      { lastEventAt: ago(9 * HOUR), eventGapMs: 5 * MINUTE },
      'heard',
    ],
    [
      'they do not, after three usual gaps in which the list shows changes',
      { lastEventAt: ago(2 * HOUR), eventGapMs: 30 * MINUTE, untoldAt: ago(MINUTE) },
      'silent',
    ],
    [
      'it is early to say so before that',
      { lastEventAt: ago(80 * MINUTE), eventGapMs: 30 * MINUTE, untoldAt: ago(MINUTE) },
      null,
    ],
    [
      'and within half an hour, however many there usually are',
      { lastEventAt: ago(20 * MINUTE), eventGapMs: MINUTE, untoldAt: ago(MINUTE) },
      null,
    ],
    ['they do again with the first', { lastEventAt: ago(MINUTE), untoldAt: ago(HOUR) }, 'heard'],
    [
      'they could not while it was paused',
      { lastEventAt: ago(8 * HOUR), untoldAt: ago(MINUTE), resumedAt: ago(10 * MINUTE) },
      null,
    ],
    ['they never did', { untoldAt: ago(MINUTE) }, 'silent'],
    [
      'a store that was just connected may have none yet',
      { untoldAt: ago(MINUTE), authorizedAt: ago(HOUR / 2) },
      null,
    ],
  ])('%s', (_what, change, expected) => {
    expect(heard(change)).toBe(expected);
  });

  it('is doubted only by changes that events could have told of', () => {
    const known = { authorizedAt: ago(10 * DAY), lastEventAt: ago(HOUR), eventGapMs: null, untoldAt: null };
    expect(isUntold(known, NOW - DAY, NOW)).toBe(true);
    expect(isUntold({ ...known, lastEventAt: null }, NOW - DAY, NOW)).toBe(true);
    expect(isUntold({ ...known, lastEventAt: ago(29 * MINUTE) }, NOW - DAY, NOW)).toBe(false);
    expect(isUntold({ ...known, resumedAt: ago(HOUR) }, NOW - DAY, NOW)).toBe(false);
    expect(isUntold({ ...known, authorizedAt: ago(HOUR) }, NOW - DAY, NOW)).toBe(false);
  });

  it('is measured by a usual gap that one night hardly changes, and that follows a store that gets busier', () => {
    const night = usualGap(10 * MINUTE, 12 * HOUR);
    expect(night).toBeLessThan(14 * MINUTE);
    let gap = 60 * MINUTE;
    for (let event = 0; event < 50; event += 1) gap = usualGap(gap, 2 * MINUTE);
    expect(gap).toBeLessThan(3 * MINUTE);
    expect(usualGap(null, 15 * MINUTE)).toBe(15 * MINUTE);
  });
});
