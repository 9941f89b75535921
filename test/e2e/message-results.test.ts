import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InvitedAsked } from '../../src/store';
import { openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';

const MINE = 'mer_mine';
const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1, 15);
const day = (n: number): Date => new Date(START + n * DAY);

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

let made = 0;

/** What an outbox has, as far as a report reads it. */
async function message(fields: {
  customerId: string;
  at: Date;
  merchantId?: string;
  kind?: string;
  channel?: string;
  state?: string;
  reason?: string | null;
}): Promise<void> {
  const { at: createdAt, ...told } = fields;
  made += 1;
  const whole = {
    merchantId: MINE,
    kind: 'repurchase',
    channel: 'whatsapp',
    state: 'read',
    reason: null,
    ...told,
  };
  await database.db.collection<{ _id: string }>('messages').insertOne({
    ...{ _id: `${whole.merchantId}/${made}`, ...whole, saleId: null, providerId: null, attempts: 1 },
    ...{ createdAt, updatedAt: createdAt },
  });
}

async function purchase(customerId: string, at: Date, totalCents: number, change = {}): Promise<void> {
  made += 1;
  await database.db.collection<{ _id: string }>('sales').insertOne({
    ...{ _id: `sal_${made}`, merchantId: MINE, customerId, soldAt: at, totalCents, status: 'active' },
    ...{ createdAt: at, ...change },
  });
}

const heldOut = { state: 'skipped', reason: 'holdout' };
const period = { from: day(0), end: day(30) };
const asked: InvitedAsked = {
  ...{ ...period, zone: 'America/Sao_Paulo', kinds: ['repurchase', 'winBack'], withinMs: 10 * DAY },
  ...{ barredBy: ['no_address', 'opted_out'], statuses: ['active', 'used'] },
};

describe('what messages did', () => {
  beforeAll(async () => {
    await database.db.collection<{ _id: string }>('customers').insertMany([
      ...['ana', 'bia', 'caio', 'davi', 'eva', 'gil', 'iva', 'lia'].map((_id) => ({
        ...{ _id, merchantId: MINE, mergedInto: null, name: null },
      })),
      { _id: 'former', merchantId: MINE, mergedInto: 'between', name: null } as never,
      { _id: 'between', merchantId: MINE, mergedInto: 'now', name: null } as never,
      { _id: 'now', merchantId: MINE, mergedInto: null, name: null } as never,
    ]);
    // Invited by two channels, one of them without an address, and again later: one customer, from the first on.
    await message({ customerId: 'ana', at: day(1) });
    await message({
      customerId: 'ana',
      at: day(1),
      channel: 'email',
      state: 'skipped',
      reason: 'no_address',
    });
    await message({ customerId: 'ana', at: day(25) });
    await purchase('ana', day(0), 1);
    await purchase('ana', day(1), 2);
    await purchase('ana', new Date(day(1).getTime() + 1), 1_000);
    await purchase('ana', new Date(day(11).getTime() - 1), 500);
    await purchase('ana', day(11), 4);
    // Came back before it was sent: invited all the same.
    await message({ customerId: 'bia', at: day(2), state: 'skipped', reason: 'bought_since' });
    await purchase('bia', day(3), 2_000, { status: 'used' });
    // Its sale did not come about.
    await message({ customerId: 'caio', at: day(2), state: 'failed', reason: 'unreachable' });
    await purchase('caio', day(3), 9_000, { status: 'cancelled' });
    // Could not be written to at all: in neither group.
    await message({ customerId: 'davi', at: day(2), state: 'skipped', reason: 'no_address' });
    await purchase('davi', day(3), 9_000);
    await message({ customerId: 'eva', at: day(4), ...heldOut });
    await message({ customerId: 'eva', at: day(4), channel: 'email', ...heldOut });
    await purchase('eva', day(5), 300);
    await message({ customerId: 'lia', at: day(4), ...heldOut });
    // The share of those left out was raised between two invitations: in neither group.
    await message({ customerId: 'gil', at: day(3) });
    await purchase('gil', day(4), 9_000);
    await message({ customerId: 'gil', at: day(20), ...heldOut });
    // Of an order of Bling no more than the day is known: of that of the invitation it counts, of the one before not.
    const midnight = (n: number): Date => new Date(Date.UTC(2026, 8, 1 + n, 3));
    await message({ customerId: 'iva', at: day(8) });
    await purchase('iva', midnight(7), 9_000);
    await purchase('iva', midnight(8), 40);
    // Bought as whoever they have turned out to be.
    await message({ customerId: 'former', at: day(6), kind: 'winBack' });
    await purchase('now', day(7), 700);
    // Of another time, another occasion, another merchant.
    await message({ customerId: 'lia', at: day(30) });
    await message({ customerId: 'lia', at: day(5), kind: 'expiring', state: 'sent' });
    await message({ customerId: 'ana', at: day(5), merchantId: 'mer_other' });
    await purchase('lia', day(5), 9_000, { merchantId: 'mer_other' });
  });

  it('is told of those invited and those left out, each customer once', async () => {
    const found = await database.store.reports.invited(MINE, asked);
    const byGroup = new Map(found.map(({ kind, heldOut: out, ...sum }) => [`${kind} ${out}`, sum]));
    expect(Object.fromEntries(byGroup)).toEqual({
      'repurchase false': { customers: 4, cameBack: 3, totalCents: 3_540 },
      'repurchase true': { customers: 2, cameBack: 1, totalCents: 300 },
      'winBack false': { customers: 1, cameBack: 1, totalCents: 700 },
    });
    expect(await database.store.reports.invited('mer_nobody', asked)).toEqual([]);
  });

  it('is counted by occasion, channel, state and reason', async () => {
    const sums = await database.store.reports.messages(MINE, period);
    expect(sums.reduce((all, { count }) => all + count, 0)).toBe(14);
    expect(sums).toContainEqual({
      ...{ kind: 'repurchase', channel: 'whatsapp', state: 'read', reason: null, count: 4 },
    });
    expect(sums).toContainEqual({ kind: 'repurchase', channel: 'email', ...heldOut, count: 1 });
  });
});
