import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MESSAGE_RULES, decide } from '../../../../src/loyalty/notice/policy';
import type {
  Barrier,
  Decision,
  GoneReason,
  MessageCase,
  Pause,
} from '../../../../src/loyalty/notice/policy';
import { aCase, DAY, HOUR, SAO_PAULO, TUESDAY } from './a-case';

const local = (text: string): number => Date.parse(`${text}:00-03:00`);
const wait = (because: string, until: number): object => ({ do: 'wait', because, until });
const skip = (because: string): object => ({ do: 'skip', because });

const aPause = (change: Partial<Pause> = {}): Pause => ({
  ...{ because: 'sender_paused', since: TUESDAY, until: TUESDAY + HOUR },
  ...change,
});

const RULES = { ...DEFAULT_MESSAGE_RULES, holdout: 0 };
const BARRIERS: Barrier[] = ['erased', 'opted_out', 'suppressed', 'channel_off', 'no_address', 'unreachable'];
const GONE: GoneReason[] = ['no_longer_due', 'bought_since', 'told_nothing', 'nothing_left'];

describe('each thing that can stand against a message', () => {
  const table: [string, Partial<MessageCase>, object][] = [
    ['nothing', {}, { do: 'send' }],
    ['not live', { live: false }, wait('not_live', TUESDAY + HOUR)],
    ['not live for a day', { live: false, since: TUESDAY - DAY }, skip('not_live')],
    [
      'not live, nearly a day',
      { live: false, since: TUESDAY - DAY + 60_000 },
      wait('not_live', TUESDAY + 60_000),
    ],
    ['live too late', { waitedFor: 'not_live', since: TUESDAY - DAY - HOUR - 1 }, skip('not_live')],
    ['live just in time', { waitedFor: 'not_live', since: TUESDAY - DAY - HOUR }, { do: 'send' }],
    [
      'old, but let go late by the caps',
      { waitedFor: 'frequency_cap', since: TUESDAY - 6 * DAY },
      { do: 'send' },
    ],
    ...BARRIERS.map((barrier): [string, Partial<MessageCase>, object] => [
      barrier,
      { barriers: new Set([barrier]) },
      skip(barrier),
    ]),
    ['no consent needed', { consented: false }, { do: 'send' }],
    ['no consent', { rules: { ...RULES, basis: 'opt_in' } }, skip('no_consent')],
    ['consent', { rules: { ...RULES, basis: 'opt_in' }, consented: true }, { do: 'send' }],
    ['held out', { kind: 'repurchase', rules: { ...RULES, holdout: 100 } }, skip('holdout')],
    ['held out of coming back', { kind: 'winBack', rules: { ...RULES, holdout: 100 } }, skip('holdout')],
    ['held out of nothing else', { kind: 'expiring', rules: { ...RULES, holdout: 100 } }, { do: 'send' }],
    ...GONE.map((gone): [string, Partial<MessageCase>, object] => [gone, { gone }, skip(gone)]),
    ['told today', { told: [TUESDAY - HOUR] }, wait('frequency_cap', TUESDAY + DAY)],
    ['told yesterday', { told: [TUESDAY - 12 * HOUR] }, { do: 'send' }],
    ['a sender that is paused', { pause: aPause() }, wait('sender_paused', TUESDAY + HOUR)],
    [
      'a template that is paused, apart from others',
      { pause: aPause({ because: 'template_paused' }), moment: 0.5 },
      wait('template_paused', TUESDAY + HOUR + 30_000),
    ],
    [
      'a short pause, hardly apart',
      { pause: aPause({ because: 'too_fast_for_recipient', until: TUESDAY + 4_000 }), moment: 0.5 },
      wait('too_fast_for_recipient', TUESDAY + 4_500),
    ],
    ['a pause that is over', { pause: aPause({ until: TUESDAY }) }, { do: 'send' }],
    [
      'paused for a day',
      { pause: aPause({ since: TUESDAY - DAY }), since: TUESDAY - DAY, waitedFor: 'sender_paused' },
      skip('sender_paused'),
    ],
    [
      'paused for a day, upon which it comes only now',
      { pause: aPause({ since: TUESDAY - DAY }), since: TUESDAY - DAY, waitedFor: 'quiet_hours' },
      wait('sender_paused', aPause({}).until),
    ],
    [
      'paused for nearly a day',
      { pause: aPause({ since: TUESDAY - DAY }), since: TUESDAY - DAY + 60_000 },
      wait('sender_paused', TUESDAY + 60_000),
    ],
    [
      'old, and paused just now',
      { pause: aPause(), since: TUESDAY - 6 * DAY },
      wait('sender_paused', TUESDAY + HOUR),
    ],
  ];

  it.each(table)('%s', (_what, change, decision) => {
    expect(decide(aCase(change), TUESDAY)).toEqual(decision);
  });
});

