import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { giveLots } from '../../tools/growth';
import { aContact, aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';

/*
 * Two customers with many lots each, merged by a person and told apart again, over HTTP and through the run that sees it through. How
 * long 20,000 on each side take is measured by `npm run bench:value`.
 */

const LOTS = Number(process.env['LOTS'] ?? 2_000);
/** What each lot is worth. */
const CENTS = 500;
const LONG = 1_200_000;

let house: House;
let database: Connection;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ messages: {} }) });
  database = await mongoose.createConnection(house.config.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await house.close();
});

const active = async (customerId: string): Promise<number> =>
  (await walletOf(house.tenant.api, customerId)).cashback.activeCents;

/** The same call, asked again as long as it is under way. */
async function seenThrough<Body>(path: string, body: object): Promise<Body> {
  return until(
    path,
    async () => {
      const answer = await house.tenant.api.post<Body>(path, body, `great${path}`).catch(() => null);
      return answer && answer.status < 300 ? answer.body : null;
    },
    LONG,
  );
}

describe(`two customers of ${LOTS} lots each`, () => {
  it(
    'become one and are told apart again, whatever it takes; meanwhile others are recognised as ever',
    async () => {
      const { merchantId } = house.tenant;
      const { store, config } = house;
      const opened = { store, db: database.db!, encryptionKey: config.encryptionKey };
      const [into, from] = [
        await giveLots(opened, merchantId, LOTS),
        await giveLots(opened, merchantId, LOTS),
      ];
      const why = { reason: 'Mesma pessoa', operator: 'gerente', force: true };
      const merging = seenThrough<{ id: string }>(`/v1/customers/${into}/merges`, { from, ...why });
      const contact = { ...aContact(), emails: ['bia@loja.com.br'] };
      await store.customers.identify(merchantId, contact, new Date());
      const { id } = await merging;
      expect([await active(into), await active(from)]).toEqual([2 * LOTS * CENTS, 2 * LOTS * CENTS]);
      await verifyLedger(house.tenant);
      await seenThrough(`/v1/merges/${id}/undo`, { reason: 'Engano', operator: 'gerente' });
      expect([await active(into), await active(from)]).toEqual([LOTS * CENTS, LOTS * CENTS]);
      await verifyLedger(house.tenant);
    },
    LONG,
  );
});
