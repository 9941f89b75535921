import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { emptyWallet, settleSale } from '../../../src/loyalty';
import type { SaleSettlement, Wallet } from '../../../src/loyalty';
import { broughtBy } from '../../../src/loyalty/customer/merge';
import { partsOfMerge } from '../../../src/loyalty/customer';
import { Book } from '../../../src/loyalty/ledger';
import { beginUnderway } from '../../../src/store/customer/underway';

const NOW = Date.UTC(2026, 10, 3);
/** What MongoDB takes as one document. */
const LARGEST = 16 * 2 ** 20;
/** The longest id of a rule that is taken. */
const RULE = 'r'.repeat(60);
const ZONE = 'America/Sao_Paulo';

const saleId = (index: number): string => `sal_${String(index).padStart(20, '0')}`;

function aSettlement(id: string): SaleSettlement {
  return {
    ...{ saleId: id, programVersion: 1, zone: ZONE, policy: 'allow_debt', month: '2026-11' },
    deserved: [{ ruleId: RULE, type: 'cashback', amount: 500 }],
    dates: () => ({ activatesAt: NOW, expiresAt: null }),
  };
}

/** A customer with so many lots, each of a sale of its own, of every so many of which something was taken back. */
function aWallet(customerId: string, lots: number, takenBackEvery: number): Wallet {
  const book = new Book(emptyWallet(customerId));
  settleSale(book, aSettlement(saleId(0)), NOW);
  const { wallet } = book;
  const [lot, grant] = [wallet.lots[0]!, wallet.grants[0]!];
  const numbers = Array.from({ length: lots }, (_, index) => index);
  return {
    ...wallet,
    lots: numbers.map((index) => ({
      ...structuredClone(lot),
      id: lot.id.replace(saleId(0), saleId(index)),
      saleId: saleId(index),
    })),
    grants: numbers.map((index) => ({
      ...structuredClone(grant),
      saleId: saleId(index),
      taken: index % takenBackEvery === 0 ? 100 : 0,
    })),
  };
}

/** The record of merging somebody into a new customer, while it is carried over in parts: then it is largest. */
function recordOf(lots: number, takenBackEvery: number) {
  const from = new Book(aWallet('cus_00000000000000000001', lots, takenBackEvery));
  const into = new Book(emptyWallet('cus_00000000000000000002'));
  const saleIds = from.wallet.lots.map((lot) => lot.saleId!);
  const brought = broughtBy(from, into, { saleIds });
  const underway = beginUnderway('merge', { ...partsOfMerge(from), stayingIds: [] }, NOW);
  return { brought, record: { saleIds, brought, underway } };
}

describe('the record of a merge', () => {
  it('of 40,000 lots of the longest ids, a tenth of them taken back in part, is less than three quarters of what MongoDB takes', () => {
    const { brought, record } = recordOf(40_000, 10);
    expect(brought.accounts).toHaveLength(4_000);
    expect(mongoose.mongo.BSON.calculateObjectSize(record)).toBeLessThan(LARGEST * 0.75);
  });

  it('grows by 290 bytes a lot at most', () => {
    const sizeOf = (lots: number): number =>
      mongoose.mongo.BSON.calculateObjectSize(recordOf(lots, Infinity).record);
    expect((sizeOf(20_000) - sizeOf(10_000)) / 10_000).toBeLessThan(290);
  });
});
