import { describe, expect, it } from '@jest/globals';
import { emptyWallet } from '../../../../src/loyalty/ledger';
import { verifyCustomer } from '../../../../src/loyalty/ledger/proof';
import type { LedgerCase } from '../../../../src/loyalty/ledger/proof';
import { aFullCase } from '../full-case';

const problems = (proof: LedgerCase): string[] =>
  verifyCustomer(proof).map(({ subject, problem }) => `${subject}: ${problem}`);

describe('tampering with grants', () => {
  it('is found where one is removed: its sale would be paid again', () => {
    const proof = aFullCase();
    for (const { saleId, ruleId, type } of aFullCase().wallet.grants) {
      const wallet = aFullCase().wallet;
      wallet.grants = wallet.grants.filter(
        (grant) => grant.saleId !== saleId || grant.ruleId !== ruleId || grant.type !== type,
      );
      expect(problems({ ...proof, wallet })).toContainEqual(
        expect.stringMatching(`is on no account of sale ${saleId} and rule ${ruleId}`),
      );
    }
  });
});

describe('tampering with the clock of a wallet', () => {
  it('is found where it stands after its last entry: everything to come would be dated too late', () => {
    const proof = aFullCase();
    proof.wallet.lastAt += 1;
    expect(problems(proof)).toEqual(['wallet of cus_1: its clock stands after its last entry, reserve/open']);
  });

  it('is found where there is no entry at all', () => {
    const none = { active: 0, pending: 0, reserved: 0, debt: 0 };
    const empty = { entries: [], totals: { cashback: none, points: none } };
    expect(problems({ ...empty, wallet: emptyWallet('cus_1') })).toEqual([]);
    expect(problems({ ...empty, wallet: { ...emptyWallet('cus_1'), lastAt: 1 } })).toHaveLength(1);
  });
});
