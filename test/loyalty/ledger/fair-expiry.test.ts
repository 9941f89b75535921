import { describe, expect, it } from '@jest/globals';
import { replayState, verifyCustomer } from '../../../src/loyalty/ledger/proof';
import { added, aRedemption, aSale, DAY, HOUR, line, NOON, TERMS } from './builders';
import { CustomerLedger } from './customer-ledger';

const END = NOON + 10 * DAY;
const LATER = END + 7 * DAY;
const LONG_AFTER = NOON + 400 * DAY;

/** R$ 1,00 of sale `a` that ends and of which a reminder is owed. */
function owed(): CustomerLedger {
  const ledger = new CustomerLedger();
  const dates = { activatesAt: NOON, expiresAt: END, fairUntil: LATER };
  ledger.settle(aSale('a', 100, { dates: () => dates }), NOON);
  return ledger;
}

/** What came after the lot was made, each with its instant in days after noon. */
const story = (ledger: CustomerLedger): string[] =>
  ledger.entries.slice(2).map((entry) => `${(entry.at - NOON) / DAY}d ${line(entry)}`);

describe('what ends while its reminder is owed', () => {
  it('goes on once, at the instant of its end, however late anybody looks (R42)', () => {
    const ledger = owed();
    ledger.look(LONG_AFTER);
    expect(story(ledger)).toEqual(['10d EXTEND a:100', '17d EXPIRE a:100']);
    expect(ledger.entries[2]).toMatchObject({
      ...{ key: 'extend/a/r/cus_1/1', programVersion: 1, ruleId: 'r' },
      cause: { kind: 'clock', reason: 'Nenhum canal aceitou o aviso de vencimento a tempo' },
      moves: [{ from: 'active', to: 'active', amount: 100 }],
    });
    expect(verifyCustomer(ledger.proof())).toEqual([]);
  });

  it('does so however often it is looked at (R45)', () => {
    const ledger = owed();
    for (let day = 0; day <= 20; day += 1) for (const off of [-1, 0, 1]) ledger.look(NOON + day * DAY + off);
    expect(story(ledger)).toEqual(['10d EXTEND a:100', '17d EXPIRE a:100']);
  });

  it('can be used until it ends, and not from then on (R1)', () => {
    const ledger = owed();
    ledger.reserve(aRedemption('in between', 30, { confirm: true }), END);
    ledger.reserve(aRedemption('last', 30, { confirm: true }), LATER - 1);
    expect(() => ledger.reserve(aRedemption('late', 30), LATER)).toThrow('insufficient_balance');
    ledger.look(LATER);
    expect(story(ledger).filter((one) => /EXTEND|EXPIRE/.test(one))).toEqual([
      '10d EXTEND a:100',
      '17d EXPIRE a:40',
    ]);
  });

  it('goes on with what is left of it, and leaves alone what was used up', () => {
    const ledger = owed();
    ledger.reserve(aRedemption('all', 100, { confirm: true }), NOON + DAY);
    expect(added(ledger, () => ledger.look(LONG_AFTER))).toEqual([]);
  });

  it('takes back what was used meanwhile, by the end that it has by then, or the grace (R34)', () => {
    const ledger = owed();
    ledger.reserve(aRedemption('one', 30, { confirm: true }), NOON + DAY);
    ledger.reserve(aRedemption('two', 30, { confirm: true }), END + HOUR);
    ledger.rollback('one', END + 2 * HOUR);
    expect(ledger.wallet().lots[0]).toMatchObject({ buckets: { active: 70 } });
    expect(ledger.wallet().lots[0]!.expiresAt).toBeGreaterThan(LATER);
    ledger.look(LONG_AFTER);
    expect(story(ledger).filter((one) => /EXTEND/.test(one))).toHaveLength(1);
    expect(verifyCustomer(ledger.proof())).toEqual([]);
  });

  it.each([
    ['before its end, which that put off', 'P7D', END - DAY, ['16.5d EXTEND a:100', '23.5d EXPIRE a:100']],
    ['after its end', 'P1D', END + HOUR, ['11.5d EXTEND a:100', '18.5d EXPIRE a:100']],
    ['after it would have gone on', 'P7D', LATER + DAY, ['25.5d EXTEND a:100', '32.5d EXPIRE a:100']],
  ])('goes on as long after the grace where all of it came back %s (R34)', (_, grace, back, ends) => {
    const ledger = owed();
    const terms = { ...TERMS, graceAfterRollback: grace };
    ledger.reserve(aRedemption('all', 100, { confirm: true, terms }), NOON + DAY);
    ledger.rollback('all', back);
    ledger.look(LONG_AFTER);
    expect(story(ledger).slice(-2)).toEqual(ends);
    expect(verifyCustomer(ledger.proof())).toEqual([]);
  });

  it('ends with the grace where its reminder was not owed any more when it was used', () => {
    const ledger = owed();
    ledger.remind('a', END, NOON + DAY);
    ledger.reserve(aRedemption('all', 100, { confirm: true }), NOON + 2 * DAY);
    ledger.rollback('all', LATER + DAY);
    ledger.look(LONG_AFTER);
    expect(story(ledger).at(-1)).toBe('25.5d EXPIRE a:100');
  });

  it('ends where its sale is cancelled, like anything else (R44)', () => {
    const ledger = owed();
    ledger.look(END);
    ledger.settle(aSale('a', 0), END + HOUR);
    expect(added(ledger, () => ledger.look(LONG_AFTER))).toEqual([]);
    expect(story(ledger).at(-1)).toMatch(/CLAWBACK a:100$/);
  });
});

