import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { saleIdOf } from '../../src/ids';
import type { Store } from '../../src/store';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/*
 * Many sales of one company before a Bling that answers three of them a second, or none: how often each of them comes.
 */

/** Of one company at once; `BURST=300` sends as many as a shop's busiest minutes bring, which takes five minutes. */
const BURST = Number(process.env['BURST'] ?? 40);
const WAITING = 25;
const EIGHT_MINUTES = 480_000;

let house: House;
let database: Connection;
/** How often each caller came, by his key, and how many calls were let go. */
const came = new Map<string, number>();
let calls = 0;

function counting(store: Store): Store {
  const { take } = store.callPlaces;
  const counted: typeof take = async (companyId, caller) => {
    const turn = await take(companyId, caller);
    came.set(caller.key, (came.get(caller.key) ?? 0) + 1);
    if (turn.kind === 'go') calls += 1;
    return turn;
  };
  return { ...store, callPlaces: { ...store.callPlaces, take: counted } };
}

beforeAll(async () => {
  house = await openHouse({ companies: 2, program: aProgram({ messages: {} }), watch: counting });
  database = await mongoose.createConnection(house.config.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await house.close();
});
beforeEach(() => {
  came.clear();
  calls = 0;
});

const attempts = (): number => [...came.values()].reduce((sum, times) => sum + times, 0);

/** So many completed orders; answers the ids of their sales. */
function completed(tenant: House['tenant'], count: number): string[] {
  const { company, merchantId } = tenant;
  const buyer = aBuyer(company);
  return Array.from({ length: count }, () => {
    const { id } = anOrder(company, { contactId: buyer.id, totalCents: 10_000 });
    company.completeOrder(id);
    return saleIdOf({ merchantId, channel: 'bling', externalId: String(id) });
  });
}

async function paid(tenant: House['tenant'], saleIds: readonly string[]): Promise<number> {
  const sales = await Promise.all(saleIds.map((id) => house.store.sales.get(tenant.merchantId, id)));
  return sales.filter((sale) => sale && sale.benefit.earnedCents > 0).length;
}

describe(`${BURST} sales of one company at once`, () => {
  it(
    'come twice at most for each call that they make',
    async () => {
      const { tenant } = house;
      const saleIds = completed(tenant, BURST);
      await until(
        'all of them to be paid',
        async () => (await paid(tenant, saleIds)) === BURST,
        EIGHT_MINUTES,
      );
      // Each order is read, and its contact, which those who ask for it together read once.
      expect(calls).toBeGreaterThan(BURST);
      expect(attempts()).toBeLessThanOrEqual(2 * calls);
      await verifyLedger(tenant);
    },
    EIGHT_MINUTES,
  );
});

describe(`${WAITING} sales of a company that does not answer`, () => {
  it(
    'rest meanwhile, and are woken with the first answer',
    async () => {
      const tenant = house.tenants[1]!;
      const { company } = tenant;
      const places = database.collection<{ _id: string; rests?: number }>('call_places');
      const slots = database.collection<{ _id: string; circuit: { pauses: number }; turn: number }>(
        'call_slots',
      );
      const resting = (): Promise<number> =>
        places.countDocuments({ _id: { $regex: `^${company.id}/` }, rests: { $gt: 0 } });
      company.injectFault({ kind: 'server-error', times: 100_000 });
      const saleIds = completed(tenant, WAITING);
      await until('all but one to rest', async () => (await resting()) === WAITING - 1);
      expect(Math.max(...came.values())).toBeLessThan(10);
      const [attemptsBefore, callsBefore] = [attempts(), calls];

      // Pauses are over, and others come, until one of them is answered.
      house.simulator.clearFaults();
      await until('an answer', async () => {
        await slots.updateOne(
          { _id: company.id, 'circuit.pauses': { $gt: 0 } },
          { $set: { 'circuit.openUntil': Date.now() - 1, 'circuit.trying': false }, $inc: { turn: 1 } },
        );
        saleIds.push(...completed(tenant, 1));
        await delay(3_000);
        return (await slots.findOne({ _id: company.id }))?.circuit.pauses === 0;
      });
      await until('all to be paid', async () => (await paid(tenant, saleIds)) === saleIds.length);
      expect(attempts() - attemptsBefore).toBeLessThanOrEqual(2 * (calls - callsBefore));
      expect(await resting()).toBe(0);
      await verifyLedger(tenant);
    },
    EIGHT_MINUTES,
  );
});
