import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { entryHash } from '../../src/store/ledger/chain';
import type { EntryDoc } from '../../src/store/ledger/entry-model';
import { aCounterSale, saleUntil, sold } from './counter';
import { anEventfulShop, EVENTFUL_PROGRAM } from './eventful-shop';
import type { EventfulShop } from './eventful-shop';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';

/** Chained by what is in them: what a newer version adds there it adds in a form of its own. */
const CHAINED = [
  'ledger_entries',
  'ledger_attestations',
  'ledger_seals',
  'ledger_heads',
  'ledger_checkpoints',
];
const NEWER = { fromTheFuture: { why: 'escrito por uma versão mais nova', list: [1, { deep: true }] } };

let house: House;
let database: Connection;
let shop: EventfulShop;
beforeAll(async () => {
  house = await openHouse({ program: EVENTFUL_PROGRAM });
  database = await mongoose.createConnection(house.config.mongodbUri).asPromise();
  shop = await anEventfulShop(house);
});
afterAll(async () => {
  await database.close();
  await house.close();
});

async function unchained(): Promise<string[]> {
  const names = (await database.listCollections()).map(({ name }) => name);
  return names.filter((name) => !CHAINED.includes(name) && !name.startsWith('system.')).sort();
}

/** Writes what this version does not know into every document there is, and answers which those are. */
async function writeFromTheFuture(): Promise<Map<string, unknown[]>> {
  const touched = new Map<string, unknown[]>();
  for (const name of await unchained()) {
    await database.collection(name).updateMany({}, { $set: NEWER });
    touched.set(name, await database.collection(name).distinct('_id'));
  }
  return touched;
}

/** Documents that lost the field, by collection; what was deleted on purpose is no loss. */
async function losses(touched: ReadonlyMap<string, unknown[]>): Promise<Record<string, unknown[]>> {
  const lost: Record<string, unknown[]> = {};
  for (const [name, ids] of touched) {
    const kept = await database
      .collection(name)
      .find({ _id: { $in: ids as never[] } })
      .toArray();
    const without = kept.filter(
      ({ fromTheFuture }) => !isDeepStrictEqual(fromTheFuture, NEWER.fromTheFuture),
    );
    if (without.length > 0) lost[name] = without.map(({ _id }) => _id);
  }
  return lost;
}

const post = async <T = { id: string }>(path: string, body: object = {}): Promise<T> => {
  const answer = await house.tenant.api.post<T>(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const asPerson = { force: true, reason: 'Mesma pessoa', operator: 'gerente' };

describe('a process that runs beside a newer one', () => {
  it('reads, changes and proves documents with a field it does not know, and loses it nowhere', async () => {
    const { api } = house.tenant;
    const touched = await writeFromTheFuture();
    expect(touched.size).toBeGreaterThan(20);
    await verifyLedger(house.tenant);

    const { ana, debtor, company, waiting, landline } = shop.customers;
    const customer = { name: 'Ana Souza', document: '529.982.247-25', email: 'ana.nova@lojademo.com.br' };
    const sale = await sold(house.tenant, aCounterSale('centro', { totalCents: 30_000, customer }));
    expect(sale.customerId).toBe(ana);
    const use = { type: 'cashback', saleTotalCents: 50_000, operator: 'caixa 1' };
    const open = await post('/v1/redemptions', { ...use, customerId: ana, amountCents: 900 });
    await post(`/v1/redemptions/${open.id}/confirm`);
    await post(`/v1/redemptions/${shop.redemptions.byId}/rollback`);
    await post(`/v1/redemptions/${shop.redemptions.reserved}/release`);
    const drink = { saleTotalCents: 5_000, operator: 'caixa 2' };
    await post(`/v1/vouchers/${shop.vouchers.reserved}/release`, drink);
    await post(`/v1/vouchers/${shop.vouchers.used}/redeem`, drink);
    await post(`/v1/sales/${shop.sales.paid}/returns`, { amountCents: 10_000, reason: 'tamanho' });
    await saleUntil(house.tenant, shop.sales.paid, ({ returnedCents }) => returnedCents === 10_000);
    const adjusted = { type: 'cashback', cents: 300, reason: 'cortesia', operator: 'gerente' };
    await post(`/v1/customers/${landline}/adjustments`, adjusted);
    const again = await api.post(shop.repeated.path, shop.repeated.body, shop.repeated.key);
    expect([again.status, again.body]).toEqual([201, shop.repeated.answer]);

    const before = await walletOf(api, debtor);
    const { id } = await post(`/v1/customers/${company}/merges`, { from: debtor, ...asPerson });
    await post(`/v1/merges/${id}/undo`, { reason: 'São duas', operator: 'gerente' });
    expect(await walletOf(api, debtor)).toEqual(before);
    await post(`/v1/merges/${shop.merges.live}/undo`, { reason: 'São duas', operator: 'gerente' });
    await post(`/v1/customers/${ana}/merges`, { from: waiting, ...asPerson });
    await saleUntil(house.tenant, sale.id, ({ status }) => status === 'active');

    expect(await losses(touched)).toEqual({});
    await verifyLedger(house.tenant);
    await house.store.ledger.seal(house.tenant.merchantId, Date.now());
    await verifyLedger(house.tenant);
  });

  it('goes on from an entry of a newer form, and says that it cannot judge that one', async () => {
    const { api, merchantId } = house.tenant;
    const bought = await sold(house.tenant, aCounterSale('centro', { totalCents: 20_000 }));
    const customerId = bought.customerId!;
    const newer = await asANewerForm(customerId);
    const [before, use] = [
      await walletOf(api, customerId),
      { type: 'cashback', saleTotalCents: 50_000, operator: 'caixa 1' },
    ];
    await post('/v1/redemptions', { ...use, customerId, amountCents: 400, confirm: true });
    const after = await walletOf(api, customerId);
    expect(after.cashback.activeCents).toBe(before.cashback.activeCents - 400);
    const statement = await api.get<{ data: unknown[] }>(`/v1/customers/${customerId}/statement`);
    expect(statement.expect(200).body.data.length).toBeGreaterThan(2);
    expect(await database.collection('ledger_entries').findOne({ _id: newer._id as never })).toEqual(newer);

    const { problems } = await house.store.ledger.verify(merchantId);
    const strange =
      'is of form 1000, which this version does not know: verify with the version that wrote it';
    expect(problems).toEqual([{ subject: newer.key, problem: strange }]);
    // What follows was chained to it as it is: the newer version finds nothing amiss.
    const entries = await database
      .collection<EntryDoc>('ledger_entries')
      .find({ merchantId, customerId, seq: { $gt: newer.seq } })
      .sort({ seq: 1 })
      .toArray();
    expect(entries.length).toBeGreaterThan(0);
    let last = newer.hash;
    for (const { hash, ...entry } of entries) expect(hash).toBe((last = entryHash(last, entry)));
  });
});

/** Makes the customer's last entry one that a newer version could have written, in a form of its own. */
async function asANewerForm(customerId: string): Promise<EntryDoc> {
  const { merchantId } = house.tenant;
  const entries = database.collection<EntryDoc>('ledger_entries');
  const [last, previous] = await entries.find({ merchantId, customerId }).sort({ seq: -1 }).toArray();
  const { hash: _hash, ...content } = { ...last!, v: 1_000, ...NEWER };
  const newer = { ...content, hash: entryHash(previous!.hash, content) };
  await entries.replaceOne({ _id: newer._id }, newer);
  await database
    .collection<{ _id: string }>('wallets')
    .updateOne({ _id: customerId }, { $set: { lastHash: newer.hash } });
  return newer;
}
