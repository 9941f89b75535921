import type { UnchainedEntry } from '../../../src/store/ledger';

/** An entry that a sale of R$ 20,00 at 5 % could have written. */
export function anEntry(change: Partial<UnchainedEntry> = {}): UnchainedEntry {
  const key = change.key ?? 'earn/sal_1/r/cus_1/1';
  return {
    _id: `mer_1/${key}`,
    merchantId: 'mer_1',
    customerId: 'cus_1',
    key,
    seq: 1,
    type: 'EARN_PENDING',
    benefit: 'cashback',
    at: new Date(Date.UTC(2026, 2, 10, 15)),
    recordedAt: new Date(Date.UTC(2026, 2, 10, 15, 0, 1)),
    cause: { kind: 'sale', saleId: 'sal_1' },
    programVersion: 1,
    ruleId: 'r',
    moves: [{ lotId: 'sal_1/r/cus_1/1', from: 'issued', to: 'pending', amount: 100 }],
    debt: 0,
    saleIds: ['sal_1'],
    attests: [{ of: 'lot', id: 'sal_1/r/cus_1/1', digest: 'd' }],
    ...change,
  };
}
