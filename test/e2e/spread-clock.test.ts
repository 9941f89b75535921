import { afterEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { saleIdOf } from '../../src/ids';
import { catchUp, momentOf, statusAt, walletView } from '../../src/loyalty';
import type { SaleStatus, WalletView } from '../../src/loyalty';
import { aProgram } from './builders';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';
import { until } from './until';

const zone = 'America/Sao_Paulo';
const HOUR = 3_600_000;
const MINUTE = 60_000;
let house: TimeHouse;
afterEach(() => house.close());

/** What staff and customers are shown at an instant. */
interface Seen {
  wallet: WalletView['cashback'];
  status: SaleStatus;
  /** The statuses by which a list has it. */
  lists: SaleStatus[];
}

async function seen(saleId: string, now: number): Promise<Seen> {
  const { store, merchantId } = house;
  const sale = (await store.sales.get(merchantId, saleId))!;
  const wallet = (await store.wallets.read(merchantId, sale.owner.customerId!, { saleId }))!;
  const lists: SaleStatus[] = [];
  for (const status of ['pending', 'active', 'used', 'expired'] as const) {
    const found = await store.sales.list(merchantId, { statuses: [status], asOf: new Date(now), limit: 10 });
    if (found.some(({ id }) => id === saleId)) lists.push(status);
  }
  return { wallet: walletView(wallet, now).cashback, status: statusAt(sale, wallet, now), lists };
}

const amounts = (activeCents: number, pendingCents: number): WalletView['cashback'] => ({
  ...{ activeCents, pendingCents },
  ...{ reservedCents: 0, debtCents: 0 },
});
const PENDING: Seen = { wallet: amounts(0, 1_000), status: 'pending', lists: ['pending'] };
const ACTIVE: Seen = { wallet: amounts(1_000, 0), status: 'active', lists: ['active'] };
const EXPIRED: Seen = { wallet: amounts(0, 0), status: 'expired', lists: ['expired'] };

/** A completed order of R$ 200,00 whose sale has its moment in the middle of the two hours, and that moment. */
function anOrder(): { orderId: number; after: number } {
  const company = house.simulator.company();
  const contact = company.addContact({
    name: 'Ana Souza',
    document: '529.982.247-25',
    mobile: '(11) 98765-4321',
  });
  for (;;) {
    const order = company.createOrder({ contactId: contact.id, totalCents: 20_000 });
    const identity = {
      merchantId: house.merchantId,
      channel: 'bling' as const,
      externalId: String(order.id),
    };
    const after = momentOf(saleIdOf(identity)) * 2 * HOUR;
    if (after < 30 * MINUTE || after > 90 * MINUTE) continue;
    company.completeOrder(order.id);
    return { orderId: order.id, after };
  }
}

async function sleepUntil(at: number): Promise<void> {
  const now = await house.env.currentTimeMs();
  if (at > now) await house.env.sleep(at - now);
}

async function entries(saleId: string): Promise<{ type: string; at: number }[]> {
  const { store, merchantId } = house;
  return (await store.ledger.entriesOfSale(merchantId, saleId)).map(({ type, at }) => ({ type, at }));
}

describe('value that is due at midnight with everybody else’s', () => {
  it('is shown, listed and proved as the clock has it, and carried out in the two hours after', async () => {
    const messages = { expiring: { before: ['P1D'] }, expired: {} };
    house = await openTimeHouse(aProgram({ holding: { after: 'P1D' }, expiry: { after: 'P3D' }, messages }));
    const { orderId, after } = anOrder();
    const { saleId, handle } = await house.announce(orderId);
    await until('the sale to be pending', async () => {
      const sale = await house.store.sales.get(house.merchantId, saleId);
      return sale?.benefit.status === 'pending';
    });
    const { benefit } = (await house.store.sales.get(house.merchantId, saleId))!;
    const midnight = DateTime.fromMillis(benefit.activatesAt!, { zone });
    expect([midnight.hour, benefit.nextAt]).toEqual([0, Math.floor(benefit.activatesAt! + after)]);
    const end = midnight.plus({ days: 4 });
    expect(benefit.expiresAt).toBe(end.toMillis());

    for (const { due, before, then, entry } of [
      { due: midnight.toMillis(), before: PENDING, then: ACTIVE, entry: 'ACTIVATE' },
      { due: end.toMillis(), before: ACTIVE, then: EXPIRED, entry: 'EXPIRE' },
    ]) {
      await sleepUntil(due + MINUTE);
      const carriedOut = (await entries(saleId)).filter(({ type }) => type === entry);
      expect(carriedOut).toEqual([]);
      expect(await seen(saleId, due - 1)).toEqual(before);
      expect(await seen(saleId, due)).toEqual(then);
      expect(await seen(saleId, due + 2 * HOUR)).toEqual(then);
      expect((await house.store.ledger.verify(house.merchantId)).problems).toEqual([]);

      await sleepUntil(due + after + MINUTE);
      await until('it to be carried out', async () =>
        (await entries(saleId)).some(({ type }) => type === entry),
      );
      expect((await entries(saleId)).at(-1)).toEqual({ type: entry, at: due });
      expect(await seen(saleId, due)).toEqual(then);
      expect((await house.store.ledger.verify(house.merchantId)).problems).toEqual([]);
    }

    await handle.result();
    const told = (await house.store.messages.ofSale(house.merchantId, saleId))
      .filter(({ channel }) => channel === 'whatsapp')
      .map(({ kind, createdAt }) => [kind, createdAt.getTime()] as const);
    const atTen = end.minus({ days: 2 }).set({ hour: 10 }).toMillis();
    expect(told.map(([kind]) => kind)).toEqual(['expiring', 'expired']);
    expect(told[0]![1] - atTen).toBeGreaterThanOrEqual(Math.floor(after));
    expect(told[0]![1] - atTen).toBeLessThan(after + 10 * MINUTE);
  });

  it('can be used from that instant on and not after its end: whoever uses it finds it carried out', async () => {
    house = await openTimeHouse(aProgram({ holding: { after: 'P1D' }, expiry: { after: 'P3D' } }));
    const { saleId } = await house.announce(anOrder().orderId);
    const { store, merchantId } = house;
    await until('the sale to be pending', async () => {
      const sale = await store.sales.get(merchantId, saleId);
      return sale?.benefit.status === 'pending';
    });
    const sale = (await store.sales.get(merchantId, saleId))!;
    const { activatesAt, expiresAt } = sale.benefit;
    const usable = (now: number): Promise<number> =>
      store.wallets.change(merchantId, sale.owner.customerId!, {}, now, (book, at) => {
        catchUp(book, at);
        return { result: book.lotsByUse('cashback').reduce((sum, { buckets }) => sum + buckets.active, 0) };
      });
    await sleepUntil(activatesAt! - MINUTE);
    expect(await usable(activatesAt! - 1)).toBe(0);
    await sleepUntil(activatesAt! + MINUTE);
    expect(await usable(activatesAt!)).toBe(1_000);
    expect(await entries(saleId)).toContainEqual({ type: 'ACTIVATE', at: activatesAt });
    await sleepUntil(expiresAt! + MINUTE);
    expect(await usable(expiresAt! - 1)).toBe(1_000);
    expect(await usable(expiresAt!)).toBe(0);
    expect((await store.ledger.verify(merchantId)).problems).toEqual([]);
  });
});
