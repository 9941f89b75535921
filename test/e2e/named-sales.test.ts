import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { connectMongo } from '../../src/store/mongo';
import { attestSales } from '../../src/store/migration';
import { keptSales } from '../../src/store/migration/kept-sales';
import { redemptionModel } from '../../src/store/ledger';
import { saleModel } from '../../src/store/sale';
import { comesToRest } from './at-rest';
import type { CounterSale } from './counter';
import { aCounterSale, saleUntil, sold } from './counter';
import { aContact, aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { anOrder, ledgerProblems, verifyLedger, walletOf } from './shop';
import { until } from './until';

/*
 * What a use names, where order numbers are not unique (R46): the sale is found once, and kept with the use, whatever comes first.
 */

interface Person {
  customerId: string;
  document: string;
}

let house: House;
beforeAll(async () => {
  house = await openHouse({ companies: 2, program: aProgram({ expiry: undefined, messages: {} }) });
});
afterAll(() => house.close());

/** Somebody with R$ 50,00 to spend. */
async function somebody({ api, merchantId } = house.tenant): Promise<Person> {
  const document = cpf.generate();
  const contact = aContact({ document, name: 'Severina Balcão' });
  const { customerId } = await house.store.customers.identify(merchantId, contact, new Date());
  const credit = { type: 'cashback', cents: 5_000, reason: 'saldo' };
  (await api.post(`/v1/customers/${customerId}/adjustments`, credit)).expect(201);
  return { customerId, document };
}

async function use(
  { customerId }: Person,
  saleRef: string,
  more: object = {},
  { api } = house.tenant,
): Promise<string> {
  const body = { customerId, type: 'cashback', amountCents: 2_000, saleTotalCents: 10_000, saleRef };
  const made = await api.post<{ id: string }>('/v1/redemptions', {
    ...body,
    ...{ confirm: true, storeId: 'centro', ...more },
  });
  return made.expect(201).body.id;
}

const till = (number: string, buyer: Person | null, change: object = {}): Record<string, unknown> =>
  aCounterSale('centro', {
    number,
    customer: buyer && { name: 'Severina Balcão', document: buyer.document },
    ...change,
  });

const keptWith = async (id: string, { merchantId } = house.tenant): Promise<string | null | undefined> =>
  (await house.store.redemptions.get(merchantId, id))?.saleId;

const earns = (cents: number) => (sale: CounterSale) => sale.earnedCents === cents;

describe('a number that several sales have', () => {
  it('is the sale of whoever used it, and a stranger’s cancellation pays nobody', async () => {
    const { tenant } = house;
    const [ana, bia] = [await somebody(), await somebody()];
    const id = await use(ana, '57');
    const strangers = till('57', bia);
    const sale = await sold(tenant, strangers, earns(500));
    await sold(tenant, { ...strangers, status: 'cancelled' }, ({ status }) => status === 'cancelled');
    expect(await keptWith(id)).toBeNull();
    expect((await walletOf(tenant.api, ana.customerId)).cashback.activeCents).toBe(3_000);
    const own = await sold(tenant, till('0057', ana), earns(400));
    expect(await keptWith(id)).toBe(own.id);
    expect(own.id).not.toBe(sale.id);
    await verifyLedger(tenant);
  });

  it.each(['before', 'after', 'and kept by an earlier version with'])(
    'of an order that was never completed goes back to its own buyer when that is cancelled, used %s the order',
    async (when) => {
      const tenant = house.tenants[1]!;
      const { api, company, merchantId } = tenant;
      const [ana, bia] = [await somebody(tenant), await somebody(tenant)];
      const uses: string[] = [];
      const orders = [ana, bia].map(({ document }) => {
        const { id: contactId } = company.addContact({ name: 'Severina Balcão', document });
        return { contactId, totalCents: 10_000 };
      });
      const next = anOrder(company, { totalCents: 10_000 }).number + 1;
      // The other's order is meant by Ana's second use: staff took the number of another slip.
      const used = async () => {
        for (const step of [0, 1])
          uses.push(await use(ana, String(next + step), { amountCents: 1_000 }, tenant));
      };
      if (when === 'before') await used();
      const [own, strangers] = orders.map((draft) => anOrder(company, draft));
      expect([own!.number, strangers!.number]).toEqual([next, next + 1]);
      const saleOf = (orderId: number) =>
        house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });
      const both = (status: string) =>
        until(`both to be ${status}`, async () => {
          const read = await Promise.all([own!, strangers!].map(({ id }) => saleOf(id)));
          return read.every((sale) => sale?.source.status === status && sale.source.readAt !== null) && read;
        });
      const open = await both('open');
      if (when !== 'before') await used();
      expect(await Promise.all(uses.map((id) => keptWith(id, tenant)))).toEqual([null, null]);
      if (when.startsWith('and kept'))
        for (const [at, id] of uses.entries()) {
          const { redemptions } = house.store;
          const kept = (await redemptions.get(merchantId, id))!;
          await redemptions.keepSale(merchantId, kept, open[at]!.id, Date.now());
        }
      for (const { id } of [own!, strangers!]) company.cancelOrder(id);
      const [mine] = await both('cancelled');
      const left = async () => (await walletOf(api, ana.customerId)).cashback.activeCents;
      await until('what paid her own to be back', async () => (await left()) >= 4_000);
      expect(await keptWith(uses[0]!, tenant)).toBe(mine!.id);
      await until('the stranger’s to be looked up', async () => {
        const sale = await saleOf(strangers!.id);
        return sale?.owner.customerId === bia.customerId && sale.benefit.voided;
      });
      expect(await keptWith(uses[1]!, tenant)).toBeNull();
      expect(await left()).toBe(4_000);
      await verifyLedger(tenant);
    },
  );

  it('of an order that was cancelled before anybody used it: what is used after that stays used, however often it is read', async () => {
    const tenant = house.tenants[1]!;
    const { api, company, merchantId } = tenant;
    const ana = await somebody(tenant);
    const { id: contactId } = company.addContact({ name: 'Severina Balcão', document: ana.document });
    const order = anOrder(company, { contactId, totalCents: 10_000 });
    company.cancelOrder(order.id);
    const saleOf = () =>
      house.store.sales.find({ merchantId, channel: 'bling', externalId: String(order.id) });
    await until('it to be over', async () => {
      const sale = await saleOf();
      return sale?.source.status === 'cancelled' && sale.benefit.voided;
    });
    const id = await use(ana, String(order.number), { amountCents: 1_000 }, tenant);
    company.patchOrder(order.id, { totalCents: 12_000 });
    await until('it to be read again', async () => (await saleOf())!.content.totalCents === 12_000);
    await comesToRest(house);
    expect((await saleOf())!.owner.customerId).toBeNull();
    expect(await keptWith(id, tenant)).toBeNull();
    expect((await walletOf(api, ana.customerId)).cashback.activeCents).toBe(4_000);
    await verifyLedger(tenant);
  });

  it('tells two shops of one merchant apart', async () => {
    const { tenant } = house;
    const ana = await somebody();
    const [here, there] = [till('70', ana), till('70', ana, { storeId: 'praia' })];
    const centro = await sold(tenant, here, earns(500));
    const praia = await sold(tenant, there, earns(500));
    const id = await use(ana, '#70', { storeId: 'praia' });
    await saleUntil(tenant, praia.id, earns(400));
    expect(await keptWith(id)).toBe(praia.id);
    (await tenant.api.post(`/v1/redemptions/${id}/rollback`, {})).expect(200);
    await saleUntil(tenant, praia.id, earns(500));
    expect((await saleUntil(tenant, centro.id, earns(500))).earnedCents).toBe(500);
    await verifyLedger(tenant);
  });

  it('is of the same shop also where use and sale call it by different names', async () => {
    const { tenant, store } = house;
    const shop = { name: 'Norte', zone: 'America/Sao_Paulo', channels: ['205'], documents: [] };
    const { id: storeId } = (await store.shops.create(tenant.merchantId, shop, new Date()))!;
    const ana = await somebody();
    for (const [number, inShop] of [
      ['75', '205'],
      ['76', storeId],
    ] as const) {
      const before = await use(ana, number, { storeId: inShop });
      expect(await store.redemptions.get(tenant.merchantId, before)).toMatchObject({ storeId });
      const sale = await sold(tenant, till(number, ana, { storeId: '205' }), earns(400));
      expect(await keptWith(before)).toBe(sale.id);
      (await tenant.api.post(`/v1/redemptions/${before}/rollback`, {})).expect(200);
      await saleUntil(tenant, sale.id, earns(500));
      const later = await use(ana, number, { storeId: inShop });
      await saleUntil(tenant, sale.id, earns(400));
      expect(await keptWith(later)).toBe(sale.id);
      (await tenant.api.post(`/v1/redemptions/${later}/rollback`, {})).expect(200);
    }
    await verifyLedger(tenant);
  });

  it('goes with the claim of the sale to another, and to the sale that is meant then', async () => {
    const { tenant } = house;
    const [ana, bia] = [await somebody(), await somebody()];
    const unowned = await sold(tenant, till('80', null), ({ status }) => status === 'unidentified');
    const id = await use(ana, '80');
    expect(await keptWith(id)).toBe(unowned.id);
    const own = await sold(tenant, till('80', ana), earns(500));
    const claim = { customerId: bia.customerId };
    (await tenant.api.post(`/v1/sales/${unowned.id}/customer`, claim)).expect(200);
    await saleUntil(tenant, own.id, earns(400));
    expect(await keptWith(id)).toBe(own.id);
    await saleUntil(tenant, unowned.id, earns(500));
    await verifyLedger(tenant);
  });

  it('is found when the two who used and bought become one, and again not when that is undone', async () => {
    const { tenant } = house;
    const [ana, same] = [await somebody(), await somebody()];
    const id = await use(ana, '90');
    const sale = await sold(tenant, till('90', same), earns(500));
    const merge = { from: ana.customerId, reason: 'mesma pessoa', force: true };
    const merges = `/v1/customers/${same.customerId}/merges`;
    const made = (await tenant.api.post<{ id: string }>(merges, merge)).expect(201).body;
    await until('the use to name the sale', async () => (await keptWith(id)) === sale.id);
    await saleUntil(tenant, sale.id, earns(400));
    (await tenant.api.post(`/v1/merges/${made.id}/undo`, { reason: 'engano' })).expect(200);
    await until('the use to name none', async () => (await keptWith(id)) === null);
    await saleUntil(tenant, sale.id, earns(500));
    await verifyLedger(tenant);
  });

  it('is kept whichever of use and sale comes first, also at the same moment', async () => {
    const { tenant } = house;
    const pairs = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const ana = await somebody();
        const [id, sale] = await Promise.all([
          use(ana, `10${index}`),
          sold(tenant, till(`10${index}`, ana), ({ status }) => status === 'active'),
        ]);
        return { id, sale };
      }),
    );
    for (const { id, sale } of pairs) {
      await until(`use ${id} to be kept`, async () => (await keptWith(id)) === sale.id);
      await saleUntil(tenant, sale.id, earns(400));
    }
    await verifyLedger(tenant);
  });
});

