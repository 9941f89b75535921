import { describe, expect, it } from '@jest/globals';
import { readKey } from '../../../src/activities/notice';
import { rollback } from '../../../src/loyalty';
import { aProgram, DAY, MINUTE, Scene, SOLD_AT } from './scene';
import type { Earning } from './scene';

const told = (scene: Scene, kind: string): unknown => readKey(scene.keys(kind)[0] ?? '')?.amounts;
const amounts = (cents: number, points = 0, vouchers = 0, refundedCents = 0): object => ({
  cents,
  points,
  vouchers,
  refundedCents,
});
const known = (earning: Earning): Scene => {
  const scene = new Scene().deserve(earning);
  scene.tell('earned');
  return scene;
};

describe('what a sale has earned', () => {
  it.each<[string, Earning]>([
    ['cashback', { cents: 500 }],
    ['points alone', { points: 120 }],
    ['a voucher alone', { voucher: true }],
    ['all of them', { cents: 500, points: 120, voucher: true }],
  ])('is told once: %s', (_, earning) => {
    const scene = new Scene().deserve(earning);
    expect(scene.tells()).toContainEqual({ key: scene.keys('earned')[0], at: SOLD_AT });
    expect(scene.tell('earned')).toBe(1);
    expect(scene.keys('earned')).toEqual([]);
  });

  it('is not told of a sale that earned nothing, or that nobody made', () => {
    expect(new Scene().deserve({}).tells()).toEqual([]);
    expect(
      new Scene()
        .deserve({ cents: 500 })
        .change({ owner: { customerId: null } })
        .tells(),
    ).toEqual([]);
  });

  it('is not told again when the order grows', () => {
    expect(known({ cents: 500 }).deserve({ cents: 600 }).tells()).toEqual(
      known({ cents: 500 }).deserve({ cents: 500 }).tells(),
    );
  });

  it('is not told when the sale is cancelled first, and then neither is the cancellation', () => {
    const scene = new Scene().deserve({ cents: 500, voucher: true });
    expect(
      scene
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .tells(),
    ).toEqual([]);
  });

  it('is told in what is left when goods come back first, and then the return is not', () => {
    const scene = new Scene()
      .deserve({ cents: 500 })
      .change({ purchase: { returnedCents: 4_000 } })
      .deserve({ cents: 400 });
    expect(told(scene, 'earned')).toEqual(amounts(400));
    scene.tell('earned');
    expect(scene.keys('returned')).toEqual([]);
  });

  it('is told to the next owner of the sale too (R26)', () => {
    const scene = known({ cents: 500 });
    scene.deserve({});
    scene
      .at(SOLD_AT + DAY)
      .change({ owner: { customerId: 'cus_2', claimedAt: SOLD_AT + DAY } })
      .deserve({ cents: 500 });
    expect(scene.keys('returned')).toEqual([]);
    const [key] = scene.keys('earned');
    expect(key).not.toBe(scene.sale.notices.given[0]);
    expect(scene.tell('earned')).toBe(1);
    expect(scene.keys('earned')).toEqual([]);
  });
});