describe('what stands against a message first', () => {
  const order: Partial<MessageCase>[] = [
    { live: false },
    ...BARRIERS.slice(0, 2).map((barrier) => ({ barriers: new Set([barrier]) })),
    { rules: { ...RULES, basis: 'opt_in', holdout: 100 } },
    ...BARRIERS.slice(2).map((barrier) => ({ barriers: new Set([barrier]) })),
    { rules: { ...RULES, holdout: 100 } },
    { gone: 'bought_since' },
    { told: [TUESDAY] },
    { zone: 'Asia/Tokyo' },
    { pause: aPause() },
  ];

  it('is what is said, whatever else does', () => {
    const firsts = order.map((_one, from) => {
      const rest = order.slice(from).toReversed();
      const barriers = new Set(rest.flatMap((one) => [...(one.barriers ?? [])]));
      const of = Object.assign({}, aCase({ kind: 'repurchase' }), ...rest, { barriers }) as MessageCase;
      return decide(of, TUESDAY) as Exclude<Decision, { do: 'send' }>;
    });
    expect(firsts.map(({ because }) => because)).toEqual([
      ...['not_live', 'erased', 'opted_out', 'no_consent', 'suppressed', 'channel_off', 'no_address'],
      ...['unreachable', 'holdout', 'bought_since', 'frequency_cap', 'quiet_hours', 'sender_paused'],
    ]);
  });
});

describe('quiet hours', () => {
  it.each([
    ['late in the evening', '2026-11-24T20:00', '2026-11-25T08:00'],
    ['after midnight', '2026-11-25T03:10', '2026-11-25T08:00'],
    ['to the last minute', '2026-11-25T07:59', '2026-11-25T08:00'],
    ['Saturday evening: over the whole Sunday', '2026-11-28T20:01', '2026-11-30T08:00'],
    ['on a Sunday at noon', '2026-11-29T12:00', '2026-11-30T08:00'],
  ])('%s', (_when, at, until) => {
    expect(decide(aCase(), local(at))).toEqual(wait('quiet_hours', local(until)));
  });

  it.each(['2026-11-24T08:00', '2026-11-24T19:59', '2026-11-28T19:59'])('are over at %s', (at) => {
    expect(decide(aCase(), local(at))).toEqual({ do: 'send' });
  });

  it('hold for every kind of message, also for the receipt of what was just earned', () => {
    for (const kind of ['earned', 'returned', 'expiring', 'expired', 'repurchase'] as const)
      expect(decide(aCase({ kind }), local('2026-11-24T22:00'))).toMatchObject({ because: 'quiet_hours' });
  });

  it('let go what has waited over two hours, invitations last', () => {
    const until = (kind: MessageCase['kind'], moment: number): number =>
      (decide(aCase({ kind, moment }), local('2026-11-24T22:00')) as { until: number }).until;
    expect(until('expiring', 0.99)).toBeLessThan(until('expired', 0));
    expect(until('expired', 0.99)).toBeLessThan(until('repurchase', 0));
    expect(until('repurchase', 0.99)).toBeLessThan(local('2026-11-25T10:00'));
  });

  it('within a day, and on some days alone', () => {
    const lunch = { from: '12:00', to: '14:00', days: [1, 2, 3, 4, 6, 7] };
    const at = (text: string): Decision =>
      decide(aCase({ rules: { ...RULES, quietHours: lunch } }), local(text));
    expect(at('2026-11-27T00:00')).toEqual({ do: 'send' });
    expect(at('2026-11-27T12:30')).toEqual(wait('quiet_hours', local('2026-11-27T14:00')));
    expect(at('2026-11-28T09:00')).toEqual(wait('quiet_hours', local('2026-12-04T00:00')));
  });

  it('are whole days alone where both hours are the same', () => {
    const sundays = { from: '08:00', to: '08:00', days: [7] };
    const at = (text: string): Decision =>
      decide(aCase({ rules: { ...RULES, quietHours: sundays } }), local(text));
    expect(at('2026-11-24T03:00')).toEqual({ do: 'send' });
    expect(at('2026-11-29T08:00')).toEqual(wait('quiet_hours', local('2026-11-30T00:00')));
  });

  it('end at the first minute of a day whose midnight the clock skips', () => {
    const rules = { ...RULES, quietHours: { from: '20:00', to: '00:00', days: [6] } };
    // On 4 November 2018 the clock in São Paulo went from 23:59 to 01:00.
    const saturday = Date.parse('2018-11-03T15:00:00Z');
    expect(decide(aCase({ rules }), saturday)).toEqual(
      wait('quiet_hours', Date.parse('2018-11-04T03:00:00Z')),
    );
  });
});

