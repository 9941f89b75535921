import { beforeEach, describe, expect, it } from '@jest/globals';
import { BUCKETS, REDEMPTION_STATES } from '../../../../src/loyalty/ledger';
import { replayState, verifyCustomer } from '../../../../src/loyalty/ledger/proof';
import type { Entry, EntryType } from '../../../../src/loyalty/ledger';
import type { LedgerCase } from '../../../../src/loyalty/ledger/proof';
import { aFullCase } from '../full-case';

let proof: LedgerCase;
let entries: Entry[];
beforeEach(() => {
  proof = aFullCase();
  entries = proof.entries as Entry[];
});

const problems = (): string[] =>
  verifyCustomer({ ...proof, entries }).map(({ subject, problem }) => `${subject}: ${problem}`);
const lot = (id: string): LedgerCase['wallet']['lots'][number] =>
  proof.wallet.lots.find((candidate) => candidate.id === id)!;
const redemption = (id: string): LedgerCase['wallet']['redemptions'][number] =>
  proof.wallet.redemptions.find((candidate) => candidate.id === id)!;
const A = 'a/r/cus_1/1';
const C = 'c/r/cus_1/1';

describe('a ledger that holds', () => {
  it('has no problems, and was written with every type an operation writes', () => {
    const types = new Set<EntryType>(entries.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      'ACTIVATE',
      'ADJUST_CREDIT',
      'ADJUST_DEBIT',
      'CANCEL_PENDING',
      'CLAWBACK',
      'DEBT_OPEN',
      'DEBT_SETTLE',
      'EARN_PENDING',
      'EXPIRE',
      'RELEASE',
      'RESERVE',
      'ROLLBACK',
      'SPEND',
    ]);
    expect(problems()).toEqual([]);
  });
});

describe('tampering with lots', () => {
  it('is found in every bucket of every lot', () => {
    for (const { id } of proof.wallet.lots) {
      for (const bucket of BUCKETS) {
        proof = aFullCase();
        entries = proof.entries as Entry[];
        lot(id).buckets[bucket] += 1;
        lot(id).amount += 1;
        expect([id, bucket, problems().length > 0]).toEqual([id, bucket, true]);
      }
    }
  });

  it('is found where value is moved between buckets', () => {
    lot(A).buckets.expired -= 1;
    lot(A).buckets.reversed += 1;
    expect(problems()).toHaveLength(2);
  });

  it('is found in the amount', () => {
    lot(A).amount += 1;
    expect(problems()[0]).toBe(`${A}: amount 101 but buckets hold 100`);
  });

  it('is found below zero', () => {
    lot(A).buckets.active = -1;
    expect(problems()).toContain(`${A}: active is negative: -1`);
  });

  it('is found where a lot is removed, added, or given to somebody else', () => {
    proof.wallet.lots.push({ ...structuredClone(lot(A)), id: 'x', saleId: 'x' });
    lot(C).customerId = 'cus_2';
    proof.wallet.lots = proof.wallet.lots.filter(({ id }) => id !== 'adjustment/more');
    expect(problems()).toEqual(
      expect.arrayContaining([
        'x: spent is 30, entries give 0',
        `${C}: belongs to cus_2`,
        'adjustment/more: entries move a lot that is not stored',
      ]),
    );
  });

  it.each([{ saleId: 'b' }, { ruleId: 'x' }, { programVersion: 2 }])(
    'is found where it names another %p',
    (change) => {
      Object.assign(lot(A), change);
      expect(problems()).toContain(`${A}: was earned otherwise than earn/${A} says`);
    },
  );
});

