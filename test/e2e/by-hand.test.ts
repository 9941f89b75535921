import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { aProgram } from './builders';
import { aCounterSale, saleUntil, sold } from './counter';
import type { CounterSale, UseJson } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';

/*
 * What somebody types into the Temporal UI or CLI: `temporal workflow update execute`, `signal`, `start`. None of it may keep a
 * run from answering, or be booked.
 */

let house: House;
let sale: CounterSale;
let run: WorkflowHandle;
let lotId: string;

beforeAll(async () => {
  house = await openHouse({
    program: aProgram({
      earning: {
        rules: [
          { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
          { id: 'vale-10', grant: { type: 'voucher', template: 'dez' } },
        ],
      },
      vouchers: { dez: { discount: { type: 'amount', cents: 1_000 }, validity: 'P60D', uses: 3 } },
      messages: {},
    }),
  });
  sale = await sold(house.tenant, aCounterSale('centro'));
  run = house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/pos/${sale.externalId}`);
  const wallet = await house.store.wallets.read(house.tenant.merchantId, sale.customerId!, {
    saleId: sale.id,
  });
  lotId = wallet!.lots.find(({ type }) => type === 'voucher')!.id;
});
afterAll(() => house.close());

const HUGE = 'x'.repeat(300_000);
const ACTOR = { operator: null, storeId: null };

/** Whatever an update asks for, this is not it. */
const NOTHING: unknown[][] = [[], [null], [5], ['texto'], [true], [[]], [{}], [{ a: { b: 1 } }]];

/** A payload as it should be, and each of its fields once spoiled. */
function spoiled(good: Record<string, unknown>): unknown[][] {
  const nonsense = [undefined, { a: 1 }, ['x'], -1, 1.5, '', '\ud800', 'nul\u0000', HUGE, true];
  return Object.keys(good).flatMap((field) =>
    nonsense
      .filter((value) => !(field === 'confirm' && value === true))
      .map((value) => [{ ...good, [field]: value }]),
  );
}

/** How an update ends: the code of its refusal, or that it was done. */
async function outcome(handle: WorkflowHandle, update: string, args: unknown[]): Promise<string> {
  try {
    await house.client.withDeadline(Date.now() + 20_000, () =>
      handle.executeUpdate(update, { args: args as never }),
    );
    return 'done';
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return innermost(error.cause);
  }
}

function innermost(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ApplicationFailure) return cause.type ?? 'no type';
  return String(error);
}

async function outcomes(handle: WorkflowHandle, update: string, payloads: unknown[][]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const args of payloads) found.add(await outcome(handle, update, args));
  return found;
}

describe('updates typed by hand', () => {
  it.each(['voucherReserve', 'voucherRedeem', 'voucherRelease', 'voucherRollback'])(
    '%s: nonsense is refused before it is taken, an unknown voucher after',
    async (update) => {
      const good = { ...ACTOR, lotId, saleTotalCents: 10_000, saleRef: null };
      const refused = await outcomes(run, update, [...NOTHING, ...spoiled(good)]);
      expect(refused).toEqual(new Set(['invalid_request']));
      expect(await outcome(run, update, [{ ...good, lotId: 'lot-of-nobody' }])).toBe('voucher_not_found');
    },
  );

  it('claimSale and returnGoods: nonsense is refused before it is taken', async () => {
    const claim = { ...ACTOR, customerId: 'cus_nobody' };
    expect(await outcomes(run, 'claimSale', [...NOTHING, ...spoiled(claim)])).toEqual(
      new Set(['invalid_request']),
    );
    expect(await outcome(run, 'claimSale', [claim])).toBe('customer_not_found');
    const made = { ...ACTOR, amountCents: 100, items: [], reason: null };
    expect(await outcomes(run, 'returnGoods', [...NOTHING, ...spoiled(made)])).toEqual(
      new Set(['invalid_request']),
    );
    const lines = [{ sku: { $gt: '' }, quantity: 1 }, { sku: 'A', quantity: -1 }, { sku: 'A' }, 5, null];
    const byLines = lines.map((line) => [{ ...made, amountCents: null, items: [line] }]);
    expect(await outcomes(run, 'returnGoods', byLines)).toEqual(new Set(['invalid_request']));
  });

  it('reserve, confirm, release and rollback: nonsense is refused before it is taken', async () => {
    const good = {
      ...ACTOR,
      customerId: sale.customerId,
      type: 'cashback',
      amount: 100,
      saleTotalCents: 10_000,
    };
    const asked = { ...good, freightCents: 0, saleRef: null, confirm: false };
    const redemptionId = `red_${randomUUID()}`;
    const { merchantId } = house.tenant;
    const handle = await house.client.workflow.start('redemption', {
      workflowId: `redemption/${merchantId}/${redemptionId}`,
      taskQueue: house.config.taskQueue,
      args: [{ merchantId, redemptionId }],
    });
    expect(await outcomes(handle, 'reserve', [...NOTHING, ...spoiled(asked)])).toEqual(
      new Set(['invalid_request']),
    );
    for (const update of ['confirm', 'release', 'rollback'])
      expect(await outcomes(handle, update, [...NOTHING, ...spoiled(ACTOR)])).toEqual(
        new Set(['invalid_request']),
      );
    expect(await outcome(handle, 'reserve', [{ ...asked, more: { nonsense: true } }])).toBe('done');
    expect(await outcome(handle, 'release', [ACTOR])).toBe('done');
  });

  it('leave the run as able to answer as it was, and nothing of them in the ledger', async () => {
    const { api, merchantId } = house.tenant;
    const wallet = await house.store.wallets.read(merchantId, sale.customerId!, { saleId: sale.id });
    const { code } = wallet!.lots.find(({ id }) => id === lotId)!.voucher!;
    const used = await api.post<UseJson>(`/v1/vouchers/${code}/redeem`, { saleTotalCents: 10_000 });
    expect(used.expect(200).body.usesLeft).toBe(2);
    const entries = await house.store.ledger.entriesOfSale(merchantId, sale.id);
    expect(entries.map(({ cause }) => cause.operator).filter((operator) => operator !== undefined)).toEqual(
      [],
    );
    await verifyLedger(house.tenant);
  });
});

describe('signals sent by hand', () => {
  const unreadable = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{half') };
  const foreign = { metadata: { encoding: Buffer.from('binary/encrypted') }, data: Buffer.from([1, 2, 3]) };

  it.each(['saleChanged', 'benefitMoved', 'unknownSignal'])(
    '%s: nonsense harms nothing',
    async (signalName) => {
      const { api } = house.tenant;
      const told = await sold(house.tenant, aCounterSale('centro'));
      const workflowId = `sale/${house.tenant.merchantId}/pos/${told.externalId}`;
      for (const payloads of [[], [unreadable], [foreign]])
        await house.client.workflowService.signalWorkflowExecution({
          namespace: 'default',
          workflowExecution: { workflowId },
          signalName,
          input: { payloads },
          requestId: randomUUID(),
        });
      for (const arg of [null, 5, 'texto', { a: [] }])
        await house.client.workflow.getHandle(workflowId).signal(signalName, arg);
      (await api.post(`/v1/sales/${told.id}/returns`, { amountCents: 10_000 })).expect(201);
      await saleUntil(house.tenant, told.id, ({ benefit }) => benefit.takenBackCents === 500);
      expect((await house.client.workflow.getHandle(workflowId).describe()).status.name).not.toBe('FAILED');
    },
  );

  it('timeIsUp to a redemption that nobody knows ends its run with a typed failure', async () => {
    const { merchantId } = house.tenant;
    const handle = await house.client.workflow.signalWithStart('redemption', {
      workflowId: `redemption/${merchantId}/red_nobody`,
      taskQueue: house.config.taskQueue,
      args: [{ merchantId, redemptionId: 'red_nobody' }],
      signal: 'timeIsUp',
      signalArgs: [{ nonsense: true }],
    });
    expect(await failureOf(handle.result())).toBe('redemption_not_found');
  });
});

async function failureOf(result: Promise<unknown>): Promise<string> {
  try {
    return `ended with ${JSON.stringify(await result)}`;
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    return innermost(error.cause instanceof ActivityFailure ? error.cause.cause : error.cause);
  }
}

describe('workflows started by hand', () => {
  const start = (workflow: string, args: unknown[]): Promise<string> =>
    house.client.withDeadline(Date.now() + 30_000, async () => {
      const workflowId = `by-hand/${randomUUID()}`;
      const { taskQueue } = house.config;
      return failureOf(
        (await house.client.workflow.start(workflow, { workflowId, taskQueue, args })).result(),
      );
    });

  it.each(['sale', 'redemption', 'fileImport', 'simulation', 'customerMerge'])(
    '%s: nonsense fails at once, and for good',
    async (name) => {
      for (const args of NOTHING) expect(await start(name, args)).toBe('InvalidInput');
    },
  );

  it('with ids of nothing they fail at once, and for good', async () => {
    const { merchantId } = house.tenant;
    const about = { merchantId, saleId: 'sal_nobody', externalId: 'x', connectionId: null, settleMs: 0 };
    expect(await start('sale', [{ ...about, channel: 'pos' }])).toBe('MissingRecordError');
    expect(await start('fileImport', [{ merchantId, importId: 'imp_nobody' }])).toBe('MissingRecordError');
    const news = { source: true, benefit: false };
    const bling = { ...about, channel: 'bling', connectionId: 'con_nobody', news };
    expect(await start('sale', [bling])).toBe('MissingRecordError');
  });
});
