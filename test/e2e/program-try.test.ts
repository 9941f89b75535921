import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';

interface Tried {
  tried: { totals: { cents: number }; explanation: { outcome: string; lines: string[] }[] };
  current: { version: number; totals: { cents: number } };
  difference: { cents: number };
  changes: { text: string }[];
}

const program = (rateBps: number, capPerCustomerPerMonthCents?: number) =>
  aProgram({
    earning: {
      rules: [
        {
          ...{ id: 'cashback', grant: { type: 'cashback', rateBps }, when: { minSaleCents: 5_000 } },
          ...(capPerCustomerPerMonthCents === undefined ? {} : { capPerCustomerPerMonthCents }),
        },
      ],
    },
  });

let house: House;
let sale: CounterSale;
beforeAll(async () => {
  house = await openHouse({ program: program(500) });
  sale = await sold(house.tenant, aCounterSale('centro'));
});
afterAll(() => house.close());

const tried = async (body: object): Promise<Tried> =>
  (await house.tenant.api.post<Tried>('/v1/program/try', body)).expect(200).body;

describe('a draft tried on one sale', () => {
  it('shows what would be different, and writes nothing', async () => {
    const { store, tenant } = house;
    const before = await store.ledger.statement(tenant.merchantId, sale.customerId!, { limit: 100 });
    const answer = await tried({ program: program(700), saleId: sale.id });
    expect(answer).toMatchObject({
      tried: { totals: { cents: 700 } },
      current: { version: 1, totals: { cents: 500 } },
      difference: { cents: 200 },
    });
    expect(answer.changes).toHaveLength(1);
    expect(await store.ledger.statement(tenant.merchantId, sale.customerId!, { limit: 100 })).toEqual(before);
    expect((await store.programs.current(tenant.merchantId))?.version).toBe(1);
  });

  it('does not count the sale itself for a cap, and others of the month do', async () => {
    const { customerId } = sale;
    const own = await tried({ program: program(500, 600), saleId: sale.id });
    expect(own.tried.totals.cents).toBe(500);
    const typed = { totalCents: 10_000, customerId };
    expect((await tried({ program: program(500, 600), sale: typed })).tried.totals.cents).toBe(100);
    expect(
      (await tried({ program: program(500, 600), sale: { totalCents: 10_000 } })).tried.totals.cents,
    ).toBe(500);
  });

  it('says of a small sale what it lacked', async () => {
    const { tried: outcome } = await tried({ sale: { totalCents: 4_990 } });
    expect(outcome.explanation[0]).toMatchObject({
      outcome: 'not_matched',
      lines: ['Faltaram R$ 0,10 para a venda mínima de R$ 50,00'],
    });
  });

  it('is the next version once it is published, with what it changed', async () => {
    const { api } = house.tenant;
    (await api.put('/v1/program', program(700))).expect(200);
    type Versions = { data: { version: number; changes: { text: string }[] }[] };
    const { data } = (await api.get<Versions>('/v1/program/versions')).expect(200).body;
    expect(data.map(({ version }) => version)).toEqual([2, 1]);
    expect(data[0]!.changes.map(({ text }) => text).join()).toMatch(/7%/);
  });
});
