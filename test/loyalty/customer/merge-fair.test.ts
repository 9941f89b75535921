import { beforeEach, describe, expect, it } from '@jest/globals';
import { endReminder } from '../../../src/loyalty/notice';
import { verifyFamily } from '../../../src/loyalty/ledger/proof';
import { DAY, HOUR, NOON } from '../ledger/builders';
import { Stories } from './merge-stories';

const END = NOON + 10 * DAY;
const LATER = END + 7 * DAY;

let stories: Stories;
beforeEach(() => {
  stories = new Stories();
  stories.expiresAt = END;
  stories.fairUntil = LATER;
});

const remind = (customer: string, saleId: string, now: number): void =>
  stories.family.change(customer, now, (book, at) =>
    endReminder(book, { saleId, end: END, why: 'accepted' }, at),
  );
/** What was decided of ends, in the ledgers of both. */
const decided = (): string[][] =>
  ['ana', 'bia'].map((one) => stories.lines(one).filter((line) => /^(REMIND|EXTEND|EXPIRE)/.test(line)));

describe('what nobody was reminded of, and whose it is', () => {
  it('goes on with whom it has come to by a merge, and ends there', () => {
    stories.sell('a', 'ana', 10);
    stories.family.merge('ana', 'bia', NOON + DAY);
    stories.family.look(LATER);
    expect(decided()).toEqual([[], ['EXTEND a:10', 'EXPIRE a:10']]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('stands as it was decided before the merge', () => {
    stories.sell('a', 'ana', 10);
    stories.sell('b', 'ana', 5);
    remind('ana', 'a', NOON + HOUR);
    stories.family.merge('ana', 'bia', NOON + DAY);
    stories.family.look(END);
    expect(decided()).toEqual([['REMIND a:10'], ['EXPIRE a:10', 'EXTEND b:5']]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('is decided once over a merge and its undoing, whoever is reminded', () => {
    stories.sell('a', 'ana', 10);
    const kept = stories.family.merge('ana', 'bia', NOON + DAY);
    stories.family.look(END);
    stories.family.undo(kept, END + HOUR);
    remind('ana', 'a', END + HOUR);
    stories.family.look(LATER);
    expect(decided()).toEqual([['EXPIRE a:10'], ['EXTEND a:10']]);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });

  it('ends meanwhile with whom it goes back to, where it had paid for the other and both ends are over', () => {
    stories.sell('a', 'ana', 10);
    stories.sell('b', 'bia', 10);
    stories.spend('bia', 'red', 10);
    stories.sell('b', 'bia', 0);
    const kept = stories.family.merge('ana', 'bia', NOON + DAY);
    stories.family.undo(kept, LATER + DAY);
    expect(stories.held('ana')).toEqual({ 'a/r/ana/1': 0 });
    expect(decided()[0]).toEqual(['EXTEND a:10', 'EXPIRE a:10']);
    expect(verifyFamily(stories.family.proof())).toEqual([]);
  });
});
