import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageIdOf, optOutUser } from '../../src/store';
import type { DeliveryReport, Store } from '../../src/store';
import { aContact } from './builders';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = new Date('2026-11-03T15:00:00.000Z');

let store: Store;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

let phones = 0;

/** A customer of a merchant, and what is reported of a message to them. */
async function told(
  merchantId: string,
  change: Partial<Pick<DeliveryReport, 'state' | 'user'>>,
): Promise<{ merchantId: string; customerId: string }> {
  phones += 1;
  const contact = aContact({ phones: [`(11) 97777-${1_000 + phones}`] });
  const { customerId } = await store.customers.identify(merchantId, contact, NOW);
  const identity = { merchantId, saleId: `sal_${phones}`, key: 'earned/1', channel: 'whatsapp' } as const;
  const about = { customerId, kind: 'earned' } as const;
  await store.messages.open([{ identity, about, beginning: { state: 'sending', senderId: '1098' } }], NOW);
  const report = { messageId: messageIdOf(identity), providerId: 'wamid.1', reason: null, senderId: '1098' };
  await store.messages.report([{ ...report, state: 'delivered', at: +NOW, ...change }], NOW);
  return { merchantId, customerId };
}

const said = async ({ merchantId, customerId }: Awaited<ReturnType<typeof told>>): Promise<string[]> => {
  const facts = await store.consents.of(merchantId, customerId);
  return facts.map(({ channel, given, source }) => `${channel} ${given ? 'yes' : 'no'} ${source}`);
};

describe('who shows no phone and wants no more', () => {
  it('is left alone by every merchant whose messages have reached them, and nobody else is', async () => {
    const [{ merchantId: one }, { merchantId: another }] = [
      await store.merchants.create('Uma', NOW),
      await store.merchants.create('Outra', NOW),
    ];
    const user = `BR.${randomUUID().replaceAll('-', '')}`;
    const reached = [
      await told(one, { user }),
      await told(one, { user, state: 'read' }),
      await told(another, { user }),
    ];
    const others = [
      await told(one, { user: 'BR.another' }),
      await told(one, {}),
      await told(one, { user, state: 'failed' }),
    ];
    const word = { user, text: 'Respondeu SAIR no WhatsApp', source: 'whatsapp', at: null } as const;
    await Promise.all([optOutUser(store, word, NOW), optOutUser(store, word, NOW)]);
    await optOutUser(store, word, NOW);
    for (const customer of reached) expect(await said(customer)).toEqual(['whatsapp no whatsapp']);
    for (const customer of others) expect(await said(customer)).toEqual([]);
    const [first] = reached;
    const customer = (await store.customers.get(one, first!.customerId))!;
    expect([...(await store.suppressions.of(one, customer, NOW)).saidByOwner]).toEqual(['whatsapp']);
  });
});
