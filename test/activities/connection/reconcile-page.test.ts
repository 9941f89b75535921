import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createReconcilePage } from '../../../src/activities/connection';
import type { ReconciledPage } from '../../../src/activities/connection';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import type { ConnectionRefusal, StoreConnection } from '../../../src/store';
import type { ReconcilePlace } from '../../../src/workflows';
import { aConnection, aSale, NOW } from '../../api/builders';
import { createFakeRuns } from '../../api/fakes/runs';

const DAY = 86_400_000;
const FIRST = { page: 1, pass: 1, fresh: 0 };

const REPORT = {
  ...{ id: 'rec_1', merchantId: aSale().merchantId, connectionId: 'con_1', trigger: 'requested' },
  ...{ state: 'running', from: new Date(NOW - DAY), until: new Date(NOW) },
  ...{ soldFrom: '2026-11-02', soldTo: '2026-11-03', beganAt: new Date(NOW + 1), found: [] },
};

/** A step of a comparison with a connection that counts NFC-e, whose list is refused. */
async function step(
  kind: BlingApiError['kind'],
  place: ReconcilePlace,
  connection: Partial<StoreConnection> = {},
): Promise<{ page: ReconciledPage; noted: ConnectionRefusal[]; woken: string[]; told: number }> {
  const runs = createFakeRuns();
  const noted: ConnectionRefusal[] = [];
  let told = 0;
  const counting = aConnection({ consumerInvoicesSince: new Date(NOW - 30 * DAY), ...connection });
  const invoice = aSale({ id: 'sal_nfce', createdAt: NOW, source: { externalId: 'nfce-234' } });
  const deps: unknown = {
    runs,
    log: createLogger('silent'),
    store: {
      reconciliations: {
        get: () => Promise.resolve(REPORT),
        look: () => Promise.resolve(0),
        listed: () => Promise.resolve(new Set()),
      },
      connections: {
        get: () => Promise.resolve(counting),
        refuse: (_: unknown, refusal: ConnectionRefusal) => Promise.resolve(noted.push(refusal) > 0),
      },
      sales: { list: () => Promise.resolve([invoice]) },
      alerts: { raise: () => Promise.resolve(void (told += 1)) },
    },
    bling: { listInvoices: () => Promise.reject(new BlingApiError(kind, 'list invoices')) },
  };
  const { merchantId, connectionId, id: reconciliationId } = REPORT;
  const input = { merchantId, connectionId, reconciliationId };
  const env = new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  );
  const ask = () => createReconcilePage(deps as ActivityDeps)(input, place);
  const page = await env.run<[], ReconciledPage, typeof ask>(ask);
  const woken = runs.signals.map(({ input: { externalId } }) => externalId);
  return { page, noted, woken, told };
}

describe('a comparison whose list of NFC-e is forbidden', () => {
  it('tells of it, and goes on with the next list', async () => {
    const { page, noted, told } = await step('forbidden', { list: 'invoices', ...FIRST });
    expect(page).toMatchObject({ next: { list: 'sold', page: 1 }, found: 0 });
    expect(noted).toMatchObject([{ reason: 'forbidden', asked: 'invoice' }]);
    expect(told).toBe(1);
  });

  it('takes no NFC-e for deleted', async () => {
    const unlisted = { list: 'unlisted', ...FIRST } as const;
    expect((await step('forbidden', unlisted)).woken).toEqual(['nfce-234']);
    const invoicesRefused = { reason: 'forbidden', asked: 'invoice', since: new Date(NOW) } as const;
    const { page, woken } = await step('forbidden', unlisted, { invoicesRefused });
    expect(woken).toEqual([]);
    expect(page.found).toBe(0);
  });

  it('fails for want of an authorisation', async () => {
    const failing = step('unauthorized', { list: 'invoices', ...FIRST });
    await expect(failing).rejects.toBeInstanceOf(ApplicationFailure);
  });
});
