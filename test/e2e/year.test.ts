import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saleIdOf } from '../../src/ids';
import { playHistory } from '../../src/loyalty';
import type { HistoryEntry } from '../../src/loyalty';
import { aYear, YEAR_PROGRAM } from '../year/a-year';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';
import { YearOnEngines } from './year-on-engines';

const SALES = 500;
const CUSTOMERS = 60;
const DAY = 86_400_000;

let house: TimeHouse;
beforeAll(async () => {
  house = await openTimeHouse(YEAR_PROGRAM);
});
afterAll(() => house.close());

/** An entry without its instant: the engines need some milliseconds for what the history does at once. */
function comparable({
  type,
  key,
  customerId,
  benefit,
  programVersion,
  ruleId,
  moves,
  debt,
}: Omit<HistoryEntry, 'at' | 'cause'>): string {
  return JSON.stringify({ type, key, customerId, benefit, programVersion, ruleId, moves, debt });
}

describe('a year of one merchant through the real engines', () => {
  it(
    'comes to the same ledger as the pure core, entry by entry and to the cent',
    async () => {
      const { store, merchantId, env } = house;
      const customers: string[] = [];
      for (let index = 0; index < CUSTOMERS; index += 1) {
        const contact = {
          externalKey: `year:${index}`,
          name: null,
          document: null,
          phones: [],
          emails: [],
          birthDate: null,
        };
        customers.push((await store.customers.identify(merchantId, contact, new Date())).customerId);
      }
      const now = await env.currentTimeMs();
      const begin = Math.ceil(now / DAY) * DAY + DAY / 2;
      const names = {
        saleId: (index: number) => saleIdOf({ merchantId, channel: 'pos', externalId: `venda-${index}` }),
        customerId: (index: number) => customers[index]!,
      };
      const asked = aYear({ sales: SALES, customers: CUSTOMERS, seed: 500, begin }, names);
      const results = playHistory({ program: YEAR_PROGRAM, events: asked }).results;
      const events = asked.filter((_event, index) => 'ok' in results[index]!);
      const end = new Date(begin + 460 * DAY).toISOString();
      const history = playHistory({ program: YEAR_PROGRAM, events: [...events, { at: end, do: 'tick' }] });
      expect(history.problems).toEqual([]);

      const engines = new YearOnEngines(house, names);
      for (const event of events) await engines.happen(event);
      await engines.waitUntil(Date.parse(end));

      const { entries, problems } = await engines.ledger(customers);
      expect(problems).toEqual([]);
      expect(entries.map(comparable).sort()).toEqual(history.entries.map(comparable).sort());
      for (const customerId of customers)
        expect(await engines.wallet(customerId)).toEqual(history.wallets[customerId] ?? engines.nothing());
    },
    20 * 60_000,
  );
});
