import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testReference } from '../../src/store';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = new Date('2026-11-30T12:00:00Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

let store: Store;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

describe('reports of a test message', () => {
  it('are kept of the last one of the merchant that sent it: a failure until it has arrived, and the first arrival', async () => {
    const { merchantId } = await store.merchants.create('Loja', NOW);
    const other = await store.merchants.create('Outra loja', NOW);
    const [former, last] = ['a', 'b'].map((id) => testReference(merchantId, id)) as [string, string];
    for (const reference of [former, last])
      await store.merchants.noteTested(merchantId, 'whatsapp', { at: NOW, by: 'per_x', reference });
    const kept = async () => {
      const { arrivedAt = null, failure = null } =
        (await store.merchants.activation(merchantId)).tested?.whatsapp ?? {};
      return { arrivedAt, failure };
    };
    const report = (of: string, reference: string, ms: number, failure: string | null = null) =>
      store.merchants.noteTestReport(of, reference, { at: later(ms), failure });

    await report(merchantId, former, 1, 'unreachable');
    await report(other.merchantId, last, 2, 'unreachable');
    expect(await kept()).toEqual({ arrivedAt: null, failure: null });
    await report(merchantId, last, 3, 'unreachable');
    expect(await kept()).toEqual({ arrivedAt: null, failure: 'unreachable' });
    await report(merchantId, last, 4);
    await report(merchantId, last, 5);
    await report(merchantId, last, 6, 'unreachable');
    expect(await kept()).toEqual({ arrivedAt: later(4), failure: null });
    expect((await store.merchants.activation(other.merchantId)).tested).toBeUndefined();
  });
});
