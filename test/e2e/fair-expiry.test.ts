import { afterEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { statusAt, walletView } from '../../src/loyalty';
import type { Message } from '../../src/store';
import { aProgram } from './builders';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';
import { until } from './until';

const zone = 'America/Sao_Paulo';
const HOUR = 3_600_000;
let house: TimeHouse;
afterEach(() => house.close());

/** A completed order of R$ 200,00 by somebody who can be written to by one channel, or by none. */
function anOrder(mobile?: string): number {
  const company = house.simulator.company();
  const contact = company.addContact({
    ...{ name: 'Ana Souza', document: '529.982.247-25' },
    ...(mobile === undefined ? {} : { mobile }),
  });
  const order = company.createOrder({ contactId: contact.id, totalCents: 20_000 });
  company.completeOrder(order.id);
  return order.id;
}

async function openHouse(): Promise<void> {
  // At 10:00 of the last day: what fails from then on is still tried at midnight.
  const messages = { expiring: { before: ['P0D'], channels: ['whatsapp' as const] } };
  house = await openTimeHouse(aProgram({ expiry: { after: 'P3D' }, messages }));
}

async function sleepUntil(at: number): Promise<void> {
  const now = await house.env.currentTimeMs();
  if (at > now) await house.env.sleep(at - now);
}

async function entries(saleId: string): Promise<{ type: string; at: number; reason: string | undefined }[]> {
  const found = await house.store.ledger.entriesOfSale(house.merchantId, saleId);
  return found.map(({ type, at, cause }) => ({ type, at, reason: cause.reason }));
}

async function reminders(saleId: string): Promise<Message[]> {
  const messages = await house.store.messages.ofSale(house.merchantId, saleId);
  return messages.filter(({ kind }) => kind === 'expiring');
}

/** The end of what the sale has given. */
async function endOf(saleId: string): Promise<number> {
  await until('the sale to be active', async () => {
    const sale = await house.store.sales.get(house.merchantId, saleId);
    return sale?.benefit.status === 'active';
  });
  return (await house.store.sales.get(house.merchantId, saleId))!.benefit.expiresAt!;
}

async function seen(saleId: string, now: number): Promise<object> {
  const { store, merchantId } = house;
  const sale = (await store.sales.get(merchantId, saleId))!;
  const wallet = (await store.wallets.read(merchantId, sale.owner.customerId!, { saleId }))!;
  const { cashback, expirations } = walletView(wallet, now);
  const owed = await store.reports.outstanding(merchantId, { zone, now: new Date(now) }, null);
  const asked = { benefit: 'cashback', state: 'active', ends: null, now: new Date(now), limit: 10 } as const;
  const behind = await store.reports.lots(merchantId, asked);
  return {
    ...{ status: statusAt(sale, wallet, now), active: cashback.activeCents },
    ends: expirations.map(({ date }) => date),
    owed: owed.reduce((sum, { active }) => sum + active, 0),
    behind: behind.reduce((sum, { amount }) => sum + amount, 0),
  };
}

const dateOf = (at: number): string => DateTime.fromMillis(at, { zone }).toISODate()!;

describe('a lot of whose end nobody could be reminded', () => {
  it('goes on once, as the clock has it before anybody writes it down, and ends then', async () => {
    await openHouse();
    house.simulator.whatsapp.faults.inject({ kind: 'server-error', times: 1_000 });
    const { saleId, handle } = await house.announce(anOrder('(11) 98765-4321'));
    const end = await endOf(saleId);
    const later = DateTime.fromMillis(end, { zone }).plus({ days: 1 }).toMillis();
    expect(await seen(saleId, end)).toEqual({
      ...{ status: 'active', active: 1_000, ends: [dateOf(end)], owed: 1_000, behind: 1_000 },
    });
    expect(await seen(saleId, later)).toMatchObject({ status: 'expired', active: 0, owed: 0, behind: 0 });

    await sleepUntil(end + 3 * HOUR);
    await until('it to be written down', async () =>
      (await entries(saleId)).some(({ type }) => type === 'EXTEND'),
    );
    expect((await entries(saleId)).at(-1)).toEqual({
      ...{ type: 'EXTEND', at: end, reason: 'Nenhum canal aceitou o aviso de vencimento a tempo' },
    });
    expect((await house.store.ledger.verify(house.merchantId)).problems).toEqual([]);
    house.simulator.whatsapp.faults.clear();

    expect(await handle.result()).toMatchObject({ status: 'expired' });
    expect((await entries(saleId)).slice(-2).map(({ type, at }) => [type, at])).toEqual([
      ['EXTEND', end],
      ['EXPIRE', later],
    ]);
    const told = (await reminders(saleId)).filter(({ sentAt }) => sentAt !== null);
    expect(told.map(({ sentAt }) => dateOf(sentAt!.getTime()))).toEqual([dateOf(end)]);
    expect((await house.store.ledger.verify(house.merchantId)).problems).toEqual([]);
  });

  it('ends when it says where no channel reaches its customer', async () => {
    await openHouse();
    const { saleId, handle } = await house.announce(anOrder());
    const end = await endOf(saleId);
    expect(await handle.result()).toMatchObject({ status: 'expired' });
    expect((await entries(saleId)).slice(-2)).toEqual([
      expect.objectContaining({ type: 'REMIND', reason: 'Nenhum canal para avisar do vencimento' }),
      expect.objectContaining({ type: 'EXPIRE', at: end }),
    ]);
  });

  it('ends when it says where its merchant writes to nobody', async () => {
    await openHouse();
    expect(await house.store.merchants.setLive(house.merchantId, null)).toBe(true);
    const { saleId, handle } = await house.announce(anOrder('(11) 98765-4321'));
    const end = await endOf(saleId);
    expect(await handle.result()).toMatchObject({ status: 'expired' });
    expect((await entries(saleId)).slice(-2)).toEqual([
      expect.objectContaining({ type: 'REMIND', reason: 'A loja não escreve aos clientes' }),
      expect.objectContaining({ type: 'EXPIRE', at: end }),
    ]);
    expect((await reminders(saleId)).map(({ state }) => state)).not.toContain('sent');
  });
});
