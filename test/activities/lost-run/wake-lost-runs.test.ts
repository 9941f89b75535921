import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createWakeLostRuns } from '../../../src/activities/lost-run/wake-lost-runs';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { EngineUnavailableError } from '../../../src/runs';
import type { Rescued } from '../../../src/runs';
import { createLogger } from '../../../src/log';

const NOW = Date.parse('2026-11-28T12:00:00Z');

/** A merchant with a reservation that nobody lets go and an import that nobody works on. */
function deps(woken: string[], unreadSales: () => Promise<number>): ActivityDeps {
  const none = (): Promise<never[]> => Promise.resolve([]);
  const store = {
    sales: { overdue: none },
    redemptions: {
      overdue: () => Promise.resolve([{ id: 'red_1', reservedUntil: NOW - 60_000 }]),
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
    alerts: { resolve: () => Promise.resolve() },
  };
  const wake = (id: string): Promise<boolean> => Promise.resolve(woken.push(id) > 0);
  const rescued = (id: string): Promise<Rescued> => wake(id).then(() => 'woken' as const);
  const rescue = {
    redemption: ({ redemptionId }: { redemptionId: string }) => rescued(redemptionId),
    fileImport: ({ importId }: { importId: string }) => wake(importId),
    contactImport: ({ importId }: { importId: string }) => wake(importId),
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
    told: () => Promise.resolve(void left.shift()),
  };
  const sales = { ...found.store.sales, get: (_merchantId: string, id: string) => Promise.resolve({ id }) };
  const runs = { benefitMoved: ({ id }: { id: string }) => Promise.resolve(void told.push(id)) };
  return { ...found, runs, store: { ...found.store, sales, messages } } as unknown as ActivityDeps;
}

describe('a sweep for lost runs', () => {
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
    const failing = {
      ...found,
      rescue: { ...found.rescue, redemption: (): Promise<Rescued> => Promise.resolve('failing') },
      store: { ...found.store, alerts: { ...found.store.alerts, raise } },
    };
    expect(await sweep(failing as unknown as ActivityDeps)).toMatchObject({ redemptions: 0, late: 1 });
    expect(raised).toEqual([{ merchantId: 'mer_1', kind: 'step_stuck', subject: 'workflow', runs: 1 }]);
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