describe('a reminder that is owed no more', () => {
  it('lets the lot end when it says, and is written down once', () => {
    const ledger = owed();
    ledger.remind('a', END, END - DAY);
    expect(added(ledger, () => ledger.remind('a', END, END - HOUR, 'exhausted'))).toEqual([]);
    ledger.look(LONG_AFTER);
    expect(story(ledger)).toEqual(['9d REMIND a:100', '10d EXPIRE a:100']);
    expect(ledger.entries[2]).toMatchObject({
      key: 'remind/a/r/cus_1/1',
      cause: { kind: 'clock', saleId: 'a', reason: 'Aviso de vencimento aceito por um canal' },
    });
    expect(verifyCustomer(ledger.proof())).toEqual([]);
  });

  it('comes too late at the end: the lot has gone on, and nothing more is written', () => {
    const ledger = owed();
    ledger.remind('a', END, END);
    ledger.remind('a', LATER, LATER - 1);
    ledger.look(LONG_AFTER);
    expect(story(ledger)).toEqual(['10d EXTEND a:100', '17d EXPIRE a:100']);
  });

  it('comes too late by a clock that has jumped back, too: time does not run backwards in a wallet', () => {
    const ledger = owed();
    ledger.look(END + HOUR);
    expect(added(ledger, () => ledger.remind('a', END, END - DAY))).toEqual([]);
  });

  it('says nothing of another end, of another sale, nor of what is all reserved just then', () => {
    const ledger = owed();
    ledger.remind('a', END + 1, NOON + DAY);
    ledger.remind('b', END, NOON + DAY);
    ledger.reserve(aRedemption('held', 100), END - DAY);
    ledger.remind('a', END, END - DAY);
    ledger.look(END);
    expect(story(ledger).at(-1)).toBe('10d EXTEND a:100');
  });
});

describe('the proof', () => {
  it.each([
    ['EXTEND', END],
    ['REMIND', END - DAY],
  ])('finds a lot of which was decided twice: %s', (type, at) => {
    const ledger = owed();
    if (type === 'REMIND') ledger.remind('a', END, at);
    ledger.look(END);
    const proof = ledger.proof();
    const decided = proof.entries.find((entry) => entry.type === type)!;
    const entries = proof.entries.flatMap((entry) =>
      entry === decided ? [entry, { ...entry, key: `${entry.key}/again` }] : [entry],
    );
    expect(verifyCustomer({ ...proof, entries })).toContainEqual({
      subject: `${decided.key}/again`,
      problem: 'decides once more when lot a/r/cus_1/1 ends',
    });
  });

  it.each([
    ['EXTEND', 'REMIND', END],
    ['REMIND', 'EXTEND', END - DAY],
  ] as const)('finds that too where %s lies before what was proved last', (type, again, at) => {
    const ledger = owed();
    if (type === 'REMIND') ledger.remind('a', END, at);
    ledger.look(END);
    const proof = ledger.proof();
    const since = replayState(proof);
    expect(since.decided).toEqual(['a/r/cus_1/1']);
    const decided = proof.entries.find((entry) => entry.type === type)!;
    const more = { ...decided, type: again, key: 'again', at: proof.wallet.lastAt };
    expect(verifyCustomer({ ...proof, entries: [more], since })).toContainEqual({
      subject: 'again',
      problem: 'decides once more when lot a/r/cus_1/1 ends',
    });
    // As an earlier version has kept it.
    const { decided: _unknown, ...former } = since;
    expect(verifyCustomer({ ...proof, entries: [], since: former })).toEqual([]);
  });
});