describe('the migration that keeps sales with the uses there are', () => {
  it('resolves them in steps, as often as it is run, and writes nothing when it is dry', async () => {
    const { tenant } = house;
    const ana = await somebody();
    const sale = await sold(tenant, till('00200', ana), earns(500));
    const id = await use(ana, '200');
    await saleUntil(tenant, sale.id, earns(400));
    const mongo = await connectMongo(house.config.mongodbUri);
    try {
      await mongo
        .of(redemptionModel)
        .collection.updateMany({}, { $unset: { saleId: 1, saleKey: 1, useNumber: 1 } });
      await mongo
        .of(saleModel)
        .collection.updateMany(
          {},
          { $unset: { refKeys: 1, usesFoundBy: 1, formerPins: 1 }, $inc: { version: 1 } },
        );
      const run = async (dryRun: boolean, migration = keptSales(Buffer.alloc(32, 7))): Promise<number> => {
        let changed = 0;
        let cursor: string | null = null;
        do {
          const step = await migration.step(mongo, { cursor, limit: 2, dryRun });
          changed += step.changed;
          cursor = step.cursor;
        } while (cursor !== null);
        return changed;
      };
      const would = await run(true);
      expect(would).toBeGreaterThan(0);
      expect(await keptWith(id)).toBeNull();
      expect(await run(false)).toBe(would);
      expect(await keptWith(id)).toBe(sale.id);
      expect(await run(false)).toBe(0);
      await run(false, attestSales);
      // The uses were attested with what was taken from them here by hand: that alone is found.
      const problems = await ledgerProblems(tenant);
      expect(problems).toContainEqual(expect.objectContaining({ subject: id }));
      for (const { subject, problem } of problems) {
        expect(subject).toMatch(/^red_/);
        expect(problem).toMatch(/^had been changed when attestation/);
      }
    } finally {
      await mongo.connection.close();
    }
  });
});
