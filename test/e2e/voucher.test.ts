import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import {
  createRuns,
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  RunGate,
} from '../../src/runs';
import { aCounterSale, outcomes, saleUntil, sold, tally } from './counter';
import type { CounterSale, UseJson } from './counter';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import type { Answer } from './http-client';
import { verifyLedger } from './shop';
import { toTheEnd } from './to-the-end';
import { until } from './until';
import { voucherProgram } from './voucher-program';

/** The status of gRPC for a server, or a run, that is away for a moment. */
const UNAVAILABLE = 14;
let house: House;
beforeAll(async () => {
  house = await openHouse({ program: voucherProgram() });
});
afterAll(() => house.close());

type Use = Answer<UseJson>;

function act(code: string, action: string, body: object = {}, key: string = randomUUID()): Promise<Use> {
  return house.tenant.api.post<UseJson>(`/v1/vouchers/${code}/${action}`, body, key);
}

const redeem = (code: string, saleRef: string | null = null, key?: string): Promise<Use> =>
  act(code, 'redeem', { saleTotalCents: 5_000, ...(saleRef === null ? {} : { saleRef }) }, key);

/** A customer's new voucher of a store; a short one may be over by the time it is seen. */
async function aVoucher(storeId: string, change: object = {}): Promise<{ sale: CounterSale; code: string }> {
  const sale = await sold(
    house.tenant,
    aCounterSale(storeId, change as Record<string, unknown>),
    ({ benefit }) => benefit.vouchers.some(({ state }) => state === 'active' || state === 'expired'),
  );
  return { sale, code: sale.benefit.vouchers[0]!.code };
}

const many = (times: number, call: (n: number) => Promise<Use>): Promise<Use[]> =>
  Promise.all(Array.from({ length: times }, (_, n) => call(n)));

interface AttemptsJson {
  data: { action: string; outcome: string; repeated: boolean }[];
  next: string | null;
}

async function attemptsOf(code: string): Promise<AttemptsJson['data']> {
  const all: AttemptsJson['data'] = [];
  let before: string | null = '';
  while (before !== null) {
    const path = `/v1/vouchers/${code}/attempts?limit=100${before === '' ? '' : `&before=${before}`}`;
    const page: AttemptsJson = (await house.tenant.api.get<AttemptsJson>(path)).expect(200).body;
    all.push(...page.data);
    before = page.next;
  }
  return all;
}

