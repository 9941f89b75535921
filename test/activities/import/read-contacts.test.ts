import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createContactImportSteps } from '../../../src/activities/import';
import type { ContactImportProgress } from '../../../src/activities/import';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { ContactImport, ContactImportStep, StoreConnection } from '../../../src/store';
import { aConnection, MINE, NOW } from '../../api/builders';

const AGAIN_MS = 600_000;

const IMPORT = {
  ...{ id: 'imp_1', merchantId: MINE, connectionId: 'con_1', cause: 'person', state: 'running' },
  ...{ phase: 'contacts', page: 1, takenAt: null, pending: null, more: true, lastIds: [] },
  ...{ changed: null, history: null, pages: { low: 1, high: null }, waiting: null },
  ...{ counts: {}, workedMs: 0, workedSince: null, phaseDone: 0, startedAt: new Date(NOW) },
} as unknown as ContactImport;

/** A step with such a connection: what it waits for, for how long, and how often it has asked Bling. */
async function step(connection: Partial<StoreConnection>) {
  let calls = 0;
  let kept = IMPORT;
  const deps = {
    bling: {
      listContacts: () => {
        calls += 1;
        return Promise.resolve({ rows: [], more: false });
      },
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
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  );
  const input = { merchantId: MINE, importId: 'imp_1' };
  const read = () => readContacts(input);
  const { restMs, details } = await env.run<[], ContactImportProgress, typeof read>(read);
  return { calls, restMs, details, why: kept.waiting?.why };
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
