import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createWakeLostRuns } from '../../../src/activities/lost-run/wake-lost-runs';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { EngineUnavailableError } from '../../../src/runs';
import { createLogger } from '../../../src/log';

const NOW = Date.parse('2026-11-28T12:00:00Z');

/** A merchant with a reservation that nobody lets go and an import that nobody works on. */
function deps(woken: string[], unreadSales: () => Promise<number>): ActivityDeps {
  const none = (): Promise<never[]> => Promise.resolve([]);
  const store = {
    sales: { overdue: none },
    redemptions: { overdue: () => Promise.resolve([{ id: 'red_1', reservedUntil: NOW - 60_000 }]) },
    imports: { unfinished: () => Promise.resolve([{ id: 'imp_1', startedAt: new Date(NOW - 60_000) }]) },
    simulations: { unfinished: none },
    merges: { unfinished: none, inParts: none },
    messages: { untold: none },
    alerts: { resolve: () => Promise.resolve() },
  };
  const wake = (id: string): Promise<boolean> => Promise.resolve(woken.push(id) > 0);
  const rescue = {
    redemption: ({ redemptionId }: { redemptionId: string }) => wake(redemptionId),
    fileImport: ({ importId }: { importId: string }) => wake(importId),
    unreadSales,
  };
  return { store, rescue, runs: {}, log: createLogger('silent') } as unknown as ActivityDeps;
}

const sweep = (found: ActivityDeps): Promise<unknown> =>
  new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  ).run(createWakeLostRuns(found), 'mer_1', 0);

describe('a sweep for lost runs', () => {
  it('wakes all the rest while the list of workflows is away, and says that it has not seen everything', async () => {
    const woken: string[] = [];
    const away = deps(woken, () => Promise.reject(new EngineUnavailableError()));
    await expect(sweep(away)).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(woken).toEqual(['red_1', 'imp_1']);
  });

  it('counts what it has woken', async () => {
    const found = deps([], () => Promise.resolve(2));
    expect(await sweep(found)).toMatchObject({ sales: 2, redemptions: 1, imports: 1, late: 0 });
  });
});
