import { beforeEach, describe, expect, it } from '@jest/globals';
import { reserve } from '../../../../src/loyalty/redemption';
import { verifyCustomer, verifyFamily } from '../../../../src/loyalty/ledger/proof';
import type { Entry } from '../../../../src/loyalty/ledger';
import type { LedgerCase } from '../../../../src/loyalty/ledger/proof';
import { aRedemption, byRule, HOUR, NOON, ZONE } from '../builders';
import { Family } from '../family';

/** Ana earned, spent and owed; she was merged into Bia, told apart again, and merged anew. */
function aMergedFamily(): LedgerCase[] {
  const family = new Family(['ana', 'bia'], (saleId, deserved) => ({
    saleId,
    programVersion: 1,
    zone: ZONE,
    month: '2026-03',
    policy: 'allow_debt',
    deserved,
    dates: () => ({ activatesAt: NOON, expiresAt: null }),
  }));
  const sell = (saleId: string, owner: string, amount: number): void => {
    family.sales.set(saleId, { owner, deserved: [byRule('r', amount), byRule('p', 7, 'points')] });
    family.settle(saleId, NOON);
  };
  sell('a', 'ana', 10);
  family.change('ana', NOON, (book, at) => reserve(book, aRedemption('red1', 8, { confirm: true }), at));
  sell('a', 'ana', 4);
  sell('b', 'bia', 5);
  const kept = family.merge('ana', 'bia', NOON + HOUR);
  sell('a', 'bia', 9);
  family.undo(kept, NOON + HOUR);
  family.merge('ana', 'bia', NOON + HOUR);
  return structuredClone(family.proof());
}

let cases: LedgerCase[];
beforeEach(() => {
  cases = aMergedFamily();
});
const problems = (): string[] => verifyFamily(cases).map(({ subject, problem }) => `${subject}: ${problem}`);
const entriesOf = (index: number): Entry[] => cases[index]!.entries as Entry[];

describe('the ledgers of a family', () => {
  it('hold together, in whatever order they are given', () => {
    expect(problems()).toEqual([]);
    cases.reverse();
    expect(problems()).toEqual([]);
  });

  it('do not hold apart: what one gave, the other must have received', () => {
    const [ana, bia] = cases;
    expect(verifyCustomer(ana!).map(({ problem }) => problem)).toContain('gives what nobody received');
    const alone = verifyCustomer(bia!).map(({ problem }) => problem);
    expect(alone).toContain('comes from nowhere: merge-out/m1/cashback is missing');
  });

  it('tell wherever an entry is missing', () => {
    for (const [index, { entries }] of aMergedFamily().entries())
      for (const { key } of entries) {
        cases = aMergedFamily();
        const kept = entriesOf(index).filter((entry) => entry.key !== key);
        cases[index] = { ...cases[index]!, entries: kept };
        expect([key, problems().length > 0]).toEqual([key, true]);
      }
  });

  it('tell where a merge brings something else than it took', () => {
    const brings = entriesOf(1).find(({ key }) => key === 'merge-in/m1/points')!;
    brings.moves[0]!.amount += 1;
    expect(problems()).toContain('merge-in/m1/points: does not bring what merge-out/m1/points gave');
  });

  it('tell where a merge changes what it carries', () => {
    for (const [index, key] of ['merge-out/m1/points', 'merge-in/m1/points'].entries())
      entriesOf(index).find((entry) => entry.key === key)!.moves[0]!.to = 'expired';
    expect(problems()).toContain(
      'merge-out/m1/points: is MERGE_OUT but moves lot a/p/ana/1 from active to expired',
    );
  });

  it('tell where a lot is left behind in part', () => {
    for (const [index, key] of ['merge-out/m1/cashback', 'merge-in/m1/cashback'].entries())
      entriesOf(index)
        .find((entry) => entry.key === key)!
        .moves.pop();
    expect(problems()).toContain('merge-out/m1/cashback: leaves a part of lot a/r/ana/1 behind');
  });

  it('tell where a lot lies with the wrong one of them, whoever it says it belongs to', () => {
    const [ana, bia] = cases.map(({ wallet }) => wallet);
    const [lot] = bia!.lots.splice(0, 1);
    ana!.lots.push({ ...lot!, customerId: 'ana' });
    expect(problems()).toContain(`${lot!.id}: lies with ana, entries give it to bia`);
  });

  it('tell where one moves what is the other’s', () => {
    const spent = entriesOf(0).find(({ key }) => key === 'spend/red1')!;
    entriesOf(1).splice(0, 0, { ...structuredClone(spent), customerId: 'bia', at: 0, key: 'x' });
    expect(problems()).toContain('x: takes more from reserved of lot a/r/ana/1 than was there');
    entriesOf(1).shift();
    entriesOf(0).push({ ...structuredClone(spent), at: cases[0]!.wallet.lastAt, key: 'x' });
    expect(problems()).toContain('x: moves lot a/r/ana/1, which is nobody’s then');
  });

  it('tell where what was taken back is missing on their grants together', () => {
    cases[1]!.wallet.grants.find(({ saleId, type }) => saleId === 'a' && type === 'cashback')!.taken -= 1;
    expect(problems()).toContain('a/r: taken is 5, lots and entries give 6');
  });

  it('tell where debt is lost on the way', () => {
    const gives = entriesOf(0).find(({ key }) => key === 'merge-out/m1/cashback')!;
    gives.debt += 1;
    expect(problems()).not.toEqual([]);
  });
});
