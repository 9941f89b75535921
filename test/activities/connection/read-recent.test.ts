import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createReconcilePage } from '../../../src/activities/connection';
import type { ReconciledPage } from '../../../src/activities/connection';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { contentOf } from '../../../src/activities/sale';
import { BlingApiError } from '../../../src/bling';
import type { BlingOrder } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import { patched } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import type { LookedAt, Reconciliation, StoreConnection } from '../../../src/store';
import type { ReconcilePlace } from '../../../src/workflows';
import { aConnection, aSale, NOW } from '../../api/builders';
import { createFakeRuns } from '../../api/fakes/runs';

/*
 * Orders that were changed in silence soon after their sale was read: their row in the list of changes agrees.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;
const FIRST = { page: 1, pass: 1, fresh: 0 };

const REPORT = {
  ...{ id: 'rec_1', merchantId: aSale().merchantId, connectionId: 'con_1', trigger: 'scheduled' as const },
  ...{ state: 'running' as const, from: new Date(NOW - 45 * MINUTE), until: new Date(NOW) },
  ...{ soldFrom: '2026-11-02', soldTo: '2026-11-03', beganAt: new Date(NOW), found: [] },
};
const CONNECTION = aConnection({
  ...{ reconciledUntil: new Date(NOW - 15 * MINUTE), authorizedAt: new Date(NOW - 60 * DAY) },
  consumerInvoicesSince: new Date(NOW - 30 * DAY),
});

const TOLD: BlingOrder = {
  ...{ id: '5', number: '10231', marketplaceNumber: null, date: '2026-11-03' },
  ...{ situation: { id: 9, value: 1 }, contactId: '77', storeId: null },
  ...{ total: '190', freight: '0', otherExpenses: '0', discount: null },
  items: [{ sku: 'CAMISETA-P', quantity: '1', unitPrice: '190' }],
  invoiceId: null,
};

/** The sale of that order, as it was read a minute ago. */
function saleRead(source: Partial<Sale['source']> = {}, id = TOLD.id): Sale {
  const sale = aSale({ source: { externalId: id, contactId: '77' } });
  const said = contentOf({
    ...{ told: { ...TOLD, id }, connection: CONNECTION, zone: 'America/Sao_Paulo', sale },
    ...{ storeId: null, linesMatter: true },
  });
  const read = patched(sale, said);
  return { ...read, source: { ...read.source, readAt: NOW - MINUTE, ...source } };
}

interface Given {
  sale?: Sale;
  /** What has become of it once the page was read. */
  since?: Sale;
  told?: BlingOrder | null | BlingApiError;
  place?: ReconcilePlace;
  /** Of how many orders the page is. */
  orders?: number;
  more?: boolean;
  report?: Partial<Reconciliation>;
  connection?: StoreConnection;
}

/** One step of a comparison: what Bling was asked for, who was woken, what the report has of it, and which sales are kept as read. */
async function step(given: Given = {}) {
  const { told = TOLD, more = false, report = {}, connection = CONNECTION, orders = 1 } = given;
  const ids = Array.from({ length: orders }, (_, n) => String(5 + n));
  const looked = new Set<string>();
  const runs = createFakeRuns();
  const asked: string[] = [];
  const kept: unknown[] = [];
  const noted: LookedAt[] = [];
  let period: object | null = null;
  const deps: unknown = {
    ...{ runs, log: createLogger('silent') },
    store: {
      reconciliations: {
        get: () => Promise.resolve({ ...REPORT, ...report }),
        look: () => Promise.resolve(0),
        lookAgain: (_m: string, _id: string, one: LookedAt) => Promise.resolve(void noted.push(one)),
      },
      connections: { get: () => Promise.resolve(connection), answered: () => Promise.resolve(false) },
      shops: { meaningStores: () => Promise.resolve(new Map()) },
      programs: { current: () => Promise.resolve(null), version: () => Promise.resolve(null) },
      sales: {
        find({ externalId: id }: { externalId: string }) {
          const asListed = given.sale ?? saleRead({}, id);
          const sale = looked.has(id) ? (given.since ?? asListed) : asListed;
          looked.add(id);
          return Promise.resolve(sale);
        },
        change: ({ patch }: { patch: unknown }) => Promise.resolve(kept.push(patch)),
      },
    },
    bling: {
      listOrders: (_account: unknown, query: object) => {
        period = query;
        return Promise.resolve({ rows: ids.map((id) => ({ ...TOLD, id })), more });
      },
      getOrder: (_account: unknown, id: string) => {
        asked.push(id);
        return told instanceof BlingApiError
          ? Promise.reject(told)
          : Promise.resolve(told && { ...told, id });
      },
    },
  };
  const { merchantId, connectionId, id: reconciliationId } = REPORT;
  const place = given.place ?? { list: 'recent', ...FIRST };
  const env = new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  );
  const ask = () =>
    createReconcilePage(deps as ActivityDeps)({ merchantId, connectionId, reconciliationId }, place);
  const page = await env.run<[], ReconciledPage, typeof ask>(ask);
  const woken = runs.signals.map(({ hint }) => hint.kind);
  return { page, asked, woken, kept, noted, period };
}

