import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createReadSale } from '../../../src/activities/sale';
import type { Identify, SaleReading } from '../../../src/activities/sale';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { invoiceSchema } from '../../../src/bling/invoice';
import { patched } from '../../../src/loyalty';
import type { Sale, SalePatch } from '../../../src/loyalty';
import type { StoreConnection } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';

const DAY = 86_400_000;
const UNREAD = { externalId: 'nfce-234', status: 'open', completedAt: null, readAt: null } as const;
const PARKED = { reason: 'forbidden', asked: 'invoice', connectionId: 'con_1', since: NOW } as const;
const COUNTING = { consumerInvoicesSince: new Date(NOW - DAY) };

/** Issued at noon of the day before, 15:00 UTC. */
const told = (change: object = {}): object => ({
  ...{ id: 234, tipo: 1, situacao: 5, numero: '001234', dataEmissao: '2026-11-03 12:00:00' },
  ...{ contato: { id: 77 }, valorNota: 190, valorFrete: 0, itens: [] },
  ...change,
});

/** Reads an NFC-e as Bling tells of it. */
async function read(
  source: Partial<Sale['source']>,
  connection: Partial<StoreConnection>,
  invoice: object = told(),
  identify: Identify = () => Promise.resolve(),
  beside: SalePatch = {},
): Promise<{ sale: Sale; reading: SaleReading; asked: number }> {
  const state = { sale: aSale({ ...beside, source: { ...UNREAD, ...source } }), asked: 0 };
  const deps: unknown = {
    store: {
      connections: { get: () => Promise.resolve(aConnection(connection)) },
      customers: { foresee: () => Promise.resolve({ customerId: null, changes: true }) },
      shops: { meaningStores: () => Promise.resolve(new Map()) },
      redemptions: { loose: () => Promise.resolve([]), ofSale: () => Promise.resolve([]) },
      programs: { current: () => Promise.resolve(null), version: () => Promise.resolve(null) },
      sales: {
        get: () => Promise.resolve(state.sale),
        namingInvoice: () => Promise.resolve(null),
        list: () => Promise.resolve([]),
        change: ({ sale, patch }: Parameters<ActivityDeps['store']['sales']['change']>[0]) =>
          Promise.resolve((state.sale = patched(sale, patch))),
      },
    },
    bling: {
      getInvoice: () => {
        state.asked += 1;
        return Promise.resolve(invoiceSchema.parse(invoice));
      },
    },
  };
  const { id: saleId, merchantId } = state.sale;
  const { externalId } = state.sale.source;
  const input = {
    saleId,
    merchantId,
    channel: 'bling' as const,
    externalId,
    connectionId: 'con_1',
    settleMs: 0,
  };
  const env = new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW },
    { logger: new DefaultLogger('ERROR') },
  );
  const step = () => createReadSale(deps as ActivityDeps, identify)(input);
  const reading = await env.run<[], SaleReading, typeof step>(step);
  return { ...state, reading };
}

describe('an NFC-e whose connection counts them no more', () => {
  it.each([
    ['never read before', {}],
    ['read before', { readAt: NOW - DAY }],
  ])('is left as it is, %s', async (_case, source) => {
    const { sale, reading, asked } = await read(source, {});
    expect(asked).toBe(0);
    expect(reading).toEqual({ sourceStatus: 'open', identify: false });
    expect(sale.source).toMatchObject({ status: 'open', completedAt: null });
  });

  it('waits for no answer', async () => {
    const { sale } = await read({ parked: PARKED }, {});
    expect(sale.source).toMatchObject({ parked: null, readAt: null });
  });
});

describe('an NFC-e that is not authorised yet', () => {
  it.each([{ dataEmissao: '0000-00-00 00:00:00' }, { dataEmissao: '' }, { valorNota: '?' }])(
    'is open, and refused for nothing, with %j',
    async (change) => {
      const { sale } = await read({}, COUNTING, told({ situacao: 1, ...change }));
      expect(sale.source).toMatchObject({ status: 'open', refusal: null, number: '001234', contactId: '77' });
    },
  );

  it('is refused by that where it is authorised', async () => {
    const { sale } = await read({}, COUNTING, told({ dataEmissao: '' }));
    expect(sale.source.status).toBe('refused');
    expect(sale.source.refusal).toContain('"dataEmissao" da NFC-e');
  });
});

describe('an NFC-e from before its connection counted them', () => {
  const late = { consumerInvoicesSince: new Date(Date.parse('2026-11-03T15:00:01Z')) };
  const inTime = { consumerInvoicesSince: new Date(Date.parse('2026-11-03T15:00:00Z')) };

  it.each([
    ['is held, though it was read before without its day', { readAt: NOW - 1 }, late, 'held'],
    ['is held no more where it was issued anew since', { readAt: NOW - 1, lateness: 'held' }, inTime, null],
    ['earns where a person has said so', { readAt: NOW - 1, lateness: 'earns' }, late, 'earns'],
    ['is not judged again once it was authorised', { readAt: NOW - 1, completedAt: NOW - 1 }, late, null],
  ] as const)('%s', async (_case, source, connection, lateness) => {
    const { sale } = await read({ lateness: null, ...source }, connection);
    expect(sale.source).toMatchObject({ status: 'completed', lateness });
  });
});

describe('the contact of a sale that is completed', () => {
  it('is looked up in the same look, for the sale as it is stored by then', async () => {
    const known: (string | null)[] = [];
    const identify: Identify = ({ source }) => Promise.resolve(known.push(source.contactId));
    const { reading, asked } = await read({}, COUNTING, told(), identify);
    expect([asked, known]).toEqual([1, ['77']]);
    expect(reading).toEqual({ sourceStatus: 'completed', identify: false });
  });

  it('is left to a step of its own where it is not told just then, and what was read stands', async () => {
    const identify: Identify = () => Promise.reject(new Error('not now'));
    const { reading, sale } = await read({}, COUNTING, told(), identify);
    expect(reading).toEqual({ sourceStatus: 'completed', identify: true });
    expect(sale.source).toMatchObject({ status: 'completed', number: '001234' });
  });

  it('is not looked up while it is not completed', async () => {
    const identify: Identify = () => Promise.reject(new Error('nobody asked'));
    const { reading } = await read({}, COUNTING, told({ situacao: 1 }), identify);
    expect(reading).toEqual({ sourceStatus: 'open', identify: false });
  });
});

describe('an NFC-e that is cancelled before anybody has looked up whose it is', () => {
  it.each([
    ['owes nothing back to anybody by itself', null, true],
    ['is over by the sale it counts by, and by itself owes nothing', 'sal_2', false],
  ])('%s', async (_case, duplicateOf, voided) => {
    const nobodys = { owner: { customerId: null, identifiedBy: null }, purchase: { duplicateOf } };
    const { sale, reading } = await read({}, COUNTING, told({ situacao: 2 }), undefined, nobodys);
    expect(reading).toEqual({ sourceStatus: 'cancelled', identify: false });
    expect(sale.benefit.voided).toBe(voided);
  });
});
