import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import type { WalletDoc } from '../../src/store/ledger';
import { includes } from '../../src/store/ledger/proof';
import type { SealDoc } from '../../src/store/ledger/proof';
import type { Store } from '../../src/store';
import { aCustomerOf, adjustBy, aSealedLedger, NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';

let opened: OpenDatabase;
let store: Store;
let docs: { wallets: mongo.Collection<WalletDoc>; seals: mongo.Collection<SealDoc> };

beforeAll(async () => {
  opened = await openDatabase();
  store = opened.store;
  docs = { wallets: opened.db.collection('wallets'), seals: opened.db.collection('ledger_seals') };
});
afterAll(() => opened.close());

describe('sealing', () => {
  it('adds nothing where no chain has grown', async () => {
    const { merchantId } = await aSealedLedger(store);
    expect(await store.ledger.seal(merchantId, NOW)).toMatchObject({ seals: 1, heads: 1, last: { n: 3 } });
    expect(await store.ledger.seal(merchantId, NOW)).toMatchObject({ seals: 0, heads: 0, last: { n: 3 } });
  });

  it('by several at once leaves one chain of seals', async () => {
    const ledger = await aCustomerOf(store);
    for (let round = 0; round < 5; round += 1) {
      await adjustBy(store, ledger, `r${round}`, 10);
      await Promise.all(Array.from({ length: 4 }, () => store.ledger.seal(ledger.merchantId, NOW + round)));
    }
    const { problems, sealed } = await store.ledger.verify(ledger.merchantId);
    expect([problems, sealed.entries]).toEqual([[], 5]);
    expect(sealed.last!.n).toBe(sealed.seals);
  });

  it('lets the chain of seals be followed meanwhile', async () => {
    const ledger = await aCustomerOf(store);
    const { merchantId } = ledger;
    for (let round = 0; round < 40; round += 1) {
      await adjustBy(store, ledger, `r${round}`, 10);
      const following = Array.from({ length: 4 }, () => store.ledger.verifySeals(merchantId));
      await store.ledger.seal(merchantId, NOW + round);
      for (const { problems } of await Promise.all(following)) expect(problems).toEqual([]);
    }
  });

  it('cuts many chains into several seals', async () => {
    const merchantId = 'mer_large';
    const none = { active: 0, pending: 0, reserved: 0, debt: 0 };
    await docs.wallets.insertMany(
      Array.from({ length: 1_001 }, (_, n) => ({
        ...{
          _id: `cus_large_${String(n).padStart(4, '0')}`,
          merchantId,
          version: 1,
          cashback: none,
          points: none,
        },
        ...{
          collectsLater: false,
          lastAt: new Date(0),
          entryCount: 1,
          lastHash: 'x',
          unsealed: true as const,
        },
      })),
    );
    expect(await store.ledger.seal(merchantId, NOW)).toMatchObject({ seals: 2, heads: 1_001 });
    const seals = await docs.seals.find({ merchantId }).sort({ n: 1 }).toArray();
    expect(seals.map(({ size }) => size)).toEqual([1_000, 1]);
    expect(await docs.wallets.countDocuments({ merchantId, unsealed: true })).toBe(0);
  });

  it('lets anybody check that a seal holds a customer, by the seal alone', async () => {
    const ledger = await aSealedLedger(store);
    for (const id of ['x', 'y', 'z'])
      await adjustBy(store, await aCustomerOf(store, ledger.merchantId), id, 10);
    await store.ledger.seal(ledger.merchantId, NOW);
    const proof = (await store.ledger.inclusion(ledger.merchantId, ledger.customerId))!;
    const wallet = (await docs.wallets.findOne({ _id: ledger.customerId }))!;
    expect(proof).toMatchObject({
      ...{ seal: { n: 3 }, size: 4, head: { seq: wallet.entryCount, hash: wallet.lastHash } },
    });
    expect(includes(proof)).toBe(true);
    for (const change of [{ seq: 1 }, { hash: 'x' }, { customerId: 'cus_x' }])
      expect(includes({ ...proof, head: { ...proof.head, ...change } })).toBe(false);
    expect(await store.ledger.inclusion(ledger.merchantId, 'cus_nobody')).toBeNull();
  });
});
