import { describe, expect, it } from '@jest/globals';
import { readAmountsKey } from '../../../src/loyalty/notice';
import { DAY, MINUTE, SOLD_AT } from '../sale/sales';
import { aProgram, Scene } from './scene';
import type { Earning } from './scene';

const said = (scene: Scene, kind: string): unknown => readAmountsKey(scene.keys(kind)[0] ?? '')?.amounts;
const amounts = (cents: number, points = 0, vouchers = 0, refundedCents = 0): object => ({
  cents,
  points,
  vouchers,
  refundedCents,
});
const told = (earning: Earning): Scene => {
  const scene = new Scene().deserve(earning);
  scene.give('earned');
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
    expect(scene.notices()).toContainEqual({ key: scene.keys('earned')[0], at: SOLD_AT });
    expect(scene.give('earned')).toBe(1);
    expect(scene.keys('earned')).toEqual([]);
  });

  it('is not told of a sale that earned nothing, or that nobody made', () => {
    expect(new Scene().deserve({}).notices()).toEqual([]);
    expect(
      new Scene()
        .deserve({ cents: 500 })
        .change({ owner: { customerId: null } })
        .notices(),
    ).toEqual([]);
  });

  it('is not told again when the order grows', () => {
    expect(told({ cents: 500 }).deserve({ cents: 600 }).notices()).toEqual(
      told({ cents: 500 }).deserve({ cents: 500 }).notices(),
    );
  });

  it('is not told when the sale is cancelled first, and then neither is the cancellation', () => {
    const scene = new Scene().deserve({ cents: 500, voucher: true });
    expect(
      scene
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .notices(),
    ).toEqual([]);
  });

  it('is told in what is left when goods come back first, and then the return is not', () => {
    const scene = new Scene()
      .deserve({ cents: 500 })
      .change({ purchase: { returnedCents: 4_000 } })
      .deserve({ cents: 400 });
    expect(said(scene, 'earned')).toEqual(amounts(400));
    scene.give('earned');
    expect(scene.keys('returned')).toEqual([]);
  });

  it('is told to the next owner of the sale too (R26)', () => {
    const scene = told({ cents: 500 });
    scene.deserve({});
    scene
      .at(SOLD_AT + DAY)
      .change({ owner: { customerId: 'cus_2', claimedAt: SOLD_AT + DAY } })
      .deserve({ cents: 500 });
    expect(scene.keys('returned')).toEqual([]);
    const [key] = scene.keys('earned');
    expect(key).not.toBe(scene.sale.notices.given[0]);
    expect(scene.give('earned')).toBe(1);
    expect(scene.keys('earned')).toEqual([]);
  });
});

describe('what is taken back', () => {
  it('is told to whoever was told of it, once, with the amounts', () => {
    const scene = told({ cents: 500, points: 120, voucher: true });
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(said(scene, 'returned')).toEqual(amounts(500, 120, 1));
    expect(scene.give('returned')).toBe(1);
    expect(scene.notices()).toEqual([]);
  });

  it('is told only after a quiet minute: goods that come back one by one are one message', () => {
    const scene = told({ cents: 500 });
    for (const [index, cents] of [400, 300, 200].entries())
      scene
        .at(SOLD_AT + index * 20_000)
        .change({ purchase: { returnedCents: 4_000 * (index + 1) } })
        .deserve({ cents });
    expect(said(scene, 'returned')).toEqual(amounts(300));
    const due = scene.notices().find(({ key }) => key.startsWith('returned'));
    expect(due?.at).toBe(SOLD_AT + 40_000 + MINUTE);
  });

  it('is told anew for each later return, and never twice', () => {
    const scene = told({ cents: 500 });
    scene
      .change({ purchase: { returnedCents: 4_000 } })
      .deserve({ cents: 400 })
      .give('returned');
    scene.change({ purchase: { returnedCents: 12_000 } }).deserve({ cents: 200 });
    expect(said(scene, 'returned')).toEqual(amounts(200));
    scene.give('returned');
    expect(scene.deserve({ cents: 200 }).keys('returned')).toEqual([]);
  });

  it('is not told where a cancellation is undone before the minute is over', () => {
    const scene = told({ cents: 500, voucher: true });
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    scene.change({ source: { status: 'completed' } }).deserve({ cents: 500, voucher: true });
    expect(scene.keys('returned')).toEqual([]);
    expect(scene.keys('earned')).toEqual([]);
  });

  it('and earned again, and taken back again, is told each time (R27)', () => {
    const scene = told({ cents: 500, voucher: true });
    for (let round = 1; round <= 3; round += 1) {
      scene.change({ source: { status: 'cancelled' } }).deserve({});
      expect(said(scene, 'returned')).toEqual(amounts(500, 0, 1));
      expect(scene.give('returned')).toBe(1);
      scene.change({ source: { status: 'completed' } }).deserve({ cents: 500, voucher: true });
      expect(said(scene, 'earned')).toEqual(amounts(500, 0, 1));
      expect(scene.give('earned')).toBe(1);
    }
  });

  it('is not told of what had expired unused, for nothing is taken then (R23)', () => {
    const scene = told({ cents: 500 }).at(SOLD_AT + 100 * DAY);
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(scene.notices()).toEqual([]);
  });

  it('is not told by a program that wishes neither message, nor of a silent sale', () => {
    const quiet = new Scene(aProgram({ messages: {} })).deserve({ cents: 500 });
    expect(
      quiet
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .notices(),
    ).toEqual([]);
    const silent = new Scene(aProgram(), { notices: { silent: true } }).deserve({ cents: 500 });
    expect(silent.notices()).toEqual([]);
    expect(
      silent
        .change({ source: { status: 'cancelled' } })
        .deserve({})
        .notices(),
    ).toEqual([]);
  });

  it('is told by a program that has this message and none about earning', () => {
    const scene = new Scene(aProgram({ messages: { returned: {} } })).deserve({ cents: 500 });
    expect(scene.notices()).toEqual([]);
    scene.change({ purchase: { returnedCents: 4_000 } }).deserve({ cents: 400 });
    expect(said(scene, 'returned')).toEqual(amounts(100));
    expect(scene.give('returned')).toBe(1);
    expect(scene.notices()).toEqual([]);
  });

  it('is finished as it was begun where one channel has had it and another has not', () => {
    const scene = told({ cents: 500 });
    scene.change({ purchase: { returnedCents: 4_000 } }).deserve({ cents: 400 });
    const key = scene.keys('returned')[0]!;
    const later = SOLD_AT + 10 * MINUTE;
    scene
      .change({ notices: { postponed: [{ key, at: later }] }, purchase: { returnedCents: 8_000 } })
      .deserve({ cents: 300 });
    expect(scene.notices().filter((notice) => notice.key.startsWith('returned'))).toEqual([
      { key, at: later },
    ]);
    scene.give('returned');
    expect(said(scene, 'returned')).toEqual(amounts(100));
  });
});

