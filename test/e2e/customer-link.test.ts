import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import type { Store } from '../../src/store';
import { aContact } from './builders';
import { openHouse } from './house';
import type { House } from './house';

const now = new Date('2026-11-20T12:00:00.000Z');

/** How a token is kept. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
/** Makes a link one of an earlier version, which knew one token. */
const EARLIER = { $unset: { optOuts: 1, till: 1 }, $pop: { hashes: -1 } } as const;

let house: House;
let store: Store;
let merchantId: string;
beforeAll(async () => {
  house = await openHouse();
  ({ store } = house);
  ({ merchantId } = house.tenant);
});
afterAll(() => house.close());

async function aCustomer(change: Parameters<typeof aContact>[0] = {}): Promise<string> {
  const { customerId } = await store.customers.identify(merchantId, aContact(change), now);
  return customerId;
}

type Link = { _id: string; sealed: string; hashes: string[] };

async function links<Found>(use: (all: mongo.Collection<Link>) => Promise<Found>): Promise<Found> {
  const client = await mongo.MongoClient.connect(house.config.mongodbUri);
  try {
    return await use(client.db().collection('customer_links'));
  } finally {
    await client.close();
  }
}

describe('the link of a customer', () => {
  it('is one, however many ask for it at once, and found by its token alone', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1001'] });
    const { make, owner } = store.customerLinks;
    const all = await Promise.all(Array.from({ length: 10 }, () => make(merchantId, customerId, now)));
    expect(new Set(all.map(({ page }) => page)).size).toBe(1);
    const { page, optOut: out, till } = all[0]!;
    for (const token of [page, out, till]) expect(token).toMatch(/^[\w-]{32}$/);
    const mine = { merchantId, customerId, former: false };
    for (const use of ['page', 'optOut', 'till'] as const) {
      expect(await owner(all[0]![use], use)).toEqual(mine);
      // In links that were sent one token stood for all.
      expect(await owner(page, use)).toEqual(mine);
      for (const other of ['', 'x', page.slice(1), `${page}a`, page.toUpperCase()])
        expect(await owner(other, use)).toBeNull();
    }
    for (const [token, use] of [
      [out, 'page'],
      [till, 'page'],
      [out, 'till'],
      [till, 'optOut'],
    ] as const)
      expect(await owner(token, use)).toBeNull();
  });

  it('takes messages back at an earlier version too, which knows no tokens but those of pages', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1011'] });
    const { make, replace, owner } = store.customerLinks;
    const tokens = [await make(merchantId, customerId, now), await replace(merchantId, customerId, now, 'c')];
    const { hashes } = (await links((all) => all.findOne({ _id: customerId })))!;
    const known = tokens.flatMap(({ optOut, page }) => [digest(optOut), digest(page)]);
    expect(hashes).toEqual(known);
    for (const { optOut } of tokens)
      for (const use of ['page', 'till'] as const) expect(await owner(optOut, use)).toBeNull();
  });

  it('that an earlier version has made or replaced gets what comes from it when it is next read', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1009'] });
    const { make, owner } = store.customerLinks;
    const tokens = await make(merchantId, customerId, now);
    await links((all) => all.updateOne({ _id: customerId }, EARLIER));
    expect(await owner(tokens.optOut, 'optOut')).toBeNull();
    await Promise.all(Array.from({ length: 3 }, () => owner(tokens.page, 'page')));
    for (const use of ['optOut', 'till'] as const)
      expect(await owner(tokens[use], use)).toMatchObject({ customerId, former: false });
    await links((all) => all.updateOne({ _id: customerId }, EARLIER));
    expect(await store.customerLinks.tokens(merchantId, customerId)).toBeNull();
    expect(await make(merchantId, customerId, now)).toEqual(tokens);
    expect(await store.customerLinks.tokens(merchantId, customerId)).toEqual(tokens);
    expect(await owner(tokens.till, 'till')).toMatchObject({ customerId, former: false });
  });

  it('leads from a merged record to the one that remains, and is replaced with that one’s', async () => {
    const from = await aCustomer({ emails: ['um.link@lojas.com.br'] });
    const into = await aCustomer({ emails: ['outro.link@lojas.com.br'] });
    const { page: former } = await store.customerLinks.make(merchantId, from, now);
    const opened = async (place: 'c' | 'u'): Promise<number> =>
      (await fetch(`${house.url}/${place}/${former}`)).status;
    const { api } = house.tenant;
    const merge = { from, reason: 'A mesma pessoa', force: true };
    (await api.post(`/v1/customers/${into}/merges`, merge)).expect(201);
    expect(await opened('c')).toBe(200);
    (await api.post(`/v1/customers/${into}/link`)).expect(201);
    expect([await opened('c'), await opened('u')]).toEqual([404, 200]);
  });

  it('is replaced, and the former one known as that', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1002'] });
    const { make, owner, replace } = store.customerLinks;
    const first = await replace(merchantId, customerId, now, 'call_1');
    const [second, third] = await Promise.all([
      replace(merchantId, customerId, now, 'call_2'),
      replace(merchantId, customerId, now, 'call_3'),
    ]);
    const inForce = await make(merchantId, customerId, now);
    expect([second, third]).toContainEqual(inForce);
    for (const { page, optOut: out } of [first, second, third]) {
      const former = page !== inForce.page;
      expect(await owner(page, 'page')).toMatchObject({ customerId, former });
      expect(await owner(out, 'optOut')).toMatchObject({ customerId, former });
    }
    expect(await owner(first.till, 'till')).toBeNull();
  });

  it('is replaced once by a call that is made again, however late, with those of merged records', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1010'] });
    const { make, replace } = store.customerLinks;
    const before = await make(merchantId, customerId, now);
    const once = await replace(merchantId, customerId, now, 'call_1');
    expect(once.page).not.toBe(before.page);
    expect(await replace(merchantId, customerId, now, 'call_1')).toEqual(once);
    const later = await replace(merchantId, customerId, now, 'call_2');
    expect(await replace(merchantId, customerId, now, 'call_1')).toEqual(later);
  });

  it('lies nowhere as it is, and is made anew where no key opens it, while the lost one goes on', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1003'] });
    const { make, owner } = store.customerLinks;
    const tokens = await make(merchantId, customerId, now);
    await links(async (all) => {
      const lying = JSON.stringify(await all.find().toArray());
      for (const token of Object.values(tokens)) expect(lying).not.toContain(token);
      await all.updateOne({ _id: customerId }, { $set: { sealed: 'v1.x.y.z' } });
    });
    const [anew, same] = await Promise.all([1, 2].map(() => make(merchantId, customerId, now)));
    expect(anew!.page).not.toBe(tokens.page);
    expect(same).toEqual(anew);
    expect(await owner(tokens.page, 'page')).toMatchObject({ customerId, former: true });
    expect(await owner(tokens.optOut, 'optOut')).toMatchObject({ customerId, former: true });
  });
});
