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
  it('does not break the proof: what is hashed is what the database gives back', async () => {
    const { store } = opened;
    const ledger = await aCustomerOf(store);
    const { merchantId, customerId, tag } = ledger;
    await earn(store, ledger, 1_000);
    await store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => {
      const credit = { id: tag, type: 'cashback' as const, amount: 50, zone: 'America/Sao_Paulo' };
      const by = {
        operator: 'caixa \ud800',
        reason: '\udc00 cortesia',
        programVersion: null,
        expiresAt: null,
      };
      adjust(book, { ...credit, ...by }, now);
      const use = aReserveCommand({ id: `red_${tag}`, amount: 300, confirm: true, saleRef: '57\ud83d' });
      reserve(book, { ...use, operator: '\ud83d' }, now);
      return { result: undefined };
    });
    await store.ledger.seal(merchantId, NOW);
    const { problems, firstMisfit } = await store.ledger.verify(merchantId);
    expect([problems, firstMisfit]).toEqual([[], null]);
    const entries = await opened.db.collection('ledger_entries').find({ customerId }).toArray();
    expect(JSON.stringify(entries)).toContain('caixa \ufffd');
  });
});
