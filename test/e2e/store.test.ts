import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { release, reserve } from '../../src/loyalty';
import type { Book, Redemption } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { CompanyTakenError, ConcurrentChangeError } from '../../src/store';
import { testMongoUri } from './engines';
import { aCustomerWith } from './a-customer-with';
import { publishVersions } from './a-ledger';
import { aContact, aReserveCommand } from './builders';
import { openMigratedStore } from './migrated-store';

const NOW = Date.UTC(2026, 2, 10, 15);
const ZONE = 'America/Sao_Paulo';
/** Both processes work on one database. */
const MONGO = testMongoUri();
let store: Store;
const merchantId = `mer_${randomUUID()}`;

beforeAll(async () => {
  store = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
  await publishVersions(store, merchantId);
});
afterAll(() => store.close());

const aCustomerOfStore = (cents: number): Promise<string> => aCustomerWith(store, merchantId, cents, NOW);

function take(id: string, amount: number): (book: Book, now: number) => { result: Redemption } {
  return (book, now) => ({ result: reserve(book, aReserveCommand({ id, amount, confirm: true }), now) });
}

describe('wallets on the real wire', () => {
  it('lets 60 racing debits of one wallet spend exactly what it affords', async () => {
    const customerId = await aCustomerOfStore(1_000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, () => {
        const id = `red_${randomUUID()}`;
        return store.wallets.change(merchantId, customerId, {}, NOW, take(id, 100));
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const wallet = await store.wallets.read(merchantId, customerId);
    expect(wallet?.lots).toEqual([]);
    expect((await store.ledger.verify(merchantId)).problems).toEqual([]);
  });

  it('keeps two processes from spending the same cent', async () => {
    const other = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
    try {
      const customerId = await aCustomerOfStore(500);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? store : other).wallets.change(
            merchantId,
            customerId,
            {},
            NOW,
            take(`red_${randomUUID()}`, 100),
          ),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    } finally {
      await other.close();
    }
  });

  it('undoes everything when the change throws', async () => {
    const customerId = await aCustomerOfStore(300);
    const boom = store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => {
      reserve(book, aReserveCommand({ id: `red_${randomUUID()}`, amount: 100 }), now);
      throw new Error('worker lost its mind');
    });
    await expect(boom).rejects.toThrow('worker lost its mind');
    const lots = (await store.wallets.read(merchantId, customerId))!.lots;
    expect(lots.map((lot) => lot.buckets.active)).toEqual([300]);
  });

  it('stores the sale with the value or neither of them', async () => {
    const customerId = await aCustomerOfStore(300);
    const identity = { merchantId, channel: 'pos' as const, externalId: randomUUID() };
    const sale = await store.sales.open(identity, null, ZONE, new Date(NOW));
    const patch = { benefit: { status: 'used' as const } };
    const stale = { sale: { ...sale, version: sale.version + 1 }, patch };
    const id = `red_${randomUUID()}`;
    const change = store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => ({
      ...take(id, 100)(book, now),
      sale: stale,
    }));
    await expect(change).rejects.toThrow(ConcurrentChangeError);
    expect(await store.redemptions.get(merchantId, id)).toBeNull();
  });

  it('gives nobody the wallet of another merchant', async () => {
    const customerId = await aCustomerOfStore(300);
    expect(await store.wallets.read('mer_other', customerId)).toBeNull();
    await expect(
      store.wallets.change('mer_other', customerId, {}, NOW, take(`red_${randomUUID()}`, 1)),
    ).rejects.toMatchObject({ name: 'Refusal', code: 'customer_not_found' });
  });
});

