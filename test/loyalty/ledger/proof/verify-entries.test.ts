import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyCustomer } from '../../../../src/loyalty/ledger/proof';
import type { Entry } from '../../../../src/loyalty/ledger';
import type { LedgerCase } from '../../../../src/loyalty/ledger/proof';
import { HOUR } from '../builders';
import { aFullCase } from '../full-case';
import { commands, Player, worlds } from '../histories';

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
const entry = (key: string): Entry => entries.find((candidate) => candidate.key === key)!;
const A = 'a/r/cus_1/1';
const C = 'c/r/cus_1/1';

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
