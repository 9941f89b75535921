import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { invoiceAlone } from '../../../src/activities/sale/invoice-of-order';
import { lookForItsOrder } from '../../../src/activities/sale/order-of-invoice';
import { BlingApiError } from '../../../src/bling';
import { invoiceSchema } from '../../../src/bling/invoice';
import { patched } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import type { Store } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';
import { createFakeRuns } from '../../api/fakes/runs';

const DAY = 86_400_000;
const INVOICE = '234';

const anOrder = (externalId: string, source: Partial<Sale['source']> = {}, soldAt = NOW - DAY): Sale =>
  aSale({ id: `sal_${externalId}`, source: { externalId, ...source }, content: { soldAt } });

const theInvoice = (source: Partial<Sale['source']> = {}): Sale =>
  aSale({
    id: 'sal_nfce',
    source: { externalId: `nfce-${INVOICE}`, status: 'open', completedAt: null, ...source },
  });

interface Looked {
  asked: string[];
  naming: string[];
  woken: string[];
  /** What another attempt begins with. */
  progress: unknown;
}

/** Looks for the order of an NFC-e among these; `names` is the one that names it at Bling. */
async function look(
  orders: Sale[],
  {
    names = '',
    others = [],
    told = {},
    since = NOW - DAY,
    known = {},
    progress,
    getOrder,
  }: {
    names?: string;
    /** NFC-e that are known. */
    others?: Sale[];
    told?: object;
    since?: number;
    /** What is known of the NFC-e itself. */
    known?: Partial<Sale['source']>;
    progress?: string[];
    getOrder?: (id: string) => Promise<unknown>;
  } = {},
): Promise<Looked> {
  const state: Looked = { asked: [], naming: [], woken: [], progress: null };
  const runs = createFakeRuns();
  const answer = (id: string) => Promise.resolve({ invoiceId: id === names ? INVOICE : null });
  const deps: unknown = {
    runs,
    store: {
      customers: { foresee: () => Promise.resolve({ customerId: 'cus_1', changes: false }) },
      sales: {
        namingInvoice: () => Promise.resolve(null),
        list: () => Promise.resolve(orders),
        find: ({ externalId }: { externalId: string }) =>
          Promise.resolve(others.find(({ source }) => source.externalId === externalId) ?? null),
        change: ({ sale, patch }: { sale: Sale; patch: { source: Partial<Sale['source']> } }) => {
          const { externalId, invoiceId } = patched(sale, patch).source;
          return Promise.resolve(void state.naming.push(`${externalId}: ${invoiceId}`));
        },
      },
    },
    bling: {
      getOrder: (_account: unknown, id: string) => {
        state.asked.push(id);
        return (getOrder ?? answer)(id);
      },
    },
  };
  const invoice = invoiceSchema.parse({
    ...{ id: 234, situacao: 5, tipo: 1, dataEmissao: '2026-11-03 12:00:00', contato: { id: 77 } },
    ...{ valorNota: 10, ...told },
  });
  const connection = aConnection({ consumerInvoicesSince: new Date(since) });
  const heartbeatDetails = progress;
  const env = new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: NOW, heartbeatDetails },
    { logger: new DefaultLogger('ERROR') },
  );
  env.on('heartbeat', (details: unknown) => (state.progress = details));
  const step = () => lookForItsOrder(deps as ActivityDeps, { sale: theInvoice(known), invoice, connection });
  await env.run<[], void, typeof step>(step);
  return { ...state, woken: runs.signals.map(({ input: { externalId } }) => externalId) };
}