describe('an order that was changed in the time in which its sale was read', () => {
  it('is read by itself, and kept as read where it is as it was: no other comparison reads it for that', async () => {
    const { asked, woken, kept, page } = await step();
    expect(asked).toEqual(['5']);
    expect(woken).toEqual([]);
    expect(kept).toEqual([{ source: { readAt: expect.any(Number) } }]);
    expect(page).toMatchObject({ found: 0, next: { list: 'invoices', page: 1 } });
  });

  it('is not asked for where its own run has read it since the list was', async () => {
    expect((await step({ since: saleRead({ readAt: NOW }) })).asked).toEqual([]);
  });

  it.each([
    ['freight', { freight: '10' }],
    ['lines', { items: [{ sku: 'CALCA', quantity: '1', unitPrice: '190' }] }],
    ['date', { date: '2026-11-02' as const }],
    ['channel', { storeId: '205375013' }],
    ['NFC-e', { invoiceId: '234' }],
  ])('is looked at again where its %s is otherwise, and the report says so', async (_what, change) => {
    const { woken, kept, noted, page } = await step({ told: { ...TOLD, ...change } });
    expect(woken).toEqual(['updated']);
    expect(kept).toEqual([]);
    const listed = { outcome: 'completed', totalCents: 19_000, contactId: '77' };
    expect(noted).toEqual([{ orderId: '5', why: 'content', listed }]);
    expect(page.found).toBe(1);
  });

  it('is looked at again where it is not there any more', async () => {
    const { woken, noted, page } = await step({ told: null });
    expect(woken).toEqual(['deleted']);
    expect(noted).toMatchObject([{ orderId: '5', why: 'unlisted' }]);
    expect(page.found).toBe(1);
  });

  it('is left to its own run where it may not be read by itself', async () => {
    const { woken, kept, noted } = await step({ told: new BlingApiError('forbidden', 'read order') });
    expect([woken, kept, noted]).toEqual([[], [], []]);
  });

  it('is read as well where its sale was read before the comparison before ended, and no list would show it', async () => {
    expect((await step({ sale: saleRead({ readAt: NOW - 20 * MINUTE }) })).asked).toEqual(['5']);
  });

  it.each([
    ['before the period', { readAt: NOW - 46 * MINUTE }],
    ['after it', { readAt: NOW }],
    ['never', { readAt: null }],
  ])('is not read for that where its sale was read %s', async (_when, source) => {
    expect((await step({ sale: saleRead(source) })).asked).toEqual([]);
  });

  it('is not read for that where nothing of it matters, or something else has it read', async () => {
    for (const source of [{ status: 'cancelled' as const }, { refusal: 'O campo "total" não é um número.' }])
      expect((await step({ sale: saleRead(source) })).asked).toEqual([]);
  });
});

describe('the list of what was changed just now', () => {
  const changed = { list: 'changed', ...FIRST } as const;

  it('is gone through after that of the whole period, from shortly before the comparison before ended', async () => {
    expect((await step({ place: changed })).page.next).toMatchObject({ list: 'recent', page: 1 });
    const { period } = await step();
    expect(period).toMatchObject({ changedFrom: NOW - 17 * MINUTE, changedTo: NOW });
  });

  it('is left where nothing was changed at all, or the period is a long one', async () => {
    expect((await step({ place: changed, orders: 0 })).page.next).toMatchObject({ list: 'invoices' });
    const year = { from: new Date(NOW - 300 * DAY), trigger: 'asked' as const };
    expect((await step({ place: changed, report: year })).page.next).toMatchObject({ list: 'invoices' });
  });

  it('begins with the period where a person has asked for it, of a month at most', async () => {
    const { period } = await step({ report: { trigger: 'asked' } });
    expect(period).toMatchObject({ changedFrom: NOW - 45 * MINUTE });
    const month = { from: new Date(NOW - 31 * DAY), trigger: 'asked' as const };
    const read = { report: month, sale: saleRead({ readAt: NOW - 20 * DAY }) };
    expect((await step({ ...read, place: changed })).page.next).toMatchObject({ list: 'recent' });
    const { period: asked, asked: orders } = await step(read);
    expect(asked).toMatchObject({ changedFrom: NOW - 31 * DAY });
    expect(orders).toEqual(['5']);
  });

  it('is gone through however long nothing was compared, as nothing else shows what was changed then', async () => {
    const connection = { ...CONNECTION, reconciledUntil: new Date(NOW - 90 * DAY) };
    const report = { from: new Date(NOW - 90 * DAY - 30 * MINUTE) };
    const sale = saleRead({ readAt: NOW - 90 * DAY - 20 * MINUTE });
    const away = { report, connection, sale };
    expect((await step({ ...away, place: changed })).page.next).toMatchObject({ list: 'recent' });
    const { period, asked } = await step(away);
    expect(period).toMatchObject({ changedFrom: NOW - 90 * DAY - 2 * MINUTE });
    expect(asked).toEqual(['5']);
  });

  it('is left where situations were given another meaning, which the rows tell', async () => {
    const report = { trigger: 'situations' as const };
    expect((await step({ place: changed, report })).page.next).toMatchObject({ list: 'invoices' });
  });

  it('has twenty orders read in one step, and the next one goes on after them', async () => {
    const page = { orders: 45, more: true };
    const first = await step(page);
    expect(first.asked).toHaveLength(20);
    expect(first.page.next).toMatchObject({ list: 'recent', page: 1, after: { id: '24' } });
    const second = await step({ ...page, place: first.page.next! });
    expect(second.asked[0]).toBe('25');
    const third = await step({ ...page, place: second.page.next! });
    expect(third.asked).toHaveLength(5);
    expect(third.page.next).toEqual({ list: 'recent', page: 2, pass: 1, fresh: 45 });
  });

  it('of several pages is gone through again where some had to be read', async () => {
    const second = { list: 'recent', page: 2, pass: 1, fresh: 0 } as const;
    expect((await step({ place: second })).page.next).toEqual({ list: 'recent', page: 1, pass: 2, fresh: 0 });
    const read = saleRead({ readAt: NOW });
    expect((await step({ place: second, sale: read })).page.next).toMatchObject({ list: 'invoices' });
  });
});
