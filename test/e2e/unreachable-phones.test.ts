import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppDeps } from '../../src/api/http';
import { heedArrivals, heedWriters } from '../../src/api/notice/heed-arrivals';
import type { WhatsAppStatus } from '../../src/messaging';
import { optIn } from '../../src/store';
import type { Store } from '../../src/store';
import { aContact } from './builders';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = Date.UTC(2026, 10, 3, 15);
const HOUR = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

let phones = 0;

/** A phone at which two messages of a merchant have failed, an hour ago with its ninth digit and just now without it. */
class Phone {
  readonly e164: string;

  private constructor(readonly merchantId: string) {
    phones += 1;
    this.e164 = `+5554${98_765_0000 + phones}`;
  }

  static async unreachable(merchantId = `mer_${randomUUID()}`): Promise<Phone> {
    const phone = new Phone(merchantId);
    await phone.failed('first', NOW - HOUR);
    await phone.failed('second', NOW, phone.without);
    expect(await phone.isWrittenTo()).toBe(false);
    return phone;
  }

  /** The number without its ninth digit. */
  get without(): string {
    return this.e164.replace('+55549', '+5554');
  }

  failed(message: string, at: number, phone = this.e164): Promise<void> {
    return store.suppressions.failed(this.merchantId, { phone }, message, new Date(at));
  }

  reached(at: number): Promise<void> {
    const address = { phone: this.without };
    return store.suppressions.reached(this.merchantId, [{ address, at: new Date(at) }]);
  }

  async isWrittenTo(merchantId = this.merchantId): Promise<boolean> {
    const known = { e164: this.e164, key: this.e164.slice(3), mobile: true };
    const customer = { document: null, phones: [known], emails: [] };
    const { unreachable } = await store.suppressions.of(merchantId, customer, new Date(NOW + HOUR));
    return unreachable.size === 0;
  }
}

const deps = (at: number): AppDeps => ({ store, now: () => at }) as unknown as AppDeps;

describe('a phone at which messages have failed', () => {
  it('is written to again once one has arrived, in whatever spelling of its number, and not by what is told again', async () => {
    const phone = await Phone.unreachable();
    await phone.reached(NOW + 1);
    expect(await phone.isWrittenTo()).toBe(true);
    await phone.failed('first', NOW - HOUR);
    await phone.failed('late', NOW - HOUR);
    await phone.failed('third', NOW + 2);
    expect(await phone.isWrittenTo()).toBe(true);
    await phone.failed('fourth', NOW + 3, phone.without);
    expect(await phone.isWrittenTo()).toBe(false);
  });

  it('has only what failed since counted, and is nobody’s business of whom nothing failed', async () => {
    const phone = await Phone.unreachable();
    await phone.reached(NOW - 1);
    expect(await phone.isWrittenTo()).toBe(true);
    await phone.failed('third', NOW + 1);
    expect(await phone.isWrittenTo()).toBe(false);
    await store.suppressions.reached(`mer_${randomUUID()}`, [
      { address: { phone: phone.e164 }, at: new Date(NOW) },
      { address: { email: 'ana@lojas.com.br' }, at: new Date(NOW) },
      { address: { phone: 'x' }, at: new Date(NOW) },
    ]);
    expect(await phone.isWrittenTo()).toBe(false);
  });

  it('counts every message that fails, also where several do at the same moment', async () => {
    const phone = await Phone.unreachable();
    await phone.reached(NOW + 1);
    const fresh = `mer_${randomUUID()}`;
    await Promise.all(
      [phone.e164, phone.without].map((written, n) =>
        store.suppressions.failed(fresh, { phone: written }, `message ${n}`, new Date(NOW)),
      ),
    );
    expect([await phone.isWrittenTo(fresh), await phone.isWrittenTo()]).toEqual([false, true]);
  });

  it('is written to again by the merchant whose message Meta says was read, whichever way that is named', async () => {
    const [phone, other] = [await Phone.unreachable(), await Phone.unreachable()];
    const identity = { saleId: 'sal_1', key: 'earned/1', channel: 'whatsapp' as const };
    const { merchantId } = other;
    const about = { customerId: 'cus_1', kind: 'earned' as const };
    const beginning = { state: 'sending' as const };
    const [opened] = await store.messages.open(
      [{ identity: { merchantId, ...identity }, about, beginning }],
      new Date(NOW),
    );
    const providerId = `wamid.${randomUUID()}`;
    await store.messages.finish(opened!.message.id, { state: 'sent', providerId }, new Date(NOW));
    const read = (of: Phone): WhatsAppStatus => ({
      ...{ status: 'read', at: NOW + HOUR, senderId: null, errorCode: null, recipient: of.e164.slice(1) },
      ...{ reference: `${of.merchantId}/sal_1/earned/1/whatsapp`, providerId, user: null },
    });
    await heedArrivals(deps(NOW + HOUR), [read(phone), { ...read(other), reference: null }]);
    expect([await phone.isWrittenTo(), await other.isWrittenTo()]).toEqual([true, true]);
  });

  it('is written to again by every merchant, once its owner writes', async () => {
    const [one, another] = await Promise.all(
      ['Uma', 'Outra'].map((name) => store.merchants.create(name, new Date(NOW))),
    );
    const phone = await Phone.unreachable(one!.merchantId);
    const { merchantId } = another!;
    for (const [message, written] of [
      ['first', phone.e164],
      ['second', phone.without],
    ] as const)
      await store.suppressions.failed(merchantId, { phone: written }, message, new Date(NOW));
    await heedWriters(deps(NOW + HOUR), [{ from: phone.without, at: NOW + 1_999 }]);
    expect([await phone.isWrittenTo(), await phone.isWrittenTo(merchantId)]).toEqual([true, true]);
  });

  it('is written to again once its owner asks for it', async () => {
    const phone = await Phone.unreachable();
    const { merchantId } = phone;
    const { customerId } = await store.customers.identify(
      merchantId,
      aContact({ phones: [phone.e164] }),
      new Date(NOW),
    );
    const word = {
      merchantId,
      customerId,
      channel: 'whatsapp',
      text: 'Quero receber',
      source: 'link',
    } as const;
    await optIn(store, word, new Date(NOW + 1));
    expect(await phone.isWrittenTo()).toBe(true);
  });
});
