import { beforeEach, describe, expect, it } from '@jest/globals';
import { adjust } from '../../../src/loyalty/ledger';
import { refund, rollback } from '../../../src/loyalty/redemption';
import { verifyFamily } from '../../../src/loyalty/ledger/proof';
import { anAdjustment, byRule, DAY, HOUR, NOON, refusal } from '../ledger/builders';
import { contentOf } from '../ledger/family';
import { aVoucher, STAFF, Stories } from './merge-stories';

let stories: Stories;
beforeEach(() => {
  stories = new Stories();
});

describe('undoing a merge', () => {
  it('right away gives back exactly what was', () => {
    stories.policy = 'pending_only';
    stories.sell('a', 'ana', [byRule('r', 10), byRule('p', 7, 'points'), aVoucher()]);
    stories.spend('ana', 'red1', 4);
    stories.spend('ana', 'red2', 1, false);
    stories.sell('a', 'bia', 5);
    stories.sell('b', 'bia', 5);
    const before = ['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)));
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.family.undo(kept, NOON);
    expect(['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)))).toEqual(before);
    expect(stories.entry('bia', 'unmerge-out/m1/cashback')?.type).toBe('MERGE_OUT');
    expect(stories.entry('ana', 'unmerge-in/m1/cashback')?.type).toBe('MERGE_IN');
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives back what the lots hold now, with the uses that drew on them alone', () => {
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.spend('bia', 'red1', 4);
    stories.family.undo(kept, NOON + HOUR);
    expect(stories.held('ana')).toEqual({ 'a/r/ana/1': 6 });
    expect(stories.family.wallet('ana').redemptions).toMatchObject([{ id: 'red1', customerId: 'ana' }]);
    expect(stories.family.wallet('bia').redemptions).toEqual([]);
    stories.family.redeem('red1', NOON + HOUR, (book, redemption, at) =>
      rollback(book, redemption, STAFF, at),
    );
    expect(stories.lines('ana').at(-1)).toBe('ROLLBACK a:4');
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('is refused while a live use draws on lots of both, and names it', () => {
    stories.sell('a', 'ana', 10);
    stories.sell('b', 'bia', 5);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.spend('bia', 'both', 12);
    const refused = refusal(() => stories.family.undo(kept, NOON));
    expect(refused).toMatchObject({ code: 'merge_entangled', facts: { redemptionIds: ['both'] } });
    stories.family.redeem('both', NOON, (book, redemption, at) => rollback(book, redemption, STAFF, at));
    stories.family.undo(kept, NOON);
    expect([stories.held('ana'), stories.held('bia')]).toEqual([{ 'a/r/ana/1': 10 }, { 'b/r/bia/1': 5 }]);
    expect(stories.family.wallet('bia').redemptions).toMatchObject([{ id: 'both', state: 'rolled_back' }]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('takes along what has come of the sales that go back, and adds nothing when they are read again (R43)', () => {
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 25);
    stories.sell('a', 'bia', 12);
    stories.sell('b', 'bia', 5);
    stories.family.undo(kept, NOON);
    expect(stories.held('ana')).toEqual({ 'a/r/ana/1': 0, 'a/r/bia/1': 12 });
    expect(stories.held('bia')).toEqual({ 'b/r/bia/1': 5 });
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON);
    expect(stories.family.entryCount()).toBe(before);
    stories.sell('a', 'bia', 30);
    stories.sell('a', 'bia', 40);
    expect(Object.keys(stories.held('bia'))).toEqual(['b/r/bia/1', 'a/r/bia/2', 'a/r/bia/3']);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('counts each grant in the month in which whoever had it last counted it (R14)', () => {
    const monthIs = (customer: string, month: string): void =>
      stories.family.change(customer, NOON, (book) => {
        for (const grant of book.grants()) book.changeGrant(grant, { month });
      });
    const months = (customer: string): string[] =>
      stories.family.wallet(customer).grants.flatMap(({ granted, month }) => (granted > 0 ? [month] : []));
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    monthIs('bia', '2026-04');
    stories.family.undo(kept, NOON);
    expect([months('ana'), months('bia')]).toEqual([['2026-04'], []]);
    monthIs('ana', '2026-05');
    stories.family.merge('ana', 'bia', NOON);
    expect([months('ana'), months('bia')]).toEqual([[], ['2026-05']]);
  });

  it('leaves a sale that had come to somebody else where it is', () => {
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'eva', 10);
    stories.family.undo(kept, NOON);
    expect([stories.held('ana'), stories.held('bia'), stories.held('eva')]).toEqual([
      { 'a/r/ana/1': 0 },
      {},
      { 'a/r/eva/1': 10 },
    ]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('opens a debt again that the other’s value has paid, at the merge or later, and gives that back', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    stories.sell('a', 'ana', 0);
    stories.sell('b', 'bia', 6);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.family.change('bia', NOON, (book, at) => adjust(book, anAdjustment('gift', 3), at));
    expect([stories.held('bia'), stories.family.wallet('bia').debt.cashback]).toEqual([
      { 'b/r/bia/1': 0, 'a/r/ana/1': 0, 'adjustment/gift': 0 },
      1,
    ]);
    stories.family.undo(kept, NOON + HOUR);
    expect([stories.family.wallet('ana').debt.cashback, stories.family.wallet('bia').debt.cashback]).toEqual([
      10, 0,
    ]);
    expect(stories.held('bia')).toEqual({ 'b/r/bia/1': 6, 'adjustment/gift': 3 });
    expect(stories.lines('bia').slice(-3)).toEqual([
      'REINSTATE b:6 adjustment gift:3',
      'DEBT_OPEN +9',
      'MERGE_OUT a:10 -10',
    ]);
    expect(stories.entry('bia', 'debt-open/unmerge/m1/cashback')).toMatchObject({ debt: 9 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives back to whom was merged away what paid the debt of who remained', () => {
    stories.sell('b', 'bia', 10);
    stories.spend('bia', 'red1', 10);
    stories.sell('b', 'bia', 0);
    stories.sell('a', 'ana', 25);
    const before = ['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)));
    stories.family.undo(stories.family.merge('ana', 'bia', NOON), NOON);
    expect(['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)))).toEqual(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it.each([
    ['of who was merged away', 'ana', 'bia'],
    ['of who remains', 'bia', 'ana'],
  ])('leaves let off what had been let off before, %s', (_, creditor, debtor) => {
    stories.sell('late', creditor, 10);
    stories.spend(creditor, 'red1', 10);
    stories.policy = 'pending_only';
    stories.sell('late', creditor, 0);
    stories.family.redeem('red1', NOON, (book, redemption, at) => rollback(book, redemption, STAFF, at));
    stories.policy = 'allow_debt';
    stories.sell('owed', debtor, 10);
    stories.spend(debtor, 'red2', 10);
    stories.sell('owed', debtor, 0);
    const before = ['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)));
    const kept = stories.family.merge('ana', 'bia', NOON);
    expect(stories.held('bia')).toEqual({ [`late/r/${creditor}/1`]: 0, [`owed/r/${debtor}/1`]: 0 });
    stories.family.undo(kept, NOON);
    expect(['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)))).toEqual(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('takes one’s sale back from one’s own value, not from what the other had', () => {
    stories.sell('b', 'bia', 6);
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 0);
    expect([stories.held('bia')['b/r/bia/1'], stories.family.wallet('bia').debt.cashback]).toEqual([0, 4]);
    stories.family.undo(kept, NOON + HOUR);
    expect([stories.held('bia')['b/r/bia/1'], stories.family.wallet('bia').debt.cashback]).toEqual([6, 0]);
    expect(stories.family.wallet('ana').debt.cashback).toBe(10);
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON + HOUR);
    expect(stories.family.entryCount()).toBe(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('takes what went for a sale from nothing that the sale has given since', () => {
    stories.policy = 'to_zero';
    stories.sell('b', 'bia', 6);
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 0);
    expect(stories.held('bia')['b/r/bia/1']).toBe(0);
    stories.sell('a', 'bia', 13);
    const given = stories.held('bia')['a/r/bia/1'];
    expect(given).toBeGreaterThan(0);
    stories.family.undo(kept, NOON + HOUR);
    expect([stories.held('ana')['a/r/bia/1'], stories.held('bia')]).toEqual([given, { 'b/r/bia/1': 6 }]);
    expect(stories.family.wallet('ana').debt.cashback).toBe(0);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives back a use that is over though it drew on lots of another too', () => {
    stories.sell('a', 'ana', 20);
    stories.sell('b', 'bia', 1);
    const first = stories.family.merge('ana', 'bia', NOON);
    stories.spend('bia', 'both', 21);
    stories.family.redeem('both', NOON, (book, redemption, at) => rollback(book, redemption, STAFF, at));
    stories.family.undo(first, NOON);
    const before = ['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)));
    stories.family.undo(stories.family.merge('bia', 'ana', NOON), NOON);
    expect(['ana', 'bia'].map((one) => contentOf(stories.family.wallet(one)))).toEqual(before);
    expect(stories.family.wallet('bia').redemptions).toMatchObject([{ id: 'both', state: 'rolled_back' }]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('ends at once what would have ended meanwhile', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    stories.sell('a', 'ana', 0);
    stories.expiresAt = NOON + DAY;
    stories.sell('b', 'bia', 6);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.family.undo(kept, NOON + 2 * DAY);
    expect(stories.lines('bia').at(-1)).toBe('EXPIRE b:6');
    expect(stories.family.wallet('ana').debt.cashback).toBe(10);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives back once where two merges are undone one after the other', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 10);
    stories.sell('a', 'ana', 0);
    stories.sell('c', 'eva', 25);
    const before = ['ana', 'bia', 'eva'].map((one) => contentOf(stories.family.wallet(one)));
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const kept = [stories.family.merge('ana', 'bia', NOON), stories.family.merge('eva', 'bia', NOON)];
      for (const which of order) stories.family.undo(kept[which]!, NOON);
      expect(['ana', 'bia', 'eva'].map((one) => contentOf(stories.family.wallet(one)))).toEqual(before);
      expect(verifyFamily(stories.family.proof())).toEqual([]);
    }
  });

  it('divides the grant of a sale that had changed hands as it was, each with what it holds', () => {
    stories.policy = 'pending_only';
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 4);
    stories.sell('a', 'bia', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 3);
    stories.family.undo(kept, NOON);
    expect(stories.family.wallet('ana').grants).toMatchObject([{ granted: 10, taken: 6, letOff: 4 }]);
    expect(stories.family.wallet('bia').grants).toMatchObject([{ granted: 10, taken: 7, letOff: 0 }]);
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON);
    expect(stories.family.entryCount()).toBe(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('gives what happened to a sale since to whom the sale goes back, and the other what they had', () => {
    stories.policy = 'pending_only';
    stories.sell('a', 'bia', 10);
    stories.spend('bia', 'red1', 4);
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON);
    stories.sell('a', 'bia', 3);
    stories.family.undo(kept, NOON);
    expect(stories.family.wallet('bia').grants).toMatchObject([{ granted: 10, taken: 6, letOff: 4 }]);
    expect(stories.family.wallet('ana').grants).toMatchObject([{ granted: 10, taken: 7, letOff: 0 }]);
    const before = stories.family.entryCount();
    stories.family.settleAll(NOON);
    expect(stories.family.entryCount()).toBe(before);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('lets a voucher be cancelled and live again as often as before (R27)', () => {
    stories.sell('a', 'ana', [aVoucher()]);
    const kept = stories.family.merge('ana', 'bia', NOON);
    for (const owner of ['bia', 'ana']) {
      stories.sell('a', owner, []);
      stories.sell('a', owner, [aVoucher()]);
      if (owner === 'bia') stories.family.undo(kept, NOON);
    }
    expect(stories.held('ana')).toEqual({ 'a/v/ana/1': 1 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('can be followed by merging anew, and by undoing that', () => {
    stories.sell('a', 'ana', 10);
    for (const expected of [['bia'], ['ana'], ['bia'], ['ana']]) {
      if (expected[0] === 'bia') stories.family.merge('ana', 'bia', NOON);
      else stories.family.undo(stories.family.merges.at(-1)!, NOON);
      expect([expected[0], stories.held(expected[0]!)]).toEqual([expected[0], { 'a/r/ana/1': 10 }]);
    }
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('of a merge into somebody who was merged on comes after undoing that', () => {
    stories.sell('a', 'ana', 10);
    const first = stories.family.merge('ana', 'bia', NOON);
    const second = stories.family.merge('bia', 'eva', NOON);
    expect(stories.held('eva')).toEqual({ 'a/r/ana/1': 10 });
    stories.family.undo(second, NOON);
    stories.family.undo(first, NOON);
    expect(stories.held('ana')).toEqual({ 'a/r/ana/1': 10 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('lets a cancelled sale give back what a merged customer paid it with (R25)', () => {
    stories.sell('a', 'ana', 10);
    stories.spend('ana', 'red1', 4);
    stories.family.merge('ana', 'bia', NOON);
    stories.family.redeem('red1', NOON + DAY, (book, redemption, at) => refund(book, redemption, 'x', at));
    expect(stories.held('bia')).toEqual({ 'a/r/ana/1': 10 });
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });
});
