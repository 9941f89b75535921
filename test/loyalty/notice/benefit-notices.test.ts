import { describe, expect, it } from '@jest/globals';
import { rollback } from '../../../src/loyalty/redemption';
import { DAY, MINUTE, SOLD_AT } from '../sale/sales';
import { aProgram, Scene } from './scene';
import type { Earning } from './scene';

const CASHBACK_END = Date.parse('2027-02-02T03:00:00.000Z');
const VOUCHER_END = Date.parse('2027-01-03T03:00:00.000Z');
const REPURCHASE_AT = Date.parse('2026-12-18T13:00:00.000Z');

const earned = (earning: Earning = { cents: 500 }, program = aProgram()): Scene => {
  const scene = new Scene(program).deserve(earning);
  scene.give('earned');
  return scene;
};
const lasting = (rollbackWindow: string): ReturnType<typeof aProgram> =>
  aProgram({ redemption: { rollbackWindow } });

describe('what ends', () => {
  it('is told for each end: the voucher’s is its own', () => {
    const scene = earned({ cents: 500, voucher: true });
    expect(scene.keys('expiring').map((key) => key.split('/')[2])).toEqual([
      '2027-02-02T03:00:00.000Z',
      '2027-01-03T03:00:00.000Z',
    ]);
    scene.at(VOUCHER_END);
    expect(scene.keys('expired')).toEqual(['expired/2027-01-03T03:00:00.000Z']);
  });

  it('is told at its end, once, however late the timers run', () => {
    const scene = earned();
    expect(scene.at(CASHBACK_END - 1).keys('expired')).toEqual([]);
    expect(scene.at(CASHBACK_END + 5 * DAY).due('expired')).toEqual([
      { key: 'expired/2027-02-02T03:00:00.000Z', at: CASHBACK_END },
    ]);
    expect(scene.give('expired')).toBe(1);
    expect(scene.keys('expired')).toEqual([]);
  });

  it('is not told of what was used before its end', () => {
    const scene = earned();
    scene.spend('cashback', 500);
    expect(scene.keys('expiring')).toEqual([]);
    expect(scene.at(CASHBACK_END).keys('expired')).toEqual([]);
  });

  it('is not told of an end that a use undone has put off, before it comes (R34)', () => {
    const scene = new Scene(lasting('P120D')).deserve({ cents: 500 });
    const use = scene.spend('cashback', 200);
    scene.at(SOLD_AT + 100 * DAY);
    expect(scene.give('expired')).toBe(1);
    rollback(scene.book, use, { kind: 'redemption', redemptionId: use.id }, scene.now);
    expect(scene.keys('expired')).toEqual([]);
    scene.at(SOLD_AT + 110 * DAY);
    expect(scene.keys('expired')).toHaveLength(1);
  });

  it('is told a second time of a second end, by a key of its own (R34)', () => {
    const scene = new Scene(lasting('P120D')).deserve({ cents: 500 });
    const use = scene.spend('cashback', 200);
    scene.at(SOLD_AT + 100 * DAY).give('expired');
    rollback(scene.book, use, { kind: 'redemption', redemptionId: use.id }, scene.now);
    scene.at(SOLD_AT + 110 * DAY).give('expired');
    expect(new Set(scene.sale.notices.given.filter((key) => key.startsWith('expired'))).size).toBe(2);
    expect(scene.keys('expired')).toEqual([]);
  });

  it('is told as the program wishes: reminders and expiry each by themselves', () => {
    const reminders = earned(
      { cents: 500 },
      aProgram({ messages: { expiring: { before: ['P7D', 'P1D'] } } }),
    );
    expect(reminders.notices().map(({ key }) => key)).toEqual([
      'expiring/P7D/2027-02-02T03:00:00.000Z',
      'expiring/P1D/2027-02-02T03:00:00.000Z',
    ]);
    expect(reminders.at(CASHBACK_END).notices()).toEqual([]);
    const expiry = earned({ cents: 500 }, aProgram({ messages: { expired: {} } }));
    expect(expiry.notices()).toEqual([]);
    expect(expiry.at(CASHBACK_END).keys('expired')).toHaveLength(1);
  });
});

describe('the invitation to buy again', () => {
  it('is due at ten in the morning, so many days after the sale was completed, once', () => {
    const scene = earned();
    expect(scene.due('repurchase')).toEqual([{ key: 'repurchase', at: REPURCHASE_AT, within: 120 * MINUTE }]);
    expect(scene.give('repurchase')).toBe(1);
    expect(scene.keys('repurchase')).toEqual([]);
  });

  it('stays due when its day has passed, and after everything was used', () => {
    const scene = earned().at(REPURCHASE_AT + DAY);
    scene.spend('cashback', 500);
    expect(scene.due('repurchase')).toEqual([{ key: 'repurchase', at: REPURCHASE_AT, within: 120 * MINUTE }]);
  });

  it.each<[string, Scene]>([
    ['earned nothing', new Scene().deserve({})],
    [
      'was taken back whole',
      earned()
        .change({ purchase: { returnedCents: 20_000 } })
        .deserve({}),
    ],
    ['the program has no invitation for', earned({ cents: 500 }, aProgram({ messages: { earned: {} } }))],
    ['was never known to be completed', earned().change({ source: { completedAt: null } })],
  ])('is not made of a sale that %s', (_, scene) => {
    expect(scene.keys('repurchase')).toEqual([]);
  });
});

describe('what time would bring', () => {
  it.each(['open', 'cancelled', 'missing', 'refused'] as const)(
    'is not told of a sale that its source calls %s, whatever is still held of it',
    (status) => {
      const scene = earned({ cents: 500, voucher: true }).change({ source: { status } });
      expect(scene.notices()).toEqual([]);
      expect(scene.at(CASHBACK_END).notices()).toEqual([]);
    },
  );

  it('waits where its sending was postponed, and is not brought forward by that', () => {
    const scene = earned();
    const at = REPURCHASE_AT + 10 * MINUTE;
    expect(scene.attempt('repurchase', at).due('repurchase')).toEqual([{ key: 'repurchase', at }]);
    expect(scene.attempt('repurchase', SOLD_AT).due('repurchase')).toEqual([
      { key: 'repurchase', at: REPURCHASE_AT, within: 120 * MINUTE },
    ]);
  });
});