describe('a wallet that is read while it is written', () => {
  it('shows lots and reservations as of one moment', async () => {
    const customerId = await aCustomerOfStore(1_000);
    let writing = true;
    const write = async (): Promise<void> => {
      for (let round = 0; round < 60; round += 1) {
        const id = `red_${randomUUID()}`;
        await store.wallets.change(merchantId, customerId, {}, NOW, (book, now) => ({
          result: reserve(book, aReserveCommand({ id, amount: 100 }), now),
        }));
        await store.wallets.change(merchantId, customerId, { redemptionId: id }, NOW, (book, now) => ({
          result: release(
            book,
            book.wallet.redemptions.find((one) => one.id === id)!,
            { kind: 'person' },
            now,
          ),
        }));
      }
      writing = false;
    };
    const seen = new Set<string>();
    const read = async (): Promise<void> => {
      while (writing) {
        const wallet = (await store.wallets.read(merchantId, customerId))!;
        const lots = wallet.lots.reduce((sum, { buckets }) => sum + buckets.reserved, 0);
        const open = wallet.redemptions.filter(({ state }) => state === 'reserved');
        seen.add(`${lots} reserved, ${open.reduce((sum, { amount }) => sum + amount, 0)} by reservations`);
      }
    };
    await Promise.all([write(), read(), read()]);
    expect([...seen].sort()).toEqual(['0 reserved, 0 by reservations', '100 reserved, 100 by reservations']);
  });
});

describe('customers on the real wire', () => {
  it('makes one customer of 20 simultaneous sightings of the same person', async () => {
    const contact = aContact();
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => store.customers.identify(merchantId, contact, new Date(NOW))),
    );
    expect(new Set(seen.map(({ customerId }) => customerId)).size).toBe(1);
    expect(seen.filter(({ created }) => created)).toHaveLength(1);
  });

  it('finds a customer by document, by phone in another spelling, by e-mail and by part of the name', async () => {
    const contact = aContact({
      name: 'Conceição Araújo Lima',
      phones: ['(54) 9123-4567'],
      emails: ['Conceicao@Example.com'],
    });
    const { customerId } = await store.customers.identify(merchantId, contact, new Date(NOW));
    for (const query of [contact.document!, '+55 54 99123 4567', 'conceicao@example.com', 'conceicao arau']) {
      const { customers } = await store.customers.search(merchantId, query, { limit: 20 });
      expect(customers.map(({ id }) => id)).toContain(customerId);
    }
    expect(await store.customers.search('mer_other', contact.document!, { limit: 20 })).toEqual({
      customers: [],
      next: null,
    });
  });
});

describe('connections on the real wire', () => {
  const tokens = { accessToken: 'a-secret', refreshToken: 'r-secret', expiresAt: new Date(NOW) };

  it('keeps tokens sealed, lets one caller refresh them, and refuses a late writer', async () => {
    const company = { companyId: randomUUID(), companyName: 'Loja' };
    const { id } = await store.connections.authorize(merchantId, company, tokens, new Date(NOW));
    expect(await store.connections.tokens(id)).toMatchObject({ accessToken: 'a-secret', version: 1 });
    const until = new Date(NOW + 1_000);
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => store.connections.claimRefresh(id, 1, new Date(NOW), until)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.connections.saveTokens(id, 1, { ...tokens, accessToken: 'new' })).toBe(true);
    expect(await store.connections.saveTokens(id, 1, tokens)).toBe(false);
    expect(await store.connections.tokens(id)).toMatchObject({ accessToken: 'new', version: 2 });
  });

  it('does not let a company move to another merchant', async () => {
    const company = { companyId: randomUUID(), companyName: 'Loja' };
    await store.connections.authorize(merchantId, company, tokens, new Date(NOW));
    await expect(store.connections.authorize('mer_other', company, tokens, new Date(NOW))).rejects.toThrow(
      CompanyTakenError,
    );
  });
});

describe('idempotency on the real wire', () => {
  /** Now: what is kept for a month is deleted by MongoDB's own clock. */
  const AT = new Date();
  const request = (bodyHash = 'a') => ({ merchantId, route: 'POST /v1/x', key: 'k', bodyHash });

  it('lets one of ten simultaneous requests through and repeats its answer', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => store.idempotency.claim(request(), AT)),
    );
    expect(claims.filter(({ kind }) => kind === 'mine')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'in_flight')).toHaveLength(9);
    await store.idempotency.answer(request(), { status: 201, body: { id: 'x' } });
    expect(await store.idempotency.claim(request(), AT)).toEqual({
      kind: 'answered',
      status: 201,
      body: { id: 'x' },
    });
    expect(await store.idempotency.claim(request('b'), AT)).toEqual({ kind: 'other_body' });
  });
});
