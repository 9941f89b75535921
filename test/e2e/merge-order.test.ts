import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { cpf } from 'cpf-cnpj-validator';
import { createActivities } from '../../src/activities/activities';
import type { Activities } from '../../src/activities/activities';
import { createLogger } from '../../src/log';
import { createRunRescue, createRuns } from '../../src/runs';
import { ConcurrentChangeError } from '../../src/store';
import type { Store } from '../../src/store';
import type { Sale } from '../../src/loyalty';
import type { SaleInput } from '../../src/workflows';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger, walletOf } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  (await house.tenant.api.put('/v1/program', aProgram({ messages: {} }))).expect(200);
});
afterAll(() => house.close());

interface Buyer {
  name: string;
  document: string;
}
const aBuyer = (): Buyer => ({ name: 'Ana Souza', document: cpf.generate() });
let sales = 0;
const nextId = (): string => `O-${(sales += 1)}`;

/** A sale of R$ 200,00, which earns R$ 10,00 for whom it names. */
async function post(externalId: string, customer: Buyer | null): Promise<SaleJson> {
  const posted = {
    ...{ channel: 'pos', externalId, soldAt: new Date().toISOString() },
    ...{ totalCents: 20_000 + Number(externalId.slice(2)), status: 'completed' },
    ...(customer ? { customer } : {}),
  };
  return (await house.tenant.api.post<SaleJson>('/v1/sales', posted)).expect(201).body;
}

/** The sale once it has been settled as this customer's. */
async function settledOf(id: string, customerId: string): Promise<SaleJson> {
  return until(`sale ${id} to be settled for ${customerId}`, async () => {
    const { body } = (await house.tenant.api.get<SaleJson>(`/v1/sales/${id}`)).expect(200);
    return body.status === 'active' && body.customerId === customerId && body.earnedCents > 0 ? body : null;
  });
}

async function bought(customer: Buyer): Promise<SaleJson> {
  const { id, customerId } = await post(nextId(), customer);
  return settledOf(id, customerId!);
}

async function merge(into: string, from: string): Promise<string> {
  const body = { from, reason: 'Mesma pessoa', force: true };
  return (await house.tenant.api.post<{ id: string }>(`/v1/customers/${into}/merges`, body)).expect(201).body
    .id;
}

const undo = (id: string, key?: string) =>
  house.tenant.api.post<{ code?: string }>(`/v1/merges/${id}/undo`, { reason: 'Engano' }, key);

async function instantOf(mergeId: string): Promise<number> {
  return (await house.store.merges.get(house.tenant.merchantId, mergeId))!.at.getTime();
}

async function active(customerId: string): Promise<number> {
  return (await walletOf(house.tenant.api, customerId)).cashback.activeCents;
}

/** The steps a worker runs, for running one of them by hand. */
function stepsOf({ store, client, config }: House): Activities {
  const outside = {
    tokens: null as never,
    publicUrl: '',
    bling: null as never,
    whatsapp: null,
    mailer: null,
  };
  const target = { client, taskQueue: config.taskQueue, coalesceMs: 0 };
  const runs = createRuns(target);
  const rescue = createRunRescue(target);
  return createActivities({ store, ...outside, runs, rescue, log: createLogger('silent') });
}

/** As Temporal does: what met another writer is run again. */
async function again<Found>(work: () => Promise<Found>): Promise<Found> {
  return until('the step to meet nobody', () =>
    work().catch((error: unknown) => {
      if (!(error instanceof ConcurrentChangeError)) throw error;
      return null;
    }),
  );
}

function saleInput({ id, merchantId, source: { channel, externalId, connectionId } }: Sale): SaleInput {
  return { merchantId, saleId: id, channel, externalId, connectionId, settleMs: 0 };
}

async function entriesOf(...customerIds: string[]): Promise<number> {
  const { store, tenant } = house;
  const pages = customerIds.map((id) => store.ledger.statement(tenant.merchantId, id, { limit: 100 }));
  return (await Promise.all(pages)).flat().length;
}

