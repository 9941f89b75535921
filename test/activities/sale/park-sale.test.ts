import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { askOrPark, createWakeParkedSales } from '../../../src/activities/sale';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import type { Sale } from '../../../src/loyalty';
import type { ParkedPlace } from '../../../src/workflows';
import { aConnection, aSale, NOW } from '../../api/builders';
import type { Holdings } from '../../api/fakes/holdings';
import { createFakeRuns } from '../../api/fakes/runs';
import { createFakeStore } from '../../api/fakes/store';

const inStep = <Answer>(step: () => Promise<Answer>): Promise<Answer> =>
  new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  ).run<[], Answer, () => Promise<Answer>>(step);

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
});

describe('a sale that is refused', () => {
  /** @param still whether the connection is as it was read */
  function refusing(still: boolean): { deps: ActivityDeps; done: string[] } {
    const done: string[] = [];
    const note = (what: string) => () => Promise.resolve(void done.push(what));
    const store = {
      sales: { change: note('the sale is marked') },
      connections: {
        refuse: () => Promise.resolve(done.push('the connection is marked') > 0 && still),
      },
      alerts: { raise: note('it is told of') },
    };
    return { deps: { store, log: createLogger('silent') } as unknown as ActivityDeps, done };
  }

  const asked = (deps: ActivityDeps, kind: BlingApiError['kind'], sale = aSale()): Promise<unknown> =>
    inStep(() =>
      askOrPark(deps, sale, aConnection(), 'order', () =>
        Promise.reject(new BlingApiError(kind, 'read order')),
      ),
    );

  it.each(['forbidden', 'unauthorized'] as const)(
    'for good (%s) is parked, and its run goes on',
    async (kind) => {
      const { deps, done } = refusing(true);
      expect(await asked(deps, kind)).toBeNull();
      expect(done).toEqual(['the sale is marked', 'the connection is marked', 'it is told of']);
    },
  );

  it('again is marked already, and told of again', async () => {
    const { deps, done } = refusing(true);
    const parked = { reason: 'forbidden', asked: 'order', connectionId: aConnection().id, since: 1 } as const;
    expect(await asked(deps, 'forbidden', aSale({ source: { parked } }))).toBeNull();
    expect(done).toEqual(['the connection is marked', 'it is told of']);
  });

  it('while its connection is authorised anew is tried again, and nobody is told', async () => {
    const { deps, done } = refusing(false);
    await expect(asked(deps, 'forbidden')).rejects.toBeInstanceOf(BlingApiError);
    expect(done).not.toContain('it is told of');
  });

  it('for a while is not parked', async () => {
    const { deps, done } = refusing(true);
    await expect(asked(deps, 'unavailable')).rejects.toBeInstanceOf(BlingApiError);
    expect(done).toEqual([]);
  });
});
