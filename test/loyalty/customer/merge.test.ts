import { beforeEach, describe, expect, it } from '@jest/globals';
import { confirm, release, redeemVoucher, rollback } from '../../../src/loyalty/redemption';
import { verifyFamily } from '../../../src/loyalty/ledger/proof';
import { byRule, DAY, HOUR, NOON, TERMS, ZONE } from '../ledger/builders';
import { aVoucher, STAFF, Stories } from './merge-stories';

let stories: Stories;
beforeEach(() => {
  stories = new Stories();
});

describe('a merge', () => {
  it('moves every bucket of every lot, and tells it in both ledgers by natural keys (R41)', () => {
    stories.sell('a', 'ana', [byRule('r', 10), byRule('p', 7, 'points')]);
    stories.spend('ana', 'red1', 4);
    stories.sell('b', 'bia', 5);
    stories.family.merge('ana', 'bia', NOON + HOUR);
    const moves = [
      { lotId: 'a/r/ana/1', from: 'active', to: 'active', amount: 6 },
      { lotId: 'a/r/ana/1', from: 'spent', to: 'spent', amount: 4 },
    ];
    const cause = { kind: 'merge', mergeId: 'm1' };
    const at = NOON + HOUR;
    expect(stories.entry('ana', 'merge-out/m1/cashback')).toMatchObject({
      type: 'MERGE_OUT',
      at,
      cause,
      moves,
      debt: 0,
    });
    expect(stories.entry('bia', 'merge-in/m1/cashback')).toMatchObject({
      type: 'MERGE_IN',
      at,
      cause,
      moves,
      debt: 0,
    });
    expect(stories.entry('bia', 'merge-in/m1/points')?.moves).toHaveLength(1);
    expect(stories.entry('bia', 'merge-in/m1/voucher')).toBeUndefined();
    expect(stories.held('ana')).toEqual({});
    expect(stories.held('bia')).toEqual({ 'b/r/bia/1': 5, 'a/r/ana/1': 6, 'a/p/ana/1': 7 });
    expect(stories.family.wallet('bia').redemptions).toMatchObject([{ id: 'red1', customerId: 'bia' }]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('does first, in each wallet, what time alone has decided', () => {
    stories.expiresAt = NOON + DAY;
    stories.sell('a', 'ana', 10);
    stories.sell('b', 'bia', 5);
    stories.family.merge('ana', 'bia', NOON + 2 * DAY);
    expect(stories.lines('ana')).toEqual([
      'EARN_PENDING a:10',
      'ACTIVATE a:10',
      'EXPIRE a:10',
      'MERGE_OUT a:10',
    ]);
    expect(stories.lines('bia').slice(2)).toEqual(['EXPIRE b:5', 'MERGE_IN a:10']);
  });

  it('pays the debt that came in from what was there, and the debt that was there from what came in (R29)', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    stories.sell('a', 'ana', 0);
    stories.sell('b', 'bia', 6);
    stories.family.merge('ana', 'bia', NOON);
    expect(stories.entry('bia', 'merge-in/m1/cashback')?.debt).toBe(10);
    expect(stories.entry('bia', 'debt-settle/merge-in/m1/cashback')).toMatchObject({
      cause: { kind: 'merge', mergeId: 'm1' },
      moves: [{ lotId: 'b/r/bia/1', from: 'active', to: 'reversed', amount: 6 }],
      debt: -6,
    });
    stories.sell('c', 'eva', 9);
    stories.family.merge('eva', 'bia', NOON);
    expect(stories.entry('bia', 'debt-settle/merge-in/m2/cashback')).toMatchObject({ debt: -4 });
    expect(stories.family.wallet('bia').debt.cashback).toBe(0);
    expect(stories.held('bia')).toMatchObject({ 'c/r/eva/1': 5 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('of the owner of a sale makes it theirs to take back, also what nobody took back before', () => {
    stories.sell('a', 'ana', 10);
    stories.sell('b', 'bia', 5);
    stories.family.merge('ana', 'bia', NOON);
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON + HOUR);
    expect(stories.family.entryCount()).toBe(before);
    stories.family.sales.get('a')!.deserved = [];
    stories.family.settle('a', NOON + HOUR);
    expect(stories.lines('bia').at(-1)).toBe('CLAWBACK a:10');
    expect(stories.held('bia')).toEqual({ 'b/r/bia/1': 5, 'a/r/ana/1': 0 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('lets a supplement come with a number of its own (R22)', () => {
    stories.sell('a', 'ana', 10);
    stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 25);
    expect(stories.held('bia')).toEqual({ 'a/r/ana/1': 10, 'a/r/bia/1': 15 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('makes one grant of both customers’ grants of a sale that changed hands', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 4);
    stories.policy = 'pending_only';
    stories.sell('a', 'bia', 10);
    stories.family.merge('ana', 'bia', NOON);
    const grants = stories.family.wallet('bia').grants;
    expect(grants).toMatchObject([{ customerId: 'bia', granted: 20, taken: 6, letOff: 4, lapsed: 0 }]);
    expect(stories.family.wallet('ana').grants).toMatchObject([{ granted: 0, taken: 0, letOff: 0 }]);
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON);
    expect(stories.family.entryCount()).toBe(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('lets what was let off be collected when it comes back (R24)', () => {
    stories.policy = 'to_zero';
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 4);
    stories.sell('a', 'ana', 0);
    stories.family.merge('ana', 'bia', NOON);
    stories.family.redeem('red1', NOON + HOUR, (book, redemption, at) =>
      rollback(book, redemption, STAFF, at),
    );
    expect(stories.lines('bia').slice(1)).toEqual(['ROLLBACK a:4', 'CLAWBACK a:4']);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('lets an open reservation go on where it lies: confirmed, released or let go by time', () => {
    stories.sell('a', 'ana', 10);
    for (const id of ['red1', 'red2', 'red3']) stories.spend('ana', id, 2, false);
    stories.family.merge('ana', 'bia', NOON);
    stories.family.redeem('red1', NOON, (book, redemption, at) => confirm(book, redemption, STAFF, at, []));
    stories.family.redeem('red2', NOON, (book, redemption, at) => release(book, redemption, STAFF, at));
    stories.family.look(NOON + DAY);
    expect(stories.lines('bia').slice(1)).toEqual(['SPEND a:2', 'RELEASE a:2', 'RELEASE a:2']);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('keeps a voucher’s code alive through cancelling and completing before and after it (R27)', () => {
    stories.sell('a', 'ana', [aVoucher()]);
    stories.sell('a', 'ana', []);
    stories.sell('a', 'ana', [aVoucher()]);
    stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', []);
    stories.sell('a', 'bia', [aVoucher()]);
    const use = {
      id: 'red1',
      code: 'CODE',
      saleTotalCents: 900,
      saleRef: null,
      operator: null,
      storeId: null,
      terms: TERMS,
      zone: ZONE,
      sales: [],
    };
    stories.family.change('bia', NOON, (book, at) => redeemVoucher(book, use, at));
    expect(stories.family.wallet('bia').lots).toMatchObject([{ id: 'a/v/ana/1', buckets: { spent: 1 } }]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives the newest voucher again where the sale had made one for each of them', () => {
    stories.sell('a', 'ana', [aVoucher()]);
    stories.sell('a', 'bia', [aVoucher('NEW')], NOON + HOUR);
    stories.family.merge('ana', 'bia', NOON + HOUR);
    stories.sell('a', 'bia', [], NOON + HOUR);
    stories.sell('a', 'bia', [aVoucher()], NOON + HOUR);
    const alive = stories.family.wallet('bia').lots.filter(({ buckets }) => buckets.active > 0);
    expect(alive.map(({ voucher }) => voucher?.code)).toEqual(['NEW']);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('of somebody who never had anything writes nothing', () => {
    stories.sell('b', 'bia', 5);
    const before = stories.family.entryCount();
    const { brought } = stories.family.merge('ana', 'bia', NOON);
    expect(stories.family.entryCount()).toBe(before);
    expect(brought).toMatchObject({ lotIds: [], redemptionIds: [], debt: { cashback: 0, points: 0 } });
  });
});