describe('caps', () => {
  const told = (...days: number[]): number[] => days.map((day) => TUESDAY - day * DAY);

  it('do not hold receipts of what the customer has just done', () => {
    for (const kind of ['earned', 'returned'] as const)
      expect(decide(aCase({ kind, told: told(0, 0, 1, 2, 3) }), TUESDAY)).toEqual({ do: 'send' });
  });

  it('wait for the day on which the oldest of thirty days is one no more', () => {
    expect(decide(aCase({ told: told(27, 20, 10, 5) }), TUESDAY)).toEqual(
      wait('frequency_cap', TUESDAY + 3 * DAY),
    );
    expect(decide(aCase({ told: told(30, 20, 10, 5) }), TUESDAY)).toEqual({ do: 'send' });
  });

  it('skip what they would hold for more than a week since it was first to go', () => {
    expect(decide(aCase({ told: told(22, 20, 10, 5) }), TUESDAY)).toEqual(skip('frequency_cap'));
    expect(decide(aCase({ told: told(0), since: TUESDAY - 6 * DAY - 1 }), TUESDAY)).toEqual(
      skip('frequency_cap'),
    );
  });

  it('wait for hours that are not quiet: on a Saturday for Monday', () => {
    const saturday = local('2026-11-28T11:00');
    expect(decide(aCase({ told: [saturday], since: saturday }), saturday)).toEqual(
      wait('frequency_cap', local('2026-11-30T08:00')),
    );
  });

  it('count days as the merchant’s wall clock does', () => {
    const late = Date.parse('2026-11-24T02:30:00Z');
    const early = Date.parse('2026-11-24T12:00:00Z');
    expect(decide(aCase({ told: [late] }), early)).toEqual({ do: 'send' });
    expect(decide(aCase({ told: [late], zone: 'UTC' }), early)).toMatchObject({ because: 'frequency_cap' });
  });

  it('hold nothing where there are none', () => {
    const rules = { ...RULES, caps: { perDay: null, perThirtyDays: null } };
    expect(decide(aCase({ rules, told: told(0, 0, 0, 0, 0) }), TUESDAY)).toEqual({ do: 'send' });
  });
});

describe('who is held out', () => {
  const held = (holdout: number): string[] =>
    Array.from({ length: 2_000 }, (_one, index) => `cus_${index}`).filter((customerId) => {
      const of = aCase({ kind: 'repurchase', customerId, rules: { ...RULES, holdout }, zone: SAO_PAULO });
      return decide(of, TUESDAY).do === 'skip';
    });

  it('is about the share that was asked for, and stays so when it grows', () => {
    const five = held(5);
    expect(five.length).toBeGreaterThan(60);
    expect(five.length).toBeLessThan(140);
    expect(held(0)).toEqual([]);
    expect(held(10)).toEqual(expect.arrayContaining(five));
  });
});
