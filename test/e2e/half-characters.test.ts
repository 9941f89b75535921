import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adjust, reserve } from '../../src/loyalty';
import { aCustomerOf, earn, NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';
import { aReserveCommand } from './builders';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

describe('half a character that came past the edge into a wallet', () => {
  it('is refused in the cause of an entry, and nothing is written', async () => {
    const { store } = opened;
    const ledger = await aCustomerOf(store);
    const { merchantId, customerId, tag } = ledger;
    await earn(store, ledger, 1_000);
    const entries = opened.db.collection('ledger_entries');
    const before = await entries.countDocuments({ customerId });
    const credit = { id: tag, type: 'cashback' as const, amount: 50, zone: 'America/Sao_Paulo' };
    for (const by of [
      { operator: 'caixa \ud800', reason: 'cortesia' },
      { operator: 'caixa', reason: '\udc00 cortesia' },
    ]) {
      const change = store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => {
        adjust(book, { ...credit, ...by, programVersion: null, expiresAt: null }, now);
        return { result: undefined };
      });
      await expect(change).rejects.toThrow('would not give back');
    }
    expect(await entries.countDocuments({ customerId })).toBe(before);
    await expectProof(merchantId);
  });

  it('does not break the proof where it is a use that holds it: what is hashed is what the database gives back', async () => {
    const { store } = opened;
    const ledger = await aCustomerOf(store);
    const { merchantId, customerId, tag } = ledger;
    await earn(store, ledger, 1_000);
    await store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => {
      reserve(
        book,
        aReserveCommand({ id: `red_${tag}`, amount: 300, confirm: true, saleRef: '57\ud83d' }),
        now,
      );
      return { result: undefined };
    });
    await expectProof(merchantId);
    const uses = await opened.db.collection('redemptions').find({ customerId }).toArray();
    expect(JSON.stringify(uses)).toContain('57\ufffd');
  });
});

async function expectProof(merchantId: string): Promise<void> {
  const { store } = opened;
  await store.ledger.seal(merchantId, NOW);
  const { problems, firstMisfit } = await store.ledger.verify(merchantId);
  expect([problems, firstMisfit]).toEqual([[], null]);
}
