import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS, REDEMPTION_STATES, verifyCustomer } from '../../../src/loyalty/ledger';
import type { Entry, EntryType, LedgerCase } from '../../../src/loyalty/ledger';
import { anAdjustment, aRedemption, aSale, byRule, DAY, HOUR, NOON } from './builders';
import { CustomerLedger } from './customer-ledger';
import { commands, Player, worlds } from './histories';

/** A ledger in which every type of entry was written that operations write. */
function aFullCase(): LedgerCase {
  const ledger = new CustomerLedger();
  ledger.settle(
    aSale('a', [byRule('r', 100), byRule('p', 9, 'points')], { expiresAt: NOON + 2 * DAY }),
    NOON,
  );
  ledger.reserve(aRedemption('used', 30, { confirm: true }), NOON);
  ledger.reserve(aRedemption('undone', 20, { confirm: true }), NOON);
  ledger.rollback('undone', NOON);
  ledger.reserve(aRedemption('left', 5), NOON);
  ledger.release('left', NOON);
  ledger.reserve(aRedemption('late', 5), NOON);
  ledger.adjust(anAdjustment('less', -3), NOON + HOUR);
  ledger.look(NOON + 20 * DAY);
  ledger.settle(aSale('a', [byRule('r', 0), byRule('p', 9, 'points')]), NOON + 20 * DAY);
  ledger.adjust(anAdjustment('more', 40), NOON + 20 * DAY);
  ledger.settle(aSale('b', 50, { activatesAt: NOON + 99 * DAY }), NOON + 20 * DAY);
  ledger.settle(aSale('b', 44, { activatesAt: NOON + 99 * DAY }), NOON + 20 * DAY);
  ledger.settle(aSale('c', [byRule('r', 12), byRule('p', 7, 'points')]), NOON + 20 * DAY);
  ledger.settle(aSale('c', [byRule('r', 10), byRule('p', 7, 'points')]), NOON + 20 * DAY);
  ledger.reserve(aRedemption('open', 4), NOON + 20 * DAY);
  return structuredClone(ledger.proof());
}

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
const entry = (key: string): Entry => entries.find((candidate) => candidate.key === key)!;
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

describe('tampering with entries', () => {
  it('is found wherever one is removed', () => {
    for (const { key } of aFullCase().entries) {
      proof = aFullCase();
      entries = (proof.entries as Entry[]).filter((kept) => kept.key !== key);
      expect([key, problems().length > 0]).toEqual([key, true]);
    }
  });

  it('is found wherever one is written twice, under its own key or another', () => {
    for (const [index, { key }] of entries.entries()) {
      for (const twin of [key, `${key}/again`]) {
        proof = aFullCase();
        entries = proof.entries as Entry[];
        entries.splice(index, 0, { ...structuredClone(entries[index]!), key: twin });
        expect([twin, problems().length > 0]).toEqual([twin, true]);
      }
    }
  });

  it('is found where a reservation and its end are removed together', () => {
    entries = entries.filter(({ cause }) => cause.redemptionId !== 'left');
    expect(problems()).toEqual(['left: is released, entries make it impossible']);
  });

  it('is found where two entries have one key', () => {
    entry('adjust-debit/less').key = 'adjust-credit/more';
    expect(problems()).toEqual(['adjust-credit/more: is written more than once']);
  });

  it('is found where an amount is changed, also against itself', () => {
    entry('adjust-debit/less').moves[0]!.amount = 4;
    expect(problems()).toContain(`${A}: reversed is 3, entries give 4`);
    entry('adjust-debit/less').moves[0]!.amount = 3;
    entry('adjust-debit/less').moves.push({ lotId: A, from: 'active', to: 'reversed', amount: 2 });
    entry('adjust-debit/less').moves.push({ lotId: A, from: 'active', to: 'reversed', amount: -2 });
    expect(problems()).toEqual([`adjust-debit/less: moves -2 of lot ${A}, which is no amount`]);
  });

  it('is found where a move goes another way than its entry says', () => {
    entry('adjust-debit/less').type = 'EXPIRE';
    expect(problems()).toEqual([`adjust-debit/less: is EXPIRE but moves lot ${A} from active to reversed`]);
  });

  it('is found where two are swapped, so that one takes what is not there yet', () => {
    const index = entries.indexOf(entry(`earn/${C}`));
    entries.splice(index, 2, entries[index + 1]!, entries[index]!);
    expect(problems()).toEqual([`activate/${C}: takes more from pending of lot ${C} than was there`]);
  });

  it('is found where debt changes without reason', () => {
    entry('adjust-debit/less').debt = 5;
    expect(problems()[0]).toBe('adjust-debit/less: changes the debt by 5, not 0');
  });

  it('is found where debt is opened by nothing, or less than nothing', () => {
    const open = entries.find(({ type }) => type === 'DEBT_OPEN')!;
    open.debt = -5;
    expect(problems()[0]).toBe(`${open.key}: changes the debt by -5, not 1`);
    open.debt = 0;
    expect(problems()).toContain(`${open.key}: moves nothing`);
  });

  it('is found where an entry is moved in time, or belongs to somebody else', () => {
    entry('adjust-debit/less').at -= 2 * HOUR;
    entry('adjust-debit/less').customerId = 'cus_2';
    expect(problems()).toEqual([
      'adjust-debit/less: belongs to cus_2',
      'adjust-debit/less: is dated before the entry ahead of it',
    ]);
  });

  it('is found where the wrong benefit is named', () => {
    entry('adjust-debit/less').benefit = 'points';
    expect(problems()).toEqual([`adjust-debit/less: moves points of lot ${A}, which holds the other type`]);
  });

  it('is found where a lot is earned twice', () => {
    entries.push({ ...structuredClone(entry(`earn/${C}`)), key: 'earn/again', at: entries.at(-1)!.at });
    lot(C).amount += 12;
    lot(C).buckets.pending += 12;
    proof.totals.cashback.pending += 12;
    expect(problems()).toContain(`${C}: earned more than once`);
  });

  it('is found where a second lot is forged for a sale and rule, with an entry of its own', () => {
    const twin = { ...structuredClone(lot(C)), id: 'c/r/cus_1/one' };
    const amount = { pending: 12, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0 };
    proof.wallet.lots.push({ ...twin, amount: 12, buckets: amount });
    const moves = [{ lotId: twin.id, from: 'issued' as const, to: 'pending' as const, amount: 12 }];
    entries.push({ ...structuredClone(entry(`earn/${C}`)), key: 'earn/one', at: entries.at(-1)!.at, moves });
    proof.totals.cashback.pending += 12;
    expect(problems()).toEqual([
      'c/r/cus_1/one: is a second lot of revision 1 of its sale',
      'c/r: lots is 1, lots and entries give 2',
      'c/r: granted is 12, lots and entries give 24',
    ]);
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

describe('any ledger', () => {
  it('that lost an entry, or has one too many, is found out', () => {
    fc.assert(
      fc.property(worlds(), commands(true), fc.nat(), fc.boolean(), (world, history, at, lost) => {
        const player = new Player(world);
        history.forEach((command) => player.play(command));
        const whole = player.ledger.proof();
        fc.pre(whole.entries.length > 0);
        const index = at % whole.entries.length;
        const others = whole.entries.toSpliced(index, 1);
        const twice = whole.entries.toSpliced(index, 0, { ...whole.entries[index]!, key: 'another' });
        expect(verifyCustomer({ ...whole, entries: lost ? others : twice })).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
