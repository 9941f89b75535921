import { describe, expect, it } from '@jest/globals';
import type { NoticeKind } from '../../../src/loyalty/notice';
import { DAY, MINUTE, SOLD_AT } from '../sale/sales';
import { Scene } from './scene';

const END = Date.parse('2027-02-02T03:00:00.000Z');
const TWO_HOURS = { within: 2 * 3_600_000 };
const WEEK_BEFORE = Date.parse('2027-01-25T13:00:00.000Z');

/** Of each kind, a sale that has just one notice of it, its key, when it is due, and how long it may wait. */
const KINDS: [NoticeKind, () => Scene, string, number, { within?: number }][] = [
  ['earned', () => new Scene().deserve({ cents: 500 }), 'earned/1/0/500-0-0-0', SOLD_AT, {}],
  ['returned', takenBack, 'returned/2/0/500-0-0-0', SOLD_AT + MINUTE, {}],
  ['expiring', told, 'expiring/P7D/2027-02-02T03:00:00.000Z', WEEK_BEFORE, TWO_HOURS],
  ['expired', () => told().at(END), 'expired/2027-02-02T03:00:00.000Z', END, {}],
  ['repurchase', told, 'repurchase', Date.parse('2026-12-18T13:00:00.000Z'), TWO_HOURS],
];

function told(): Scene {
  const scene = new Scene().deserve({ cents: 500 });
  scene.give('earned');
  return scene;
}

function takenBack(): Scene {
  return told()
    .change({ source: { status: 'cancelled' } })
    .deserve({});
}

describe.each(KINDS)('the notice %s', (kind, scene, key, at, spread) => {
  it('is due at its time', () => {
    expect(scene().due(kind)).toEqual([{ key, at, ...spread }]);
  });

  it('is due no more once it was given', () => {
    expect(scene().attempt(key).due(kind)).toEqual([]);
  });

  it('is due later where its sending was postponed, and no earlier than its own time', () => {
    expect(
      scene()
        .attempt(key, at + DAY)
        .due(kind),
    ).toEqual([{ key, at: at + DAY }]);
    expect(
      scene()
        .attempt(key, at - DAY)
        .due(kind),
    ).toEqual([{ key, at, ...spread }]);
  });

  it('half sent is due until the last channel has had it, and then forgotten as postponed', () => {
    const halfSent = scene().attempt(key, at + MINUTE);
    expect(halfSent.due(kind)).toEqual([{ key, at: at + MINUTE }]);
    expect(halfSent.attempt(key).due(kind)).toEqual([]);
    expect(halfSent.sale.notices.postponed).toEqual([]);
  });

  it('is never due of a silent sale, or of nobody’s', () => {
    expect(
      scene()
        .change({ notices: { silent: true } })
        .notices(),
    ).toEqual([]);
    expect(
      scene()
        .change({ owner: { customerId: null } })
        .notices(),
    ).toEqual([]);
  });
});