describe('a voucher', () => {
  it('is earned, looked at, reserved, used and undone by its code, which no history of a run holds', async () => {
    const { api, merchantId } = house.tenant;
    const { sale, code } = await aVoucher('um');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const looked = (await api.get(`/v1/vouchers/${encodeURIComponent(typed)}?saleTotalCents=1500`)).expect(
      200,
    );
    expect(looked.body).toMatchObject({
      usable: true,
      discountCents: 1_500,
      unusedCents: 500,
      state: 'active',
    });

    const sales = { saleTotalCents: 5_000, saleRef: 'V-1', operator: 'caixa-1', storeId: 'um' };
    const reserved = (await act(code, 'reserve', sales)).expect(201).body;
    expect(reserved).toMatchObject({ state: 'reserved', discountCents: 2_000, usesLeft: 1 });
    expect((await act(code, 'reserve', sales)).expect(409).body.code).toBe('voucher_reserved');
    expect((await redeem(code, 'V-2')).expect(409).body.code).toBe('voucher_reserved');
    const key = randomUUID();
    const used = (await redeem(code, 'V-1', key)).expect(200).body;
    expect(used).toMatchObject({ id: reserved.id, state: 'confirmed', usesLeft: 0 });
    expect((await redeem(code, 'V-1', key)).expect(200).body).toEqual(used);
    expect((await redeem(code, 'V-1')).expect(409).body.code).toBe('voucher_already_redeemed');
    expect((await api.get(`/v1/redemptions/${used.id}`)).expect(200).body).toMatchObject({
      type: 'voucher',
      discountCents: 2_000,
      state: 'confirmed',
    });
    (await api.post(`/v1/redemptions/${used.id}/rollback`)).expect(404);

    expect((await act(code, 'rollback')).expect(200).body.state).toBe('rolled_back');
    expect((await act(code, 'rollback')).expect(409).body.code).toBe('already_rolled_back');
    const again = (await act(code, 'reserve', sales)).expect(201).body;
    expect((await act(code, 'release')).expect(200).body).toMatchObject({ id: again.id, state: 'released' });
    expect((await act(code, 'release')).expect(200).body.state).toBe('released');

    const wallet = (await api.get(`/v1/customers/${sale.customerId}/wallet`)).expect(200);
    expect(wallet.body).toMatchObject({ vouchers: [{ code, template: 'um', state: 'active', usesLeft: 1 }] });
    const statement = (await api.get(`/v1/customers/${sale.customerId}/statement`)).expect(200);
    expect(JSON.stringify(statement.body)).toContain('Uso confirmado: 1 vale');
    expect(await attemptsOf(code)).toHaveLength(12);
    await verifyLedger(house.tenant);
    const run = house.client.workflow.getHandle(`sale/${merchantId}/pos/${sale.externalId}`);
    const history = decoded(await run.fetchHistory());
    expect(history).toContain(sale.id);
    expect(history).not.toContain(code);
  });

  it('lets one of 200 parallel redemptions win, and refuses the others without a failure', async () => {
    const { code, sale } = await aVoucher('um');
    let asked = 0;
    const answers = await many(200, (n) =>
      toTheEnd((key) => {
        asked += 1;
        return redeem(code, `V-${n}`, key);
      }),
    );
    expect(tally(outcomes(answers))).toEqual({ 200: 1, '409 voucher_already_redeemed': 199 });
    const attempts = await attemptsOf(code);
    // Of a call whose turn did not come nothing was begun, and there is nothing to list.
    expect(attempts.length).toBeLessThanOrEqual(asked);
    const ended = attempts.filter(({ outcome }) => outcome === 'voucher_already_redeemed');
    expect(ended).toHaveLength(199);
    expect(attempts.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
    const { benefit } = await saleUntil(house.tenant, sale.id, ({ status }) => status === 'used');
    expect(benefit.vouchers).toMatchObject([{ state: 'redeemed', usesLeft: 0 }]);
    await verifyLedger(house.tenant);
  });

  it('of three uses has exactly three winners', async () => {
    const { code } = await aVoucher('tres');
    const answers = await many(60, (n) => toTheEnd((key) => redeem(code, `V-${n}`, key)));
    expect(tally(outcomes(answers))).toEqual({ 200: 3, '409 voucher_already_redeemed': 57 });
    expect(new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.id)).size).toBe(3);
    await verifyLedger(house.tenant);
  });

  it('lets the very reservation go that is named, and none that was made since', async () => {
    const { code } = await aVoucher('tres');
    const reserved = async (): Promise<string> =>
      (await act(code, 'reserve', { saleTotalCents: 5_000 })).expect(201).body.id;
    const letGo = (redemptionId: string): Promise<Use> => act(code, 'release', { redemptionId });
    const early = await reserved();
    (await letGo(early)).expect(200);
    const late = await reserved();
    expect((await letGo(early)).expect(422).body.code).toBe('invalid_request');
    expect((await letGo(late)).expect(200).body).toMatchObject({ id: late, state: 'released' });
    await verifyLedger(house.tenant);
  });

  it('gives back the very use that is named, once, whatever was used of it since', async () => {
    const { code } = await aVoucher('tres');
    const early = (await redeem(code, 'D-1')).expect(200).body;
    const late = (await redeem(code, 'D-1')).expect(200).body;
    const undone = await many(4, () => act(code, 'rollback', { redemptionId: early.id }));
    expect(tally(outcomes(undone))).toEqual({ 200: 1, '409 already_rolled_back': 3 });
    const stateOf = async ({ id }: UseJson): Promise<string> =>
      (await house.tenant.api.get<UseJson>(`/v1/redemptions/${id}`)).expect(200).body.state;
    expect([await stateOf(early), await stateOf(late)]).toEqual(['rolled_back', 'confirmed']);
    const { code: problem } = (await act(code, 'rollback', { redemptionId: 'red_other' })).expect(404).body;
    expect(problem).toBe('redemption_not_found');
    await verifyLedger(house.tenant);
  });

  it('is either used before its end or expires, however close they meet (R1)', async () => {
    const vouchers = await Promise.all(Array.from({ length: 6 }, () => aVoucher('curto')));
    const { merchantId } = house.tenant;
    const ends = await Promise.all(
      vouchers.map(async ({ code }) => (await house.store.wallets.voucher(merchantId, { code }))!.expiresAt!),
    );
    const answers = await Promise.all(
      vouchers.map(async ({ code }, index) => {
        await delay(Math.max(0, ends[index]! - Date.now() - 60));
        return many(12, async (n) => {
          await delay(n * 10);
          return redeem(code, `E-${index}-${n}`);
        });
      }),
    );
    for (const [index, { code, sale }] of vouchers.entries()) {
      const won = answers[index]!.filter(({ status }) => status === 200);
      expect(won.length).toBeLessThanOrEqual(1);
      for (const { body } of won) {
        const use = (await house.store.redemptions.get(merchantId, body.id))!;
        expect(use.confirmedAt).toBeLessThan(ends[index]!);
      }
      const lost = outcomes(answers[index]!.filter(({ status }) => status !== 200));
      for (const outcome of lost)
        expect(['409 voucher_already_redeemed', '410 voucher_expired', '429 too_many_requests']).toContain(
          outcome,
        );
      const state = won.length === 1 ? 'redeemed' : 'expired';
      const { benefit } = await saleUntil(
        house.tenant,
        sale.id,
        ({ status }) => status === 'used' || status === 'expired',
      );
      expect(benefit.vouchers).toMatchObject([{ code, state }]);
    }
    await verifyLedger(house.tenant);
  });

  it('has one winner each time its use is undone while others use it', async () => {
    const { code } = await aVoucher('um');
    (await redeem(code, 'U-0')).expect(200);
    for (let round = 1; round <= 4; round += 1) {
      const [undone, used] = await Promise.all([
        many(8, () => act(code, 'rollback', { saleRef: `U-${round - 1}` })),
        many(8, () => redeem(code, `U-${round}`)),
      ]);
      expect(undone.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(used.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
      for (const { status } of [...undone, ...used]) expect(status).toBeLessThan(500);
      if (used.every(({ status }) => status !== 200)) (await redeem(code, `U-${round}`)).expect(200);
    }
    await verifyLedger(house.tenant);
  });

  it('is either used or cancelled with its sale, and not both (R27)', async () => {
    const posted = aCounterSale('um');
    const { sale, code } = await aVoucher('um', posted);
    const [, answers] = await Promise.all([
      house.tenant.api.post('/v1/sales', { ...posted, status: 'cancelled' }),
      many(20, (n) => toTheEnd((key) => redeem(code, `C-${n}`, key))),
    ]);
    const won = answers.filter(({ status }) => status === 200).length;
    expect(won).toBeLessThanOrEqual(1);
    for (const { status } of answers) expect(status).toBeLessThan(500);
    const { benefit } = await saleUntil(house.tenant, sale.id, ({ status }) => status === 'cancelled');
    expect(benefit.vouchers).toMatchObject([{ state: won === 1 ? 'redeemed' : 'cancelled', usesLeft: 0 }]);
    await verifyLedger(house.tenant);
  });

  it('is not used twice by a call whose answer was lost with the worker', async () => {
    const lone = await openHouse({ program: voucherProgram(), worker: false });
    try {
      const stop = await lone.startWorker();
      const sale = await sold(lone.tenant, aCounterSale('um'), ({ benefit }) =>
        benefit.vouchers.some(({ state }) => state === 'active'),
      );
      const { code } = sale.benefit.vouchers[0]!;
      await stop();
      const key = randomUUID();
      const body = { saleTotalCents: 5_000, saleRef: 'L-1' };
      const lost = await lone.tenant.api.post<UseJson>(`/v1/vouchers/${code}/redeem`, body, key);
      expect(lost.expect(503).body.code).toBe('request_expired');
      await lone.startWorker();
      const found = await until('the outcome', async () => {
        const answer = await lone.tenant.api.post<UseJson>(`/v1/vouchers/${code}/redeem`, body, key);
        return answer.status === 200 && answer.body;
      });
      expect(found).toMatchObject({ state: 'confirmed', usesLeft: 0 });
      await verifyLedger(lone.tenant);
    } finally {
      await lone.close();
    }
  });
});

describe('a crowd from several API processes', () => {
  it('is absorbed where the server takes no more updates of one run', async () => {
    const { code, sale } = await aVoucher('tres');
    const { merchantId } = house.tenant;
    const lot = (await house.store.wallets.voucher(merchantId, { code }))!;
    // As in the API, but that a limit of the server is left to the gate alone.
    const patient = makeGrpcRetryInterceptor({
      ...defaultGrpcRetryOptions(),
      retryableDecider: (attempt, status) => attempt < 4 && Number(status.code) === UNAVAILABLE,
    });
    const address = house.env['TEMPORAL_ADDRESS']!;
    const connection = await Connection.connect({ address, interceptors: [patient] });
    try {
      const runs = createRuns({
        client: new Client({ connection }),
        taskQueue: house.config.taskQueue,
        coalesceMs: 0,
      });
      const ofRun = {
        merchantId,
        id: sale.id,
        source: { channel: 'pos' as const, externalId: sale.externalId, connectionId: null },
      };
      const busy: string[] = [];
      const ask = (callId: string): Promise<unknown> =>
        runs
          .voucher(
            'redeem',
            ofRun,
            { lotId: lot.id, saleTotalCents: 5_000, saleRef: callId, operator: null, storeId: null },
            callId,
          )
          .catch((error: Error) => {
            if (error instanceof EngineBusyError) busy.push(callId);
            throw error;
          });
      // As callers do who are told that no answer came in time: the same call learns the outcome.
      const learn = async (gate: RunGate, callId: string): Promise<unknown> => {
        for (;;)
          try {
            return await gate.pass(sale.id, () => ask(callId));
          } catch (error) {
            const late = error instanceof OutcomeUnknownError || error instanceof EngineUnavailableError;
            if (!late) throw error;
          }
      };
      // All of them are served, however slow this machine is: nobody is given up for lack of time.
      const processes = Array.from({ length: 8 }, () => new RunGate(60_000));
      const results = await Promise.allSettled(
        processes.flatMap((gate, process) =>
          Array.from({ length: 4 }, (_, n) => learn(gate, `red_${process}_${n}`)),
        ),
      );
      const cameTo = results.map((one) =>
        one.status === 'fulfilled' ? 'used' : ((one.reason as { code?: string }).code ?? String(one.reason)),
      );
      expect(tally(cameTo)).toEqual({ used: 3, voucher_already_redeemed: 29 });
      expect(busy.length).toBeGreaterThan(0);
    } finally {
      await connection.close();
    }
    await verifyLedger(house.tenant);
  });
});