describe('what had been used and comes back', () => {
  it('is told even to somebody who was told of nothing else, once', () => {
    const scene = new Scene()
      .change({ source: { status: 'cancelled' }, benefit: { refundedCents: 1_000 } })
      .deserve({});
    expect(said(scene, 'returned')).toEqual(amounts(0, 0, 0, 1_000));
    scene.give('returned');
    expect(scene.notices()).toEqual([]);
  });

  it('is told together with what is taken', () => {
    const scene = told({ cents: 500 });
    scene.change({ source: { status: 'cancelled' }, benefit: { refundedCents: 1_000 } }).deserve({});
    expect(said(scene, 'returned')).toEqual(amounts(500, 0, 0, 1_000));
    scene.give('returned');
    scene
      .change({ source: { status: 'completed' } })
      .deserve({ cents: 500 })
      .give('earned');
    expect(scene.keys('returned')).toEqual([]);
  });
});

describe('a notice of what was earned or taken back', () => {
  it.each<[string, (scene: Scene) => unknown]>([
    ['silent', (scene) => scene.change({ notices: { silent: true } })],
    ['nobody’s', (scene) => scene.change({ owner: { customerId: null } })],
    ['open again at its source', (scene) => scene.change({ source: { status: 'open' } })],
    ['refused', (scene) => scene.change({ source: { status: 'refused' } })],
    ['used up before its turn came', (scene) => scene.spend('cashback', 500)],
    ['expired before its turn came', (scene) => scene.at(SOLD_AT + 100 * DAY)],
  ])('of earning is not due where the sale is %s', (_, make) => {
    const scene = new Scene().deserve({ cents: 500 });
    make(scene);
    expect(scene.keys('earned')).toEqual([]);
  });

  it('of earning is due while all of it is held back', () => {
    const scene = new Scene(aProgram({ holding: { after: 'P8D' } })).deserve({ cents: 500 });
    expect(scene.due('earned')).toEqual([{ key: 'earned/1/0/500-0-0-0', at: SOLD_AT }]);
  });

  it('keeps the amounts it began with until every channel has had it, then speaks of the rest', () => {
    const scene = new Scene().deserve({ cents: 500 });
    const later = SOLD_AT + 30_000;
    scene.attempt('earned/1/0/500-0-0-0', later).deserve({ cents: 600 });
    expect(scene.due('earned')).toEqual([{ key: 'earned/1/0/500-0-0-0', at: later }]);
    scene.give('earned');
    expect(scene.keys('earned')).toEqual([]);
    scene.change({ purchase: { returnedCents: 8_000 } }).deserve({ cents: 300 });
    expect(said(scene, 'returned')).toEqual(amounts(200));
  });

  it('of taking back is dropped where the sale has a new owner before it was given (R26)', () => {
    const scene = told({ cents: 500 });
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(scene.keys('returned')).toHaveLength(1);
    scene.change({ owner: { customerId: 'cus_2', claimedAt: SOLD_AT + DAY } });
    expect(scene.keys('returned')).toEqual([]);
  });

  it('of taking back is given to a new owner only of what they were told (R26)', () => {
    const scene = told({ cents: 500 });
    scene.deserve({});
    scene.at(SOLD_AT + DAY).change({ owner: { customerId: 'cus_2', claimedAt: SOLD_AT + DAY } });
    scene.deserve({ cents: 300 }).give('earned');
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(scene.due('returned')).toEqual([
      { key: `returned/3/${SOLD_AT + DAY}/300-0-0-0`, at: SOLD_AT + DAY + MINUTE },
    ]);
  });

  it('of taking back is due at once where nothing is known to have happened to the sale', () => {
    const scene = told({ cents: 500 }).deserve({ cents: 400 });
    scene.sale = { ...scene.sale, timeline: [] };
    expect(scene.due('returned')).toEqual([{ key: 'returned/2/0/100-0-0-0', at: SOLD_AT }]);
  });

  it('of taking back and one of giving back after it are numbered in the order given', () => {
    const scene = told({ cents: 500 });
    scene
      .change({ source: { status: 'cancelled' } })
      .deserve({})
      .give('returned');
    scene
      .change({ source: { status: 'completed' } })
      .deserve({ cents: 500 })
      .give('earned');
    expect(scene.sale.notices.given).toEqual([
      'earned/1/0/500-0-0-0',
      'returned/2/0/500-0-0-0',
      'earned/3/0/500-0-0-0',
    ]);
  });
});