describe('tampering with redemptions', () => {
  it('is found in the state of every one', () => {
    for (const { id, state } of aFullCase().wallet.redemptions) {
      for (const other of REDEMPTION_STATES.filter((name) => name !== state)) {
        proof = aFullCase();
        entries = proof.entries as Entry[];
        redemption(id).state = other;
        expect(problems()).toEqual([`${id}: is ${other}, entries make it ${state}`]);
      }
    }
  });

  it('is found in the amount, the lots and the type', () => {
    redemption('used').amount += 1;
    redemption('open').draws = [{ lotId: 'nowhere', amount: 4 }];
    redemption('left').type = 'points';
    redemption('late').customerId = 'cus_2';
    expect(problems()).toEqual([
      'used: redeems 31 but names lots for 30',
      'left: names other amounts than reserve/left moves',
      'left: names other amounts than release/left moves',
      'late: belongs to cus_2',
      'open: names other amounts than reserve/open moves',
    ]);
  });

  it('is found where one is removed or forged', () => {
    proof.wallet.redemptions = proof.wallet.redemptions.filter(({ id }) => id !== 'open');
    proof.wallet.redemptions.push({ ...structuredClone(redemption('used')), id: 'forged' });
    expect(problems()).toEqual([
      'reserve/open: belongs to no redemption that is stored',
      'forged: is confirmed, entries make it impossible',
    ]);
  });
});

describe('tampering with grants', () => {
  it.each(['lots', 'granted', 'taken'] as const)('is found in %s', (name) => {
    const grant = proof.wallet.grants.find(({ saleId }) => saleId === 'c')!;
    const was = grant[name];
    grant[name] = was + 1;
    expect(problems()).toEqual([`c/r: ${name} is ${was + 1}, lots and entries give ${was}`]);
  });

  it.each(['letOff', 'lapsed'] as const)('is found where more is %s than is held', (name) => {
    proof.wallet.grants.find(({ saleId }) => saleId === 'c')![name] = 11;
    expect(problems()).toHaveLength(1);
  });
});

describe('tampering with the wallet', () => {
  it.each(['active', 'pending', 'reserved', 'debt'] as const)(
    'is found in the total %s of each type',
    (name) => {
      proof.totals.cashback[name] += 1;
      proof.totals.points[name] += 1;
      const said = problems();
      expect(said).toHaveLength(2);
      expect(said[0]).toContain(`wallet of cus_1: cashback ${name} is`);
    },
  );

  it('is found in the debt that operations read', () => {
    proof.wallet.debt.points = 3;
    expect(problems()).toEqual(['wallet of cus_1: owes 3 of points, entries give 0']);
  });

  it('is found where something is active although it would have paid debt (R29)', () => {
    const last = entries.at(-1)!.at;
    entries.push({
      ...structuredClone(entries.find(({ type }) => type === 'DEBT_OPEN')!),
      key: 'x',
      at: last,
      debt: 2,
    });
    proof.wallet.debt.cashback += 2;
    proof.totals.cashback.debt += 2;
    expect(problems()).toContain('wallet of cus_1: owes cashback while some is active');
  });

  it('is found in a clock that stands behind its entries', () => {
    proof.wallet.lastAt -= 1;
    expect(problems()).toEqual(['wallet of cus_1: its clock stands before its last entry, reserve/open']);
  });
});

describe('a ledger that was verified before, up to any of its entries', () => {
  it('holds by what came after, and comes to the same in the end', () => {
    const whole = replayState(proof);
    for (let seen = 0; seen <= entries.length; seen += 1) {
      const before = replayState({ ...proof, entries: entries.slice(0, seen) });
      const since = JSON.parse(JSON.stringify(before)) as typeof before;
      const rest = { ...proof, entries: entries.slice(seen), since };
      expect([seen, verifyCustomer(rest)]).toEqual([seen, []]);
      expect(replayState(rest)).toEqual(whole);
    }
  });

  it('does not hold where what is stored was changed since, as little as if it were replayed from nothing', () => {
    const since = replayState(proof);
    const found = (change: Partial<LedgerCase['wallet']>): string[] =>
      verifyCustomer({ ...proof, wallet: { ...proof.wallet, ...change }, entries: [], since }).map(
        ({ problem }) => problem,
      );
    const [first, ...others] = proof.wallet.redemptions;
    expect(found({})).toEqual([]);
    expect(found({ redemptions: others })).toContain('is not stored, though entries moved for it');
    expect(found({ redemptions: [{ ...first!, state: 'reserved' }, ...others] })).toHaveLength(1);
    expect(found({ lots: proof.wallet.lots.slice(1) })).toContain('entries move a lot that is not stored');
    expect(found({ grants: proof.wallet.grants.map((grant) => ({ ...grant, taken: 1 })) })).not.toEqual([]);
    expect(found({ lastAt: proof.wallet.lastAt + 1 })).toEqual([expect.stringContaining('its clock stands')]);
  });
});
