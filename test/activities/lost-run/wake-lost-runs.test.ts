import { describe, expect, it, jest } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import mongoose from 'mongoose';
import { createWakeLostRuns } from '../../../src/activities/lost-run/wake-lost-runs';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { EngineUnavailableError } from '../../../src/runs';
import type { Rescued, RunRescue } from '../../../src/runs';
import { Refusal } from '../../../src/loyalty';
import { createLogger } from '../../../src/log';

const NOW = Date.parse('2026-11-28T12:00:00Z');

/** A merchant with a reservation that nobody lets go and an import that nobody works on. */
function deps(woken: string[], unreadSales: RunRescue['unreadSales']): ActivityDeps {
  const none = (): Promise<never[]> => Promise.resolve([]);
  const store = {
    sales: { overdue: none },
    redemptions: {
      overdue: () => Promise.resolve([{ id: 'red_1', reservedUntil: NOW - 60_000 }]),
      overdueVouchers: none,
      unwoken: none,
    },
    imports: { unfinished: () => Promise.resolve([{ id: 'imp_1', startedAt: new Date(NOW - 60_000) }]) },
    contactImports: {
      unfinished: () => Promise.resolve([{ id: 'imp_2', startedAt: new Date(NOW - 60_000) }]),
    },
    simulations: { unfinished: none },
    reconciliations: { unfinished: none },
    merges: { unfinished: none, inParts: none },
    messages: { untold: none },
    connections: { list: none },
    alerts: { resolve: () => Promise.resolve(), open: none },
  };
  const rescued = (id: string): Promise<Rescued> => {
    woken.push(id);
    return Promise.resolve('woken');
  };
  const rescue = {
    redemption: ({ redemptionId }: { redemptionId: string }) => rescued(redemptionId),
    fileImport: ({ importId }: { importId: string }) => rescued(importId),
    contactImport: ({ importId }: { importId: string }) => rescued(importId),
    unreadSales,
  };
  return { store, rescue, runs: {}, log: createLogger('silent') } as unknown as ActivityDeps;
}

const sweep = (found: ActivityDeps): Promise<unknown> =>
  new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  ).run(createWakeLostRuns(found), 'mer_1', 0);

/** Reports that came late, of which nobody was told. */
function withReports(found: ActivityDeps, count: number, told: string[]): ActivityDeps {
  const left = Array.from({ length: count }, (_, n) => ({
    id: `msg_${n}`,
    merchantId: 'mer_1',
    saleId: `sal_${n}`,
  }));
  const messages = {
    untold: (_merchantId: string, limit: number) => Promise.resolve(left.slice(0, limit)),
    told: ({ id }: { id: string }) =>
      Promise.resolve(
        void left.splice(
          left.findIndex((one) => one.id === id),
          1,
        ),
      ),
  };
  const sales = { ...found.store.sales, get: (_merchantId: string, id: string) => Promise.resolve({ id }) };
  const runs = { benefitMoved: ({ id }: { id: string }) => Promise.resolve(void told.push(id)) };
  return { ...found, runs, store: { ...found.store, sales, messages } } as unknown as ActivityDeps;
}

/** Late sales without a run, as many as were left by an outage. */
function withSales(found: ActivityDeps, count: number, wake: (id: string) => Promise<Rescued>): ActivityDeps {
  const late = Array.from({ length: count }, (_, n) => ({ id: `sal_${n}`, benefit: { nextAt: n } }));
  const sales = {
    overdue: (_merchantId: string, _until: Date, { at, id }: { at: number; id: string }, limit: number) =>
      Promise.resolve(late.filter(({ benefit }) => id === '' || benefit.nextAt > at).slice(0, limit)),
  };
  const rescue = { ...found.rescue, sale: ({ id }: { id: string }) => wake(id) };
  return { ...found, rescue, store: { ...found.store, sales } } as unknown as ActivityDeps;
}

