import { cpf } from 'cpf-cnpj-validator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { ProgramInput } from '../../src/loyalty';
import { aProgram } from './builders';
import { saleUntil, sold } from './counter';
import type { CounterSale } from './counter';
import { comesToRest } from './at-rest';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/** All three benefits side by side, with a cap, and messages that would be sent. */
const PROGRAM = aProgram({
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 }, capPerSaleCents: 1_500 },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
      { id: 'vale', grant: { type: 'voucher', template: 'dez' }, when: { minSaleCents: 30_000 } },
    ],
  },
  vouchers: { dez: { discount: { type: 'amount', cents: 1_000 }, validity: 'P60D' } },
});
const PEOPLE = 6;
const SALES = 60;

let house: House;
let raw: mongoose.Connection;
beforeAll(async () => {
  house = await openHouse({ program: PROGRAM });
  raw = await mongoose.createConnection(house.env['MONGODB_URI']!).asPromise();
});
afterAll(async () => {
  await raw.close();
  await house.close();
});

/** Every document of every collection but of those that looking may change. */
async function everything(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const { name } of await raw.db!.listCollections().toArray()) {
    if (['simulations', 'simulation_turns', 'call_slots', 'call_places'].includes(name)) continue;
    found[name] = await raw.db!.collection(name).find().sort({ _id: 1 }).toArray();
  }
  return found;
}

/** The same once nothing is going on any more. */
async function everythingAtRest(): Promise<Record<string, unknown[]>> {
  await comesToRest(house);
  return everything();
}

interface SimulationJson {
  id: string;
  state: string;
  progress: { done: number; total: number };
  failure?: { code: string };
  result: {
    played: { sales: number; customers: number };
    current: Cost;
    draft: Cost;
    difference: object;
    sales: Comparison;
    customers: Comparison;
    liability: { current: object }[];
    rules: { current: { ruleId: string; paid: number; cutByCaps: number }[] };
  };
}
interface Lot {
  type: 'cashback' | 'points' | 'voucher';
  buckets: Record<string, number>;
}
interface Grant {
  ruleId: string;
  type: Lot['type'];
  granted: number;
  taken: number;
  letOff: number;
  lapsed: number;
}
interface Cost {
  cashback: Record<string, number>;
  points: Record<string, number>;
  vouchers: Record<string, number>;
  unpayable: Record<string, number>;
  totalCents: number;
}
interface Comparison {
  more: { count: number };
  less: { count: number };
  same: { count: number };
}

async function simulated(program: ProgramInput): Promise<SimulationJson> {
  const { api } = house.tenant;
  const { id } = (await api.post<SimulationJson>('/v1/program/simulations', { program })).expect(201).body;
  return until('the simulation to end', async () => {
    const { body } = (await api.get<SimulationJson>(`/v1/program/simulations/${id}`)).expect(200);
    return body.state === 'running' ? null : body;
  });
}

describe('a reference sale', () => {
  it('tells everything about an order, and leaves the store and everybody’s inbox as they were', async () => {
    const { company, api, connectionId } = house.tenant;
    company.setWebhookMode('dropped');
    const buyer = aBuyer(company);
    const order = anOrder(company, { contactId: buyer.id, totalCents: 33_000, freightCents: 2_000 });
    const before = await everythingAtRest();
    const path = `/v1/connections/${connectionId}/test-sale`;
    const open = (await api.post(path, { orderId: order.id })).expect(200).body;
    company.completeOrder(order.id);
    const done = (await api.post(path, { orderId: String(order.id) })).expect(200).body;
    expect(open).toMatchObject({ state: { outcome: 'open', counts: false }, customer: { state: 'new' } });
    expect(done).toMatchObject({
      program: { source: 'current', version: 1 },
      state: { outcome: 'completed', counts: true },
      customer: { state: 'new', reachable: { whatsapp: true, email: true } },
      benefits: [
        { ruleId: 'cashback-5', amount: 1_500 },
        { ruleId: 'pontos', amount: 310 },
        { ruleId: 'vale', amount: 1, voucher: { template: 'dez' } },
      ],
      messages: expect.arrayContaining([expect.objectContaining({ kind: 'earned' })]) as unknown,
      known: null,
    });
    const draft = { ...PROGRAM, name: 'Rascunho', earning: { rules: [PROGRAM.earning.rules[1]] } };
    expect((await api.post(path, { orderId: order.id, program: draft })).expect(200).body).toMatchObject({
      program: { source: 'draft', version: null },
      benefits: [{ ruleId: 'pontos', amount: 310 }],
    });
    expect(await everythingAtRest()).toEqual(before);
    expect(house.simulator.whatsapp.messages(buyer.mobile)).toEqual([]);
    expect(house.simulator.mail.messages(buyer.email)).toEqual([]);
    const unknown = (await api.post<{ code: string }>(path, { orderId: '1' })).expect(404);
    expect(unknown.body.code).toBe('order_not_found');
    company.setWebhookMode('live');
  });

  it('asks to authorise again when Bling has withdrawn the app', async () => {
    const other = await openHouse({ program: PROGRAM, worker: false });
    try {
      const { company, api, connectionId } = other.tenant;
      const order = anOrder(company, { totalCents: 10_000 });
      company.revokeAccess();
      const path = `/v1/connections/${connectionId}/test-sale`;
      const { body } = (await api.post<{ code: string }>(path, { orderId: order.id })).expect(409);
      expect(body.code).toBe('bling_authorization_needed');
    } finally {
      await other.close();
    }
  });
});