describe('an NFC-e that no order is known to name', () => {
  it('has the order that names it at Bling name it here before it is believed, and look again', async () => {
    const orders = [anOrder('1'), anOrder('2'), anOrder('3')];
    const { naming, woken, asked } = await look(orders, { names: '2' });
    expect(naming).toEqual([`2: ${INVOICE}`]);
    expect(woken).toEqual(['2']);
    expect(asked).toEqual(['1', '2']);
  });

  it('asks for the nearest ten, and for none that cannot be it', async () => {
    const far = Array.from({ length: 12 }, (_, n) => anOrder(`far${n}`, {}, NOW - (n + 2) * DAY));
    const parked = { reason: 'forbidden', asked: 'order', connectionId: 'con_1', since: NOW } as const;
    const none = [
      anOrder('nfce-9'),
      anOrder('cancelled', { status: 'cancelled' }),
      anOrder('unread', { readAt: null }),
      anOrder('parked', { parked }),
      anOrder('named', { invoiceId: '8' }),
    ];
    const others = [aSale({ source: { externalId: 'nfce-8', status: 'completed' } })];
    const { asked } = await look([...far.toReversed(), ...none, anOrder('near')], { others });
    expect(asked).toEqual(['near', ...Array.from({ length: 9 }, (_, n) => `far${n}`)]);
  });

  it('asks for one that named an NFC-e which was cancelled: it may name the next', async () => {
    const others = [aSale({ source: { externalId: 'nfce-8', status: 'cancelled' } })];
    const { naming } = await look([anOrder('1', { invoiceId: '8' })], { names: '1', others });
    expect(naming).toEqual([`1: ${INVOICE}`]);
  });

  it('goes on after those that an attempt before has asked for', async () => {
    const first = await look([anOrder('1'), anOrder('2')]);
    expect(first.progress).toEqual(['sal_1', 'sal_2']);
    expect((await look([anOrder('1'), anOrder('2')], { progress: ['sal_1'] })).asked).toEqual(['2']);
  });

  it('passes over an order that may not be read, and waits for one that cannot be read yet', async () => {
    const refused = (kind: BlingApiError['kind']) => (id: string) =>
      id === '1' ? Promise.reject(new BlingApiError(kind, 'read order')) : Promise.resolve(null);
    expect((await look([anOrder('1'), anOrder('2')], { getOrder: refused('forbidden') })).asked).toHaveLength(
      2,
    );
    for (const kind of ['unavailable', 'unauthorized'] as const)
      await expect(look([anOrder('1')], { getOrder: refused(kind) })).rejects.toMatchObject({ kind });
  });

  it('asks for nothing where it earns nothing, as it is from before it counted', async () => {
    const since = NOW + 1_000;
    expect((await look([anOrder('1')], { since })).asked).toEqual([]);
    const held = { status: 'completed', completedAt: NOW, lateness: 'held' } as const;
    expect((await look([anOrder('1')], { since, known: held })).asked).toEqual([]);
    // It counted before NFC-e were counted anew, and has earned.
    const earned = { status: 'completed', completedAt: NOW } as const;
    expect((await look([anOrder('1')], { since, known: earned })).asked).toEqual(['1']);
  });
});

describe('an order that is settled', () => {
  const order = (tellings: string[]): Sale =>
    aSale({
      source: { externalId: '1', invoiceId: INVOICE },
      purchase: {
        tellings: tellings.map((externalId) => ({
          ...{ saleId: 'sal_nfce', channel: 'bling' as const, externalId, number: null, refs: [] },
          ...{ cancelled: false, at: NOW },
        })),
      },
    });

  async function alone(sale: Sale): Promise<{ found: Sale | null; reads: number }> {
    let reads = 0;
    const find = () => Promise.resolve(((reads += 1), theInvoice({ status: 'completed' })));
    const found = await invoiceAlone({ sales: { find } } as unknown as Store, sale);
    return { found, reads };
  }

  it('looks for its NFC-e until that counts by it, and no longer', async () => {
    expect(await alone(order([]))).toMatchObject({ found: { id: 'sal_nfce' }, reads: 1 });
    expect(await alone(order(['nfce-8']))).toMatchObject({ found: { id: 'sal_nfce' }, reads: 1 });
    expect(await alone(order([`nfce-${INVOICE}`]))).toEqual({ found: null, reads: 0 });
  });
});
