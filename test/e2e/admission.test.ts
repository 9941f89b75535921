import { cpf } from 'cpf-cnpj-validator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aCounterSale, outcomes, sold, tally } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { verifyLedger } from './shop';

describe('limits that many meet at once', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ program: aProgram({ messages: {} }) });
  });
  afterAll(() => house.close());

  it.each([
    ['one new person’s contact', (): string => '52998224725'],
    ['a new person’s contact each', (): string => cpf.generate()],
  ])('twenty claims of one sale with %s make one customer and one claim', async (_case, document) => {
    const { api } = house.tenant;
    const { id } = await sold(
      house.tenant,
      aCounterSale('um', { customer: undefined }),
      ({ status }) => status === 'unidentified',
    );
    const known = await customers();
    const claims = Array.from({ length: 20 }, () => ({ document: document(), name: 'Nova Pessoa' }));
    const answers = await Promise.all(
      claims.map((claim) => api.post<CounterSale & { code: string }>(`/v1/sales/${id}/customer`, claim)),
    );
    const { 200: won, ...refused } = tally(outcomes(answers));
    expect(won).toBe(1);
    expect(
      Object.keys(refused).every((one) => one === '409 request_in_progress' || one === '422 invalid_request'),
    ).toBe(true);
    expect((await customers()) - known).toBe(1);
    const sale = (await api.get<CounterSale>(`/v1/sales/${id}`)).expect(200).body;
    expect(sale.timeline.filter(({ event }) => event === 'claimed')).toHaveLength(1);
    expect(sale.earnedCents).toBe(500);
    await verifyLedger(house.tenant);
  });

  it('a refused claim lets the next one through at once', async () => {
    const { api } = house.tenant;
    const { id } = await sold(
      house.tenant,
      aCounterSale('um', { customer: undefined }),
      ({ status }) => status === 'unidentified',
    );
    (await api.post(`/v1/sales/${id}/customer`, { document: '00000000000' })).expect(422);
    (await api.post(`/v1/sales/${id}/customer`, { document: cpf.generate() })).expect(200);
  });

  it('twenty simulations at once are five', async () => {
    const { store, tenant } = house;
    const { program } = (await store.programs.current(tenant.merchantId))!;
    const now = new Date();
    const about = { merchantId: tenant.merchantId, draft: program, against: null, from: now, end: now };
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => store.simulations.open(about, 5, new Date())),
    );
    expect(opened.filter((one) => one !== null)).toHaveLength(5);
    const [first] = opened.filter((one) => one !== null);
    await store.simulations.discard(tenant.merchantId, first!.id);
    expect(await store.simulations.open(about, 5, new Date())).not.toBeNull();
    expect(await store.simulations.open(about, 5, new Date())).toBeNull();
  });

  it('twenty calls for a simulation at once begin five, and each other is told so', async () => {
    // No worker: none of the five ends and makes room before the last call has been answered.
    const program = aProgram({ messages: {} });
    const still = await openHouse({ program, worker: false });
    try {
      const { api } = still.tenant;
      const simulate = (): Promise<Answer<{ code?: string }>> =>
        api.post('/v1/program/simulations', { program });
      const answers = await Promise.all(Array.from({ length: 20 }, simulate));
      expect(tally(outcomes(answers))).toEqual({ 201: 5, '409 simulations_running': 15 });
      expect((await simulate()).status).toBe(409);
    } finally {
      await still.close();
    }
  });

  async function customers(): Promise<number> {
    const { data } = (await house.tenant.api.get<{ data: unknown[] }>('/v1/customers?query=Nova')).expect(
      200,
    ).body;
    return data.length;
  }
});