describe('a simulation on the real engines', () => {
  const documents = Array.from({ length: PEOPLE }, () => cpf.generate());
  const posted = (index: number): Record<string, unknown> => ({
    channel: 'pos',
    externalId: `PDV-${index}`,
    number: `${20_000 + index}`,
    soldAt: new Date().toISOString(),
    totalCents: 3_000 + ((index * 7_919) % 47_000),
    freightCents: index % 5 === 0 ? 700 : 0,
    customer: { name: 'Severina Balcão', document: documents[index % PEOPLE]! },
    status: 'completed',
  });
  const sales: CounterSale[] = [];

  /** Sixty sales, and much of what can happen to them. */
  async function aBusyTime(): Promise<void> {
    const { tenant } = house;
    const { api } = tenant;
    for (let first = 0; first < SALES; first += 10) {
      const batch = Array.from({ length: 10 }, (_, index) => sold(tenant, posted(first + index)));
      sales.push(...(await Promise.all(batch)));
    }
    const spend = async (index: number, ref: number | null, type: 'cashback' | 'points'): Promise<string> => {
      const { customerId } = sales[index]!;
      const use = type === 'cashback' ? { amountCents: 700 } : { points: 90 };
      const saleRef = ref === null ? {} : { saleRef: `${20_000 + ref}` };
      const body = { customerId, type, ...use, saleTotalCents: 30_000, confirm: true, ...saleRef };
      return (await api.post<{ id: string }>('/v1/redemptions', body)).expect(201).body.id;
    };
    const undone = await spend(0, null, 'cashback');
    (await api.post(`/v1/redemptions/${undone}/rollback`)).expect(200);
    await spend(1, 13, 'cashback');
    await spend(2, 14, 'cashback');
    await spend(3, null, 'points');
    for (const index of [10, 11]) {
      const { benefit } = await saleUntil(
        tenant,
        sales[index]!.id,
        (sale) => sale.benefit.vouchers.length > 0,
      );
      const use = { saleTotalCents: 9_000, saleRef: `${20_000 + index + PEOPLE}` };
      (await api.post(`/v1/vouchers/${benefit.vouchers[0]!.code}/redeem`, use)).expect(200);
    }
    for (const index of [4, 5, 6])
      (await api.post(`/v1/sales/${sales[index]!.id}/returns`, { amountCents: 1_234 })).expect(201);
    for (const index of [14, 20, 27, 33, 41])
      await sold(tenant, { ...posted(index), status: 'cancelled' }, ({ status }) => status === 'cancelled');
    const credit = { type: 'cashback', cents: 500, reason: 'Gentileza' };
    (await api.post(`/v1/customers/${sales[0]!.customerId}/adjustments`, credit)).expect(201);
    await saleUntil(tenant, sales[14]!.id, ({ refundedCents }) => refundedCents === 700);
  }

  /** What the ledger really holds, from the documents. */
  async function ledgerTotals(): Promise<Record<'cashback' | 'points' | 'voucher', Record<string, number>>> {
    const sums = (): Record<string, number> => ({ granted: 0, taken: 0, spent: 0, expired: 0, held: 0 });
    const totals = { cashback: sums(), points: sums(), voucher: sums() };
    for (const { type, buckets } of await raw.db!.collection<Lot>('lots').find().toArray()) {
      totals[type]['spent']! += buckets['spent']!;
      totals[type]['expired']! += buckets['expired']!;
      totals[type]['held']! += buckets['pending']! + buckets['active']! + buckets['reserved']!;
    }
    for (const { type, granted, taken } of await raw.db!.collection<Grant>('grants').find().toArray()) {
      totals[type]['granted']! += granted;
      totals[type]['taken']! += taken;
    }
    return totals;
  }

  it('of the current program costs what the ledger holds to the cent, and differs in nothing', async () => {
    await aBusyTime();
    const before = await everythingAtRest();
    const { state, result, progress } = await simulated(PROGRAM);
    expect(state).toBe('finished');
    expect(progress.done).toBe(progress.total);
    const real = await ledgerTotals();
    const { cashback, points, vouchers, unpayable } = result.current;
    expect(unpayable).toEqual({ uses: 0, cashbackCents: 0, points: 0, vouchers: 0 });
    expect(cashback).toMatchObject({
      grantedCents: real.cashback['granted'],
      takenBackCents: real.cashback['taken'],
      spentCents: real.cashback['spent'],
      expiredCents: real.cashback['expired'],
      outstandingCents: real.cashback['held'],
      adjustedCents: 500,
    });
    expect(points).toMatchObject({
      granted: real.points['granted'],
      takenBack: real.points['taken'],
      spent: real.points['spent'],
      outstanding: real.points['held'],
    });
    expect(vouchers).toMatchObject({
      issued: real.voucher['granted']! - real.voucher['taken']!,
      spentUses: real.voucher['spent'],
      outstandingUses: real.voucher['held'],
    });
    expect(cashback['spentCents']).toBe(700);
    expect(vouchers['spentUses']).toBe(2);
    expect(result.draft).toEqual(result.current);
    expect(JSON.stringify(result.difference)).not.toMatch(/[1-9]/);
    expect(result.sales).toMatchObject({ more: { count: 0 }, less: { count: 0 }, same: { count: SALES } });
    expect(result.played).toMatchObject({ sales: SALES, customers: PEOPLE });
    expect(result.rules.current[0]!.cutByCaps).toBeGreaterThan(0);
    expect(await everythingAtRest()).toEqual(before);
    await verifyLedger(house.tenant);
  });

  it('of a draft says what it would cost instead, and changes no more than that', async () => {
    const before = await everythingAtRest();
    const { result } = await simulated({
      ...PROGRAM,
      earning: { rules: [{ id: 'cashback-2', grant: { type: 'cashback', rateBps: 200 } }] },
    });
    const real = await ledgerTotals();
    expect(result.current.cashback['grantedCents']).toBe(real.cashback['granted']);
    expect(result.draft.cashback['grantedCents']).toBeLessThan(real.cashback['granted']!);
    expect(result.draft.points['granted']).toBe(0);
    expect(result.draft.unpayable['points']).toBe(90);
    expect(result.draft.unpayable['vouchers']).toBe(2);
    expect(result.sales.less.count).toBeGreaterThan(0);
    expect(await everythingAtRest()).toEqual(before);
  });

  it('leaves a reference sale to what other sales have used of budget and first purchase', async () => {
    const { company, api, connectionId } = house.tenant;
    company.setWebhookMode('dropped');
    const buyer = company.addContact({ name: 'Severina Balcão', document: documents[0]! });
    const order = anOrder(company, { contactId: buyer.id, totalCents: 100_000 });
    const grants = await raw.db!.collection<Grant>('grants').find({ ruleId: 'cashback-5' }).toArray();
    const deserved = grants.reduce(
      (sum, { granted, taken, letOff, lapsed }) => sum + granted - taken - letOff - lapsed,
      0,
    );
    const cashback = { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } };
    const rules = [
      { ...cashback, budgetCents: deserved + 100 },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 }, when: { firstPurchase: true } },
    ];
    const before = await everythingAtRest();
    const body = { orderId: order.id, program: { ...PROGRAM, earning: { rules } } };
    const { body: answer } = (await api.post(`/v1/connections/${connectionId}/test-sale`, body)).expect(200);
    expect(answer).toMatchObject({
      customer: { state: 'recognised', customerId: sales[0]!.customerId },
      benefits: [{ ruleId: 'cashback-5', amount: 100 }],
      explanation: [{ outcome: 'paid' }, { ruleId: 'pontos', outcome: 'not_matched' }],
    });
    expect(await everythingAtRest()).toEqual(before);
    company.setWebhookMode('live');
  });

  it('that is cancelled has failed, and says so', async () => {
    const { tenant, client, store } = house;
    const now = new Date();
    const about = { merchantId: tenant.merchantId, against: 1, from: now, end: now };
    const version = await store.programs.current(tenant.merchantId);
    const { id } = (await store.simulations.open({ ...about, draft: version!.program }, 5, now))!;
    // A delay, so that it certainly has not finished when it is cancelled.
    const handle = await client.workflow.start('simulation', {
      taskQueue: house.config.taskQueue,
      workflowId: `simulation/${tenant.merchantId}/${id}`,
      args: [{ merchantId: tenant.merchantId, simulationId: id }],
      startDelay: '1 hour',
    });
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow();
    const { body } = (await tenant.api.get<SimulationJson>(`/v1/program/simulations/${id}`)).expect(200);
    expect(body).toMatchObject({ state: 'failed', failure: { code: 'cancelled' } });
  });
});
