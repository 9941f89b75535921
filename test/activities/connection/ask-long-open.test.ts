import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createReconcilePage } from '../../../src/activities/connection';
import type { ReconciledPage } from '../../../src/activities/connection';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import type { Sale } from '../../../src/loyalty';
import type { LookedAt, StoreConnection } from '../../../src/store';
import type { ReconcilePlace } from '../../../src/workflows';
import { aConnection, aSale, NOW } from '../../api/builders';
import { createFakeRuns } from '../../api/fakes/runs';

const DAY = 86_400_000;

const REPORT = {
  ...{ id: 'rec_1', merchantId: aSale().merchantId, connectionId: 'con_1', trigger: 'scheduled' },
  ...{ state: 'running', from: new Date(NOW - DAY), until: new Date(NOW) },
  ...{ soldFrom: '2026-10-04', soldTo: '2026-11-03', beganAt: new Date(NOW), found: [] },
};

/** Sales that have been open for months, the newest first. */
const SALES = Array.from({ length: 45 }, (_, n): Sale => {
  const soldAt = NOW - (60 + n) * DAY;
  return aSale({
    ...{ id: `sal_${n}`, createdAt: soldAt },
    source: { externalId: String(n), status: 'open', readAt: soldAt, contactId: '7', refusal: null },
    content: { soldAt, totalCents: 10_000 },
  });
});

const order = (orderId: string, value = 0) => ({
  ...{ id: orderId, situation: { id: 6 + value, value }, contactId: '7', total: '100' },
});

interface Bling {
  getOrder(account: object, orderId: string): Promise<unknown>;
}

/** The steps over all of them: what Bling was asked for, which sales were woken, and what the report has of them. */
async function gone(bling: Bling, attempts = 1, { page = 1, after }: Partial<ReconcilePlace> = {}) {
  const runs = createFakeRuns();
  const looked: LookedAt[] = [];
  const noted: StoreConnection['openAskedAfter'][] = [];
  const deps: unknown = {
    ...{ runs, bling, log: createLogger('silent') },
    store: {
      reconciliations: {
        get: () => Promise.resolve(REPORT),
        look: (_m: string, _id: string, some: LookedAt[]) => Promise.resolve(looked.push(...some)),
        seen: (_m: string, _id: string, ids: string[]) => {
          const some = looked.filter(({ orderId }) => ids.includes(orderId));
          return Promise.resolve(new Map(some.map(({ orderId, why }) => [orderId, why])));
        },
      },
      connections: {
        get: () => Promise.resolve(aConnection()),
        answered: () => Promise.resolve(false),
        noteOpenAsked: (_m: string, _id: string, to: StoreConnection['openAskedAfter']) =>
          Promise.resolve(void noted.push(to)),
      },
      sales: {
        list: (_m: string, { limit, beforeId }: { limit: number; beforeId?: string }) => {
          const begin = SALES.findIndex(({ id }) => id === beforeId) + 1;
          return Promise.resolve(SALES.slice(begin, begin + limit));
        },
      },
    },
  };
  const { merchantId, connectionId, id: reconciliationId } = REPORT;
  const input = { merchantId, connectionId, reconciliationId };
  const steps: ReconciledPage[] = [];
  let place: ReconcilePlace | null = { list: 'open', page, pass: 1, fresh: 0, ...(after && { after }) };
  while (place) {
    const at: ReconcilePlace = place;
    let step: ReconciledPage | null = null;
    for (let attempt = 0; attempt < attempts && !step; attempt += 1) {
      const env = new MockActivityEnvironment(
        { currentAttemptScheduledTimestampMs: NOW },
        { logger: new DefaultLogger('ERROR') },
      );
      const ask = () => createReconcilePage(deps as ActivityDeps)(input, at);
      step = await env.run<[], ReconciledPage, typeof ask>(ask).catch((error: unknown) => {
        if (attempt === attempts - 1) throw error;
        return null;
      });
    }
    steps.push(step!);
    place = step!.next;
  }
  const woken = runs.signals.map(({ input: { externalId }, hint }) => `${externalId} ${hint.kind}`);
  return { woken, looked, noted, found: steps.reduce((sum, { found }) => sum + found, 0) };
}

describe('orders that have been open for longer than lists are gone through', () => {
  it('are each asked for, and looked at again where Bling says something else of them', async () => {
    const asked: string[] = [];
    const { woken, looked, found } = await gone({
      getOrder: (_account, orderId) => {
        asked.push(orderId);
        if (orderId === '44') return Promise.resolve(null);
        return Promise.resolve(order(orderId, orderId === '21' ? 1 : 0));
      },
    });
    expect(asked).toEqual(SALES.map(({ source }) => source.externalId));
    expect(woken).toEqual(['21 updated', '44 deleted']);
    expect(found).toBe(2);
    expect(looked.filter(({ why }) => why !== null)).toMatchObject([
      { orderId: '21', why: 'situation', listed: { outcome: 'completed' } },
      { orderId: '44', why: 'unlisted', listed: null },
    ]);
  });

  it('are gone on with where a step was that had to wait for its turn, also by another that knows nothing of it', async () => {
    const asked: string[] = [];
    let calls = 0;
    const late = new BlingApiError('rate_limited', 'start a call yet', { asked: false });
    await gone(
      {
        getOrder: (_account, orderId) => {
          calls += 1;
          if (calls % 4 === 0) return Promise.reject(late);
          asked.push(orderId);
          return Promise.resolve(order(orderId));
        },
      },
      10,
    );
    expect(asked).toEqual(SALES.map(({ source }) => source.externalId));
  });

  it('are asked for a hundred in one comparison at most: the next one goes on after them', async () => {
    const asked: string[] = [];
    const bling: Bling = {
      getOrder: (_account, orderId) => {
        asked.push(orderId);
        return Promise.resolve(order(orderId));
      },
    };
    const { noted } = await gone(bling, 1, { page: 4 });
    expect(asked).toHaveLength(40);
    const after = { at: new Date(SALES[39]!.content.soldAt!).toISOString(), id: 'sal_39' };
    expect(noted).toEqual([after]);
    asked.length = 0;
    expect((await gone(bling, 1, { page: 1, after })).noted).toEqual([null]);
    expect(asked).toEqual(['40', '41', '42', '43', '44']);
  });

  it('of which one is refused by itself leave that to its own run, and go on', async () => {
    const { woken, found } = await gone({
      getOrder: (_account, orderId) =>
        orderId === '3'
          ? Promise.reject(new BlingApiError('forbidden', 'read order'))
          : Promise.resolve(order(orderId)),
    });
    expect([woken, found]).toEqual([['3 updated'], 0]);
  });
});