describe('a merge and what comes at the same time or after', () => {
  it('leaves nothing to do when its sales are read again (R43)', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const [into, from] = [ana.customerId!, too.customerId!];
    await merge(into, from);
    const before = await entriesOf(into, from);
    const { store, tenant } = house;
    for (const { id } of [ana, too]) {
      const sale = (await store.sales.get(tenant.merchantId, id))!;
      await again(() => new MockActivityEnvironment().run(stepsOf(house).settleBenefit, saleInput(sale)));
    }
    expect(await entriesOf(into, from)).toBe(before);
    await verifyLedger(tenant);
  });

  it('leaves the date of a sale to be put into another month, in which nothing counts that was handed on (R14)', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const [into, from] = [ana.customerId!, too.customerId!];
    const merged = await merge(into, from);
    const { api } = house.tenant;
    const soldAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    const told = { channel: 'pos', externalId: too.externalId, soldAt, totalCents: 40_000 };
    (await api.post('/v1/sales', { ...told, status: 'completed' })).expect(201);
    await until('the sale to earn what it says now', async () => {
      const { body } = (await api.get<SaleJson>(`/v1/sales/${too.id}`)).expect(200);
      return body.earnedCents === 2_000;
    });
    expect([await active(into), await active(from)]).toEqual([3_000, 3_000]);
    await verifyLedger(house.tenant);
    (await undo(merged)).expect(200);
    await settledOf(too.id, from);
    expect([await active(into), await active(from)]).toEqual([1_000, 2_000]);
    await verifyLedger(house.tenant);
  });

  it('gives a sale that is claimed for the record merged away to the one that remains, and back', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const [into, from] = [ana.customerId!, too.customerId!];
    const merged = await merge(into, from);
    const { id } = await post(nextId(), null);
    await until('the sale to be unidentified', async () => {
      const { body } = await house.tenant.api.get<SaleJson>(`/v1/sales/${id}`);
      return body.status === 'unidentified' ? body : null;
    });
    (await house.tenant.api.post(`/v1/sales/${id}/customer`, { customerId: from })).expect(200);
    await settledOf(id, into);
    expect([await active(into), await active(from)]).toEqual([3_000, 3_000]);
    await verifyLedger(house.tenant);
    (await undo(merged)).expect(200);
    expect((await settledOf(id, from)).customerId).toBe(from);
    expect([await active(into), await active(from)]).toEqual([1_000, 2_000]);
    await verifyLedger(house.tenant);
  });

  it('of customers between whom a sale had changed hands is undone from the last backwards', async () => {
    const [rita, rosa] = [aBuyer(), aBuyer()];
    const eva = (await bought(aBuyer())).customerId!;
    const externalId = nextId();
    const { id, customerId: first } = await post(externalId, rita);
    await settledOf(id, first!);
    const { customerId: second } = await post(externalId, rosa);
    await until('the sale to be the second customer’s', async () => (await active(second!)) === 1_000);
    const merges = [await merge(eva, second!), await merge(eva, first!)];
    const refused = await undo(merges[0]!);
    expect([refused.status, refused.body.code]).toEqual([409, 'customers_not_mergeable']);
    for (const merged of merges.toReversed()) (await undo(merged)).expect(200);
    await settledOf(id, second!);
    await until('the sale to be theirs again', async () => (await active(second!)) === 1_000);
    expect([await active(eva), await active(first!), await active(second!)]).toEqual([1_000, 0, 1_000]);
    await verifyLedger(house.tenant);
  });

  it('of the very same instant is undone from the last backwards too', async () => {
    const [rita, rosa] = [aBuyer(), aBuyer()];
    const eva = (await bought(aBuyer())).customerId!;
    const externalId = nextId();
    const { id, customerId: first } = await post(externalId, rita);
    await settledOf(id, first!);
    const { customerId: second } = await post(externalId, rosa);
    await until('the sale to be the second customer’s', async () => (await active(second!)) === 1_000);
    const { store, tenant } = house;
    const at = Date.now() + 1_000;
    const merges: string[] = [];
    // The ids are in the other order than the merges.
    for (const [n, from] of [first!, second!].entries()) {
      const order = { merchantId: tenant.merchantId, from, into: eva, automatic: false, force: true };
      const by = { id: `mrg_${2 - n}${nextId()}`, operator: null, reason: 'Mesma pessoa' };
      merges.push((await store.merges.merge({ ...order, ...by }, at)).id);
    }
    expect(new Set(await Promise.all(merges.map(instantOf))).size).toBe(1);
    const refused = await undo(merges[0]!);
    expect([refused.status, refused.body.code]).toEqual([409, 'customers_not_mergeable']);
    for (const merged of merges.toReversed()) (await undo(merged)).expect(200);
    expect([await active(eva), await active(first!), await active(second!)]).toEqual([1_000, 0, 1_000]);
    await verifyLedger(tenant);
  });

  it('is undone once, and the call that undid it may be repeated', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const merged = await merge(ana.customerId!, too.customerId!);
    const by = { operator: null, reason: 'Engano', call: 'u' };
    const { store, tenant } = house;
    const undone = await store.merges.undo(tenant.merchantId, merged, by, Date.now());
    expect(await store.merges.undo(tenant.merchantId, merged, by, Date.now())).toEqual({
      ...undone,
      undoneAt: undone?.undoneAt,
    });
    const other = await undo(merged);
    expect([other.status, other.body.code]).toEqual([409, 'merge_already_undone']);
  });

  it('never looks like a ledger that does not hold, whenever it is verified', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    let going = true;
    const mergeAndUndo = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1)
        (await undo(await merge(ana.customerId!, too.customerId!))).expect(200);
      going = false;
    };
    const verify = async (): Promise<void> => {
      while (going) await verifyLedger(house.tenant);
    };
    await Promise.all([mergeAndUndo(), verify()]);
    expect([await active(ana.customerId!), await active(too.customerId!)]).toEqual([1_000, 1_000]);
  });

  it('both ways at once ends with one of them', async () => {
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const [a, b] = [ana.customerId!, too.customerId!];
    const body = { reason: 'Mesma pessoa', force: true };
    const { api } = house.tenant;
    const answers = await Promise.all([
      api.post(`/v1/customers/${a}/merges`, { ...body, from: b }),
      api.post(`/v1/customers/${b}/merges`, { ...body, from: a }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect([await active(a), await active(b)]).toEqual([2_000, 2_000]);
    await verifyLedger(house.tenant);
  });

  it('undone just when a use is confirmed or a voucher used, has that looked for again and found', async () => {
    const { api, merchantId } = house.tenant;
    const program = aProgram({
      earning: {
        rules: [
          { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
          { id: 'vale', grant: { type: 'voucher', template: 'volta' } },
        ],
      },
      messages: {},
      vouchers: { volta: { discount: { type: 'amount', cents: 500 }, validity: 'P30D' } },
    });
    (await api.put('/v1/program', program)).expect(200);
    const [ana, too] = [await bought(aBuyer()), await bought(aBuyer())];
    const [into, from] = [ana.customerId!, too.customerId!];
    const asked = { customerId: from, type: 'cashback', amountCents: 500, saleTotalCents: 10_000 };
    const { id: redemptionId } = (await api.post<{ id: string }>('/v1/redemptions', asked)).expect(201).body;
    const sale = (await house.store.sales.get(merchantId, too.id))!;
    const wallet = (await house.store.wallets.read(merchantId, from, { vouchers: true }))!;
    const { code } = wallet.lots.find(({ type }) => type === 'voucher')!.voucher!;
    const lotId = (await house.store.wallets.voucher(merchantId, { code }))!.id;
    const by = { operator: null, storeId: null };
    const use = { ...by, lotId, saleTotalCents: 10_000, saleRef: null };
    const calls: ((steps: Activities) => Promise<Made>)[] = [
      (steps) => steps.confirmRedemption({ merchantId, redemptionId }, by, 'confirm-it'),
      (steps) => steps.redeemVoucher(saleInput(sale), use, 'use-it'),
    ];
    for (const call of calls) {
      const store = undoneOnceRead(await merge(into, from));
      const steps = stepsOf({ ...house, store });
      const step = (): Promise<Made> => new MockActivityEnvironment().run(call, steps);
      await expect(step()).rejects.toBeInstanceOf(ConcurrentChangeError);
      expect((await again(step)).receipt.state).toBe('confirmed');
    }
    await verifyLedger(house.tenant);
  });
});

/** A use as a step has left it. */
interface Made {
  receipt: { state: string };
}

/** The store, of which a use or a voucher is read, and then the merge is undone before anything else is. */
function undoneOnceRead(mergeId: string): Store {
  let undone = false;
  const after = async <T>(read: Promise<T>): Promise<T> => {
    const found = await read;
    if (!undone) (await undo(mergeId)).expect(200);
    undone = true;
    return found;
  };
  const { redemptions, wallets } = house.store;
  return {
    ...house.store,
    redemptions: { ...redemptions, get: (...of) => after(redemptions.get(...of)) },
    wallets: { ...wallets, voucher: (...of) => after(wallets.voucher(...of)) },
  };
}
