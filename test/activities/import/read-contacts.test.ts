import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createContactImportSteps } from '../../../src/activities/import';
import type { ContactImportProgress } from '../../../src/activities/import';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import type { ContactImport, ContactImportStep, StoreConnection } from '../../../src/store';
import { aConnection, MINE, NOW } from '../../api/builders';

const AGAIN_MS = 600_000;

const NOTHING = {
  ...{ contacts: 0, created: 0, updated: 0, unchanged: 0, nobody: 0, leftOut: 0, details: 0 },
  ...{ orders: 0, kept: 0, known: 0, notCounted: 0, calls: 0 },
};

const IMPORT = {
  ...{ id: 'imp_1', merchantId: MINE, connectionId: 'con_1', cause: 'person', state: 'running' },
  ...{ phase: 'contacts', page: 1, takenAt: null, pending: null, more: true, lastIds: [] },
  ...{ changed: null, history: null, pages: { low: 1, high: null }, waiting: null },
  ...{ counts: NOTHING, workedMs: 0, workedSince: null, phaseDone: 0, startedAt: new Date(NOW) },
} as unknown as ContactImport;

interface Given {
  found?: ContactImport;
  bling?: object;
  /** Which attempt of the step it is. */
  attempt?: number;
}

/** A step with such a connection: what it waits for, for how long, how often it has asked Bling for a list, and how far it is then. */
async function step(connection: Partial<StoreConnection>, given: Given = {}) {
  let calls = 0;
  let kept = given.found ?? IMPORT;
  const deps = {
    log: createLogger('silent'),
    bling: {
      listContacts: () => {
        calls += 1;
        return Promise.resolve({ rows: [], more: false });
      },
      ...given.bling,
    },
    store: {
      contactImports: {
        get: () => Promise.resolve(kept),
        advance: (found: ContactImport, change: ContactImportStep) =>
          Promise.resolve((kept = { ...found, ...change } as ContactImport)),
      },
      connections: { get: () => Promise.resolve(aConnection(connection)) },
      merchants: { standIns: () => Promise.resolve({ words: [], addresses: [] }) },
    },
  } as unknown as ActivityDeps;
  const { readContacts } = createContactImportSteps(deps);
  const env = new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW, attempt: given.attempt ?? 1 },
    { logger: new DefaultLogger('ERROR') },
  );
  const input = { merchantId: MINE, importId: 'imp_1' };
  const read = () => readContacts(input);
  const { restMs, details } = await env.run<[], ContactImportProgress, typeof read>(read);
  return { calls, restMs, details, kept, why: kept.waiting?.why };
}

describe('an import whose connection is stopped by its people', () => {
  const refused = { reason: 'unauthorized', asked: 'order', since: new Date(NOW) } as const;

  it.each([
    ['paused', 'paused', 'está pausada'],
    ['disconnected', 'connection', 'autorizada de novo'],
  ] as const)('asks for nothing while it is %s, be it refused as well', async (as, why, words) => {
    const held = { as, at: new Date(NOW) };
    for (const more of [{}, { refused }]) {
      const waits = await step({ state: as, held, ...more });
      expect(waits).toMatchObject({ calls: 0, restMs: AGAIN_MS, why });
      expect(waits.details).toContain(words);
    }
  });
});

describe('something of a page that Bling does not tell of', () => {
  const pending = [
    { id: '7', row: 0 },
    { id: '8', row: 1 },
  ];
  const daily = { cause: 'daily', takenAt: new Date(NOW - 1_000), pending, more: false } as const;
  const contacts: ContactImport = { ...IMPORT, ...daily };
  const history = { from: '2026-05-03', to: '2026-11-03', earn: true, unchangedSince: new Date(NOW) };
  const orders = { ...contacts, phase: 'orders', history } as unknown as ContactImport;
  const refusing = (kind: BlingApiError['kind']) => () => Promise.reject(new BlingApiError(kind, 'read'));
  /** The first is not told of, and the second is not there any more. */
  const untold = (kind: BlingApiError['kind']) => (_account: unknown, id: string) =>
    id === '7' ? refusing(kind)() : Promise.resolve(null);

  it.each(['forbidden', 'rejected'] as const)(
    'is left out where it is %s by itself, and the rest is read',
    async (kind) => {
      const { kept, calls } = await step({}, { found: contacts, bling: { getContact: untold(kind) } });
      expect(kept).toMatchObject({ state: 'finished', counts: { contacts: 2, leftOut: 2, calls: 3 } });
      expect(calls).toBe(1);
    },
  );

  it('is left out of past orders likewise', async () => {
    const listOrders = (): Promise<object> => Promise.resolve({ rows: [], more: false });
    const bling = { getOrder: untold('forbidden'), listOrders };
    const { kept } = await step({}, { found: orders, bling });
    expect(kept).toMatchObject({ state: 'finished', counts: { orders: 2, notCounted: 2, calls: 3 } });
  });

  it('is waited for where nothing is told of any more', async () => {
    const bling = { getContact: untold('forbidden'), listContacts: refusing('forbidden') };
    const { kept, why, restMs } = await step({}, { found: contacts, bling });
    expect({ why, restMs }).toEqual({ why: 'permission', restMs: AGAIN_MS });
    expect(kept.pending).toEqual(pending);
  });

  it('is asked for again for a while where the answer makes no sense', async () => {
    const bling = { getContact: untold('invalid_answer') };
    await expect(step({}, { found: contacts, bling })).rejects.toBeInstanceOf(BlingApiError);
    const { kept } = await step({}, { found: contacts, bling, attempt: 11 });
    expect(kept).toMatchObject({ state: 'finished', counts: { leftOut: 2 } });
  });
});