describe('a sweep for lost runs', () => {
  it('wakes some side by side, each once, and leaves the rest of a great many to the next, after all other kinds', async () => {
    const woken: string[] = [];
    let [atOnce, most, clock] = [0, 0, 0];
    const now = jest.spyOn(performance, 'now').mockImplementation(() => clock);
    try {
      const others = deps(woken, () => Promise.resolve(0));
      const found = withSales(others, 450, async (id) => {
        most = Math.max(most, (atOnce += 1));
        await Promise.resolve();
        atOnce -= 1;
        clock += 1_000;
        woken.push(id);
        return 'woken';
      });
      expect(await sweep(found)).toMatchObject({ sales: 300, redemptions: 1, imports: 2 });
    } finally {
      now.mockRestore();
    }
    expect(most).toBe(10);
    expect(new Set(woken).size).toBe(303);
  });

  it('tells all sales of delivery reports that came late, however many an outage has left', async () => {
    const told: string[] = [];
    await sweep(
      withReports(
        deps([], () => Promise.resolve(0)),
        1_234,
        told,
      ),
    );
    expect(new Set(told).size).toBe(1_234);
  });

  it('wakes all the rest while the list of workflows is away, and says that it has not seen everything', async () => {
    const woken: string[] = [];
    const away = deps(woken, () => Promise.reject(new EngineUnavailableError()));
    await expect(sweep(away)).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(woken).toEqual(['red_1', 'imp_1', 'imp_2']);
  });

  it('tells of runs that are there and fail again and again', async () => {
    const found = deps([], () => Promise.resolve(0));
    const raised: unknown[] = [];
    const raise = (about: object, { facts }: { facts: object }): Promise<void> =>
      Promise.resolve(void raised.push({ ...about, ...facts }));
    const fails = (): Promise<Rescued> => Promise.resolve('failing');
    const failing = {
      ...found,
      rescue: { ...found.rescue, redemption: fails, fileImport: fails },
      store: { ...found.store, alerts: { ...found.store.alerts, raise } },
    };
    expect(await sweep(failing as unknown as ActivityDeps)).toMatchObject({ redemptions: 0, late: 1 });
    expect(raised).toEqual([{ merchantId: 'mer_1', kind: 'step_stuck', subject: 'workflow', runs: 2 }]);
  });

  it.each([
    ['is not there', new Refusal('customer_not_found'), 'Refusal'],
    ['meets a defect', new TypeError('x is not a function'), 'TypeError'],
  ])('wakes all the rest where one thing %s, and tells of it', async (_what, error, failure) => {
    const woken: string[] = [];
    const found = deps(woken, (_merchantId, _when, one) =>
      one('unread_sale', 'run_1', () => Promise.reject(error)).then(() => 3),
    );
    const use = { id: 'red_2', since: NOW - 60_000, use: {}, formerly: [] };
    const fails = (): Promise<never> => Promise.reject(error);
    const raised: unknown[] = [];
    const raise = (about: object, { facts }: { facts: object }): Promise<void> =>
      Promise.resolve(void raised.push({ ...about, ...facts }));
    const broken = {
      ...found,
      rescue: {
        ...found.rescue,
        redemption: fails,
        connection: ({ connectionId }: { connectionId: string }) =>
          connectionId === 'con_1' ? fails() : Promise.resolve(woken.push(connectionId) > 0 && 'woken'),
      },
      store: {
        ...found.store,
        redemptions: { ...found.store.redemptions, unwoken: () => Promise.resolve([use]), name: fails },
        connections: {
          list: () => Promise.resolve(['con_1', 'con_2'].map((id) => ({ id, state: 'needs_authorization' }))),
        },
        sales: { ...found.store.sales, list: fails },
        alerts: { ...found.store.alerts, raise },
      },
    };
    expect(await sweep(broken as unknown as ActivityDeps)).toMatchObject({
      ...{ sales: 3, redemptions: 0, imports: 2, connections: 1, late: 1 },
    });
    expect(woken).toEqual(['imp_1', 'imp_2', 'con_2']);
    // A reservation, a use, the parked sales of two connections, and the run of one.
    const about = { merchantId: 'mer_1', kind: 'step_stuck', subject: 'waking', failure };
    expect(raised).toEqual([
      { ...about, items: 5 },
      { ...about, items: 6 },
    ]);
  });

  it.each([
    ['Temporal', new EngineUnavailableError()],
    ['MongoDB', new mongoose.mongo.MongoNetworkError('gone')],
  ])(
    'ends, to be tried again, where %s is away: it says nothing of any one thing',
    async (_engine, error) => {
      const woken: string[] = [];
      const found = deps(woken, () => Promise.resolve(0));
      const away = { ...found, rescue: { ...found.rescue, redemption: () => Promise.reject(error) } };
      await expect(sweep(away as unknown as ActivityDeps)).rejects.toBe(error);
      expect(woken).toEqual([]);
    },
  );

  it('tells the others of their reports where one cannot be told, and does not try it for ever', async () => {
    const told: string[] = [];
    const found = withReports(
      deps([], () => Promise.resolve(0)),
      250,
      told,
    );
    const { benefitMoved } = found.runs;
    const broken = {
      ...found,
      runs: {
        ...found.runs,
        benefitMoved: (sale: { id: string }) =>
          sale.id === 'sal_1' ? Promise.reject(new TypeError('x')) : benefitMoved(sale as never, ''),
      },
      store: { ...found.store, alerts: { ...found.store.alerts, raise: () => Promise.resolve() } },
    };
    await sweep(broken as unknown as ActivityDeps);
    expect(new Set(told).size).toBe(249);
  });

  it('counts what it has woken', async () => {
    const found = deps([], () => Promise.resolve(2));
    expect(await sweep(found)).toMatchObject({ sales: 2, redemptions: 1, imports: 2, late: 0 });
  });

  it.each([
    ['is there', () => Promise.resolve(0)],
    ['is away', () => Promise.reject(new EngineUnavailableError())],
  ])('ends the alert of a step that nobody has met for an hour, while the list %s', async (_list, unread) => {
    const found = deps([], unread);
    const hours: Record<string, number> = {};
    const resolve = ({ kind }: { kind: string }, now: Date, unseenSince: Date): Promise<boolean> => {
      hours[kind] = (+now - +unseenSince) / 3_600_000;
      return Promise.resolve(true);
    };
    const withAlerts = { ...found, store: { ...found.store, alerts: { resolve } } };
    await sweep(withAlerts as unknown as ActivityDeps).catch(() => undefined);
    expect(hours).toMatchObject({ step_stuck: 1 });
  });
});
