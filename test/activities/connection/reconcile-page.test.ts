import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createReconcilePage } from '../../../src/activities/connection';
import type { ReconciledPage } from '../../../src/activities/connection';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import type { Sale } from '../../../src/loyalty';
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

/** A step of a comparison with a connection that counts NFC-e, whose list is refused unless it is `answered`. */
async function step(
  kind: BlingApiError['kind'],
  place: ReconcilePlace,
  connection: Partial<StoreConnection> = {},
  answered?: { order: Sale; rows: object[]; period?: object },
): Promise<{
  page: ReconciledPage;
  noted: ConnectionRefusal[];
  woken: string[];
  told: number;
  asked: { issuedFrom?: number } | null;
}> {
  let asked: { issuedFrom?: number } | null = null;
  const runs = createFakeRuns();
  const noted: ConnectionRefusal[] = [];
  let told = 0;
  const authorizedAt = new Date(NOW - 60 * DAY);
  const counts = { authorizedAt, consumerInvoicesSince: new Date(NOW - 30 * DAY) };
  const counting = aConnection({ ...counts, ...connection });
  const invoice = aSale({ id: 'sal_nfce', createdAt: NOW, source: { externalId: 'nfce-234' } });
  const deps: unknown = {
    runs,
    log: createLogger('silent'),
    store: {
      reconciliations: {
        get: () => Promise.resolve({ ...REPORT, ...answered?.period }),
        look: () => Promise.resolve(0),
        listed: () => Promise.resolve(new Set()),
      },
      connections: {
        get: () => Promise.resolve(counting),
        refuse: (_: unknown, refusal: ConnectionRefusal) => Promise.resolve(noted.push(refusal) > 0),
      },
      sales: {
        list: () => Promise.resolve([invoice]),
        find: ({ externalId }: { externalId: string }) =>
          Promise.resolve(externalId === answered?.order.source.externalId ? answered.order : null),
      },
      alerts: { raise: () => Promise.resolve(void (told += 1)) },
    },
    bling: {
      listOrders: () => Promise.resolve({ rows: answered?.rows ?? [], more: false }),
      listInvoices: (_account: unknown, period: { issuedFrom: number }) => {
        asked = period;
        if (answered) return Promise.resolve({ rows: answered.rows, more: false });
        return Promise.reject(new BlingApiError(kind, 'list invoices'));
      },
    },
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
  return { page, noted, woken, told, asked };
}

describe('a comparison of orders that name no NFC-e so far', () => {
  const HOUR = 3_600_000;
  const counting: Partial<StoreConnection> = { consumerInvoicesSince: new Date(NOW - 30 * DAY) };
  type Source = Partial<Sale['source']>;

  /** Whether an order that its list agrees with is read again. */
  async function isRead(
    list: 'changed' | 'sold',
    source: Source,
    connection = counting,
    period: object = {},
  ): Promise<boolean> {
    const order = aSale({ source: { externalId: '5', ...source } });
    const row = { id: '5', situation: { id: 9, value: 1 }, contactId: order.source.contactId };
    const rows = [{ ...row, total: order.content.totalCents / 100 }];
    const { woken, page } = await step('forbidden', { list, ...FIRST }, connection, { order, rows, period });
    expect(page.found).toBe(0);
    return woken.length > 0;
  }

  it('reads what was let go of during a pause in the own comparison alone: one of a longer time would read everything', async () => {
    const paused = { consumerInvoicesSince: null, resumedAt: new Date(NOW - HOUR) };
    const old = { readAt: NOW - 2 * HOUR };
    const year = { from: new Date(NOW - 300 * DAY) };
    expect(await isRead('changed', old, paused, { ...year, trigger: 'scheduled' })).toBe(true);
    expect(await isRead('changed', old, paused, { ...year, trigger: 'requested' })).toBe(false);
  });

  it('reads them once more, a day after they were completed', async () => {
    const completed = (ago: number, readAgo: number): Source => ({
      ...{ completedAt: NOW - ago, readAt: NOW - readAgo },
    });
    expect(await isRead('sold', completed(DAY - HOUR, DAY - HOUR))).toBe(false);
    expect(await isRead('sold', completed(DAY + HOUR, 2 * HOUR))).toBe(true);
    expect(await isRead('sold', completed(DAY + HOUR, HOUR))).toBe(false);
    expect(await isRead('sold', completed(DAY + HOUR, DAY + HOUR))).toBe(true);
    const later = { consumerInvoicesSince: new Date(NOW - HOUR) };
    expect(await isRead('sold', completed(DAY + HOUR, DAY + HOUR), later)).toBe(false);
  });
});

describe('a comparison of sales whose buyer was still to be looked up when their connection was paused', () => {
  const unasked = { owner: { customerId: null, identifiedBy: null } };
  const row = { id: '5', situation: { id: 9, value: 1 }, contactId: '77', total: '190' };

  async function isRead(
    readAgo: number,
    order: Partial<Parameters<typeof aSale>[0]> = {},
    situation = row.situation,
  ): Promise<boolean> {
    const sale = aSale({ ...unasked, source: { externalId: '5', readAt: NOW - readAgo }, ...order });
    const paused = { consumerInvoicesSince: null, resumedAt: new Date(NOW - 1_000) };
    const sold = { list: 'sold', ...FIRST } as const;
    const { woken } = await step('forbidden', sold, paused, { order: sale, rows: [{ ...row, situation }] });
    return woken.length > 0;
  }

  it('reads those again that were not read since it went on', async () => {
    expect(await isRead(2_000)).toBe(true);
    expect(await isRead(500)).toBe(false);
  });

  it('leaves those of whom it is known whose they are, and those that are not completed', async () => {
    expect(await isRead(2_000, { owner: {} })).toBe(false);
    const source = { externalId: '5', readAt: NOW - 2_000, status: 'open' as const };
    expect(await isRead(2_000, { source }, { id: 6, value: 0 })).toBe(false);
  });
});

describe('a comparison of NFC-e that count again', () => {
  const connection = {
    ...{ consumerInvoicesSince: new Date(NOW), invoicesCountedFrom: new Date(NOW - 5 * DAY) },
  };
  const place = { list: 'invoices', ...FIRST } as const;
  const issued = (id: string, ago: number) => ({
    ...{ id, outcome: 'cancelled' as const, contactId: null, issuedAt: NOW - ago },
  });

  it('looks at those that counted before, and for none that nobody counted meanwhile', async () => {
    const order = aSale({ source: { externalId: 'nfce-1', status: 'completed' } });
    const rows = [issued('1', 4 * DAY), issued('2', DAY), issued('3', -1_000)];
    const { woken, page, asked } = await step('forbidden', place, connection, { order, rows });
    expect(woken).toEqual(['nfce-1', 'nfce-3']);
    expect(page.found).toBe(2);
    expect(asked?.issuedFrom).toBe(NOW - 2 * DAY + 12 * 3_600_000);
  });

  it('asks for one of those that no list has', async () => {
    const { woken } = await step('forbidden', { list: 'unlisted', ...FIRST }, connection);
    expect(woken).toEqual(['nfce-234']);
  });
});

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