describe('what is taken back', () => {
  it('is told to whoever was told of it, once, with the amounts', () => {
    const scene = known({ cents: 500, points: 120, voucher: true });
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(told(scene, 'returned')).toEqual(amounts(500, 120, 1));
    expect(scene.tell('returned')).toBe(1);
    expect(scene.tells()).toEqual([]);
  });

  it('is told only after a quiet minute: goods that come back one by one are one message', () => {
    const scene = known({ cents: 500 });
    for (const [index, cents] of [400, 300, 200].entries())
      scene
        .at(SOLD_AT + index * 20_000)
        .change({ purchase: { returnedCents: 4_000 * (index + 1) } })
        .deserve({ cents });
    expect(told(scene, 'returned')).toEqual(amounts(300));
    const due = scene.tells().find(({ key }) => key.startsWith('returned'));
    expect(due?.at).toBe(SOLD_AT + 40_000 + MINUTE);
  });

  it('is told anew for each later return, and never twice', () => {
    const scene = known({ cents: 500 });
    scene
      .change({ purchase: { returnedCents: 4_000 } })
      .deserve({ cents: 400 })
      .tell('returned');
    scene.change({ purchase: { returnedCents: 12_000 } }).deserve({ cents: 200 });
    expect(told(scene, 'returned')).toEqual(amounts(200));
    scene.tell('returned');
    expect(scene.deserve({ cents: 200 }).keys('returned')).toEqual([]);
  });

  it('is not told where a cancellation is undone before the minute is over', () => {
    const scene = known({ cents: 500, voucher: true });
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    scene.change({ source: { status: 'completed' } }).deserve({ cents: 500, voucher: true });
    expect(scene.keys('returned')).toEqual([]);
    expect(scene.keys('earned')).toEqual([]);
  });

  it('and earned again, and taken back again, is told each time (R27)', () => {
    const scene = known({ cents: 500, voucher: true });
    for (let round = 1; round <= 3; round += 1) {
      scene.change({ source: { status: 'cancelled' } }).deserve({});
      expect(told(scene, 'returned')).toEqual(amounts(500, 0, 1));
      expect(scene.tell('returned')).toBe(1);
      scene.change({ source: { status: 'completed' } }).deserve({ cents: 500, voucher: true });
      expect(told(scene, 'earned')).toEqual(amounts(500, 0, 1));
      expect(scene.tell('earned')).toBe(1);
    }
  });

  it('is not told of what had expired unused, for nothing is taken then (R23)', () => {
    const scene = known({ cents: 500 }).at(SOLD_AT + 100 * DAY);
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(scene.tells()).toEqual([]);
  });

  it('is not told by a program that wishes neither message, nor of a silent sale', () => {
    const quiet = new Scene(aProgram({ messages: {} })).deserve({ cents: 500 });
    expect(
      quiet
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .tells(),
    ).toEqual([]);
    const silent = new Scene(aProgram(), { notices: { silent: true } }).deserve({ cents: 500 });
    expect(silent.tells()).toEqual([]);
    expect(
      silent
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .tells(),
    ).toEqual([]);
  });

  it('is told by a program that has this message and none about earning', () => {
    const scene = new Scene(aProgram({ messages: { returned: {} } })).deserve({ cents: 500 });
    expect(scene.tells()).toEqual([]);
    scene.change({ purchase: { returnedCents: 4_000 } }).deserve({ cents: 400 });
    expect(told(scene, 'returned')).toEqual(amounts(100));
    expect(scene.tell('returned')).toBe(1);
    expect(scene.tells()).toEqual([]);
  });

  it('is finished as it was begun where one channel has had it and another has not', () => {
    const scene = known({ cents: 500 });
    scene.change({ purchase: { returnedCents: 4_000 } }).deserve({ cents: 400 });
    const key = scene.keys('returned')[0]!;
    const later = SOLD_AT + 10 * MINUTE;
    scene
      .change({ notices: { postponed: [{ key, at: later }] }, purchase: { returnedCents: 8_000 } })
      .deserve({ cents: 300 });
    expect(scene.tells().filter((tell) => tell.key.startsWith('returned'))).toEqual([{ key, at: later }]);
    scene.tell('returned');
    expect(told(scene, 'returned')).toEqual(amounts(100));
  });
});

describe('what had been used and comes back', () => {
  it('is told even to somebody who was told of nothing else, once', () => {
    const scene = new Scene()
      .change({ source: { status: 'cancelled' }, benefit: { refundedCents: 1_000 } })
      .deserve({});
    expect(told(scene, 'returned')).toEqual(amounts(0, 0, 0, 1_000));
    scene.tell('returned');
    expect(scene.tells()).toEqual([]);
  });

  it('is told together with what is taken', () => {
    const scene = known({ cents: 500 });
    scene.change({ source: { status: 'cancelled' }, benefit: { refundedCents: 1_000 } }).deserve({});
    expect(told(scene, 'returned')).toEqual(amounts(500, 0, 0, 1_000));
    scene.tell('returned');
    scene
      .change({ source: { status: 'completed' } })
      .deserve({ cents: 500 })
      .tell('earned');
    expect(scene.keys('returned')).toEqual([]);
  });
});

describe('what ends', () => {
  it('is told for each end: the voucher’s is its own', () => {
    const scene = known({ cents: 500, voucher: true });
    expect(scene.keys('expiring').map((key) => key.split('/')[2])).toEqual([
      '2027-02-02T03:00:00.000Z',
      '2027-01-03T03:00:00.000Z',
    ]);
    scene.at(Date.parse('2027-01-03T03:00:00.000Z'));
    expect(scene.keys('expired')).toEqual(['expired/2027-01-03T03:00:00.000Z']);
  });

  it('is not told of an end that a use undone has put off, before it comes (R34)', () => {
    const scene = new Scene(aProgram({ redemption: { rollbackWindow: 'P120D' } })).deserve({ cents: 500 });
    const use = scene.spend('cashback', 200);
    scene.at(SOLD_AT + 100 * DAY);
    expect(scene.tell('expired')).toBe(1);
    rollback(scene.book, use, { kind: 'redemption', redemptionId: use.id }, scene.now);
    expect(scene.keys('expired')).toEqual([]);
    scene.at(SOLD_AT + 110 * DAY);
    expect(scene.keys('expired')).toHaveLength(1);
    expect(scene.content(scene.keys('expired')[0]!)?.whatsapp.parameters[2]).toBe('R$ 2,00');
  });
});
