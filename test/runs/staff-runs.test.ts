import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../src/loyalty';
import {
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  RunEndedError,
  staffRuns,
} from '../../src/runs';
import type { Runs } from '../../src/runs';
import type { RedemptionReceipt, ReserveRequest, WaitedFor } from '../../src/workflows';

const NOW = Date.UTC(2026, 10, 27, 13, 45);
const WAIT_MS = 10_000;
const UNTIL = '2026-11-27T13:45:10.000Z';
const INPUT = { merchantId: 'mer_1', redemptionId: 'red_1' };
const REQUEST: ReserveRequest = {
  ...{ customerId: 'cus_1', type: 'cashback', amount: 500, saleTotalCents: 10_000, freightCents: 0 },
  ...{ saleRef: 'pedido 7', operator: 'caixa 1', storeId: null, confirm: true },
};

/** Runs that do as told, and what was kept of their calls. */
function staff(
  reserve: (request: ReserveRequest & WaitedFor) => Promise<RedemptionReceipt>,
  withdraw: () => Promise<boolean> = () => Promise.resolve(true),
  waitMs = WAIT_MS,
): { reserve: () => Promise<RedemptionReceipt>; seen: unknown[] } {
  const seen: unknown[] = [];
  const runs = { reserve: (_input: unknown, request: ReserveRequest) => reserve(request) } as unknown as Runs;
  const commands = {
    open: (...args: unknown[]) => Promise.resolve(void seen.push(['open', ...args])),
    withdraw: (...args: unknown[]) => {
      seen.push(['withdraw', ...args]);
      return withdraw();
    },
  };
  const clock = { read: () => Promise.resolve({ now: NOW }) };
  const redemptions = { get: () => Promise.resolve(null) };
  const wallets = { voucher: () => Promise.resolve(null) };
  const all = staffRuns(runs, { commands, redemptions, wallets, clock }, waitMs);
  return { reserve: () => all.reserve(INPUT, { ...REQUEST, keyId: 'key_1' }), seen };
}

const WITHDRAWN = ['withdraw', 'mer_1', 'red_1', new Date(UNTIL)];

describe('a call of staff', () => {
  it('tells its run until when it is waited for, and neither a text that was typed nor the key', async () => {
    let told: unknown;
    const { reserve, seen } = staff((request) => {
      told = request;
      return Promise.resolve({ redemptionId: 'red_1' } as RedemptionReceipt);
    });
    await reserve();
    expect(told).toEqual({ ...REQUEST, saleRef: null, operator: null, validUntil: UNTIL });
    const typed = { operator: 'caixa 1', storeId: null, saleRef: 'pedido 7', reason: null, skus: [] };
    const texts = { keyId: 'key_1', ...typed };
    const times = { now: new Date(NOW), validUntil: new Date(UNTIL) };
    expect(seen).toEqual([['open', 'mer_1', 'red_1', texts, times]]);
  });

  it('whose outcome does not come is withdrawn, and then certainly not done', async () => {
    const late = new OutcomeUnknownError();
    const { reserve, seen } = staff(() => Promise.reject(late));
    await expect(reserve()).rejects.toMatchObject({
      ...{ code: 'request_expired', facts: { validUntil: UNTIL }, cause: late },
    });
    expect(seen).toContainEqual(WITHDRAWN);
  });

  it.each([
    ['was done, or asked again, meanwhile', () => Promise.resolve(false)],
    ['cannot be withdrawn, because the database is away', () => Promise.reject(new Error('no primary'))],
    ['cannot be withdrawn in time', () => new Promise<boolean>(() => undefined)],
  ])('that %s is not said to have come to nothing', async (_why, withdraw) => {
    const { reserve } = staff(() => Promise.reject(new OutcomeUnknownError()), withdraw, 300);
    await expect(reserve()).rejects.toBeInstanceOf(OutcomeUnknownError);
  });

  it('that cannot be withdrawn is answered when its time is over, and not before', async () => {
    const withdraw = (): Promise<boolean> => Promise.reject(new Error('no primary'));
    const { reserve } = staff(() => Promise.reject(new EngineUnavailableError()), withdraw, 700);
    const begun = performance.now();
    await expect(reserve()).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(690);
  });

  it.each([new EngineUnavailableError(), new EngineBusyError(), new RunEndedError()])(
    'that is given up for %s is withdrawn as well, and says so as before: whoever waits may make it again',
    async (error) => {
      const { reserve, seen } = staff(() => Promise.reject(error));
      await expect(reserve()).rejects.toBe(error);
      expect(seen).toContainEqual(WITHDRAWN);
    },
  );

  it('that is refused has its answer, and nothing is withdrawn', async () => {
    const refused = new Refusal('insufficient_balance');
    const { reserve, seen } = staff(() => Promise.reject(refused));
    await expect(reserve()).rejects.toBe(refused);
    expect(seen).toHaveLength(1);
  });
});
