import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createWakeParkedSales } from '../../../src/activities/sale';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { Sale } from '../../../src/loyalty';
import type { ParkedPlace } from '../../../src/workflows';
import { aSale, NOW } from '../../api/builders';
import type { Holdings } from '../../api/fakes/holdings';
import { createFakeRuns } from '../../api/fakes/runs';
import { createFakeStore } from '../../api/fakes/store';

const inStep = <Answer>(step: () => Promise<Answer>): Promise<Answer> =>
  new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: NOW }).run<
    [],
    Answer,
    () => Promise<Answer>
  >(step);

function parkedSales(count: number): Sale[] {
  return Array.from({ length: count }, (_, n) =>
    aSale({
      id: `sal_${n}`,
      // Many came in at one instant.
      createdAt: NOW + Math.floor(n / 150),
      source: {
        externalId: `p-${n}`,
        parked: { reason: 'forbidden', asked: 'order', connectionId: 'con_1', since: NOW },
      },
    }),
  );
}

describe('the sales parked for a connection', () => {
  it('are all woken once, a hundred at a time, and no others', async () => {
    const runs = createFakeRuns();
    const other = aSale({ id: 'sal_other' });
    const { store } = createFakeStore({ sales: [...parkedSales(1_234), other] } as Holdings);
    const wake = createWakeParkedSales({ store, runs } as unknown as ActivityDeps);
    const { merchantId } = other;
    const input = { merchantId, connectionId: 'con_1', since: new Date(NOW).toISOString() };
    const wakeFrom = async (after: ParkedPlace | null): Promise<number> => {
      const { next } = await inStep(() => wake(input, after));
      return next === null ? 1 : 1 + (await wakeFrom(next));
    };
    const steps = await wakeFrom(null);
    const woken = runs.signals.map(({ input: { saleId } }) => saleId);
    expect(woken).toHaveLength(1_234);
    expect(new Set(woken).size).toBe(1_234);
    expect(woken).not.toContain('sal_other');
    expect(steps).toBe(13);
  });

  it('are left as they are where they were parked before others were answered, in one step for all', async () => {
    const runs = createFakeRuns();
    const parked = { reason: 'forbidden', asked: 'order', connectionId: 'con_1', since: NOW + 1 } as const;
    // Came in before all the others: they come last.
    const late = aSale({ id: 'sal_late', createdAt: NOW - 1, source: { externalId: 'late', parked } });
    const { store } = createFakeStore({ sales: [...parkedSales(1_234), late] } as Holdings);
    const wake = createWakeParkedSales({ store, runs } as unknown as ActivityDeps);
    const at = new Date(NOW).toISOString();
    const input = { merchantId: late.merchantId, connectionId: 'con_1', since: at, parkedAfter: at };
    expect(await inStep(() => wake(input, null))).toEqual({ woken: 1, next: null });
    expect(runs.signals.map(({ input: { saleId } }) => saleId)).toEqual(['sal_late']);
  });
});
