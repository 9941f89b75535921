import { setTimeout as delay } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../../src/activities';
import type { Activities, ContactImportProgress } from '../../src/activities';
import { saleIdOf } from '../../src/ids';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { blingOf } from './pretend-bling';

/** What a process of the bench works on. */
export interface Work {
  uri: string;
  encryptionKey: string;
  merchantId: string;
  connectionId: string;
  importId: string;
  count: number;
  /** `sales`: so many live sales and no import. */
  what: 'import' | 'sales';
}

/** What such a process tells. */
export type Note =
  | { kind: 'contacts'; contacts: number; rssMb: number }
  | { kind: 'sale'; ms: number }
  | { kind: 'ended'; told: Pick<ContactImportProgress, 'state' | 'contacts' | 'created' | 'calls'> | null };

const SALES_ALONE = 25;
const SALE_EVERY_MS = 500;
const MEGABYTE = 1_048_576;

/** Does the work, by the product's own steps, and tells of it as it goes. */
export async function importer(work: Work, tell: (note: Note) => Promise<void>): Promise<void> {
  const store = await openStore({ uri: work.uri, encryptionKey: Buffer.from(work.encryptionKey, 'hex') });
  const steps = stepsOver(store, work.count);
  const sell = async (): Promise<void> => tell({ kind: 'sale', ms: await liveSale(store, steps, work) });
  if (work.what === 'sales') {
    for (let n = 0; n < SALES_ALONE; n += 1) await sell();
    await tell({ kind: 'ended', told: null });
  } else {
    const selling = new AbortController();
    const sales = sellBeside(sell, selling.signal);
    const told = await importAll(steps, work, tell);
    selling.abort();
    await sales;
    await tell({ kind: 'ended', told });
  }
  await store.close();
}

/** The steps, with nothing around them but the store and that Bling: runs are woken by nobody. */
function stepsOver(store: Store, count: number): Activities {
  const silent = (): void => undefined;
  const log = { info: silent, warn: silent, error: silent, debug: silent };
  const runs = new Proxy({}, { get: () => () => Promise.resolve() });
  return createActivities({ store, log, bling: blingOf(count), runs } as unknown as Parameters<
    typeof createActivities
  >[0]);
}

function run<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  const env = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: Date.now() });
  return env.run<[], Answer, () => Promise<Answer>>(step);
}

async function importAll(
  steps: Activities,
  { merchantId, importId }: Work,
  tell: (note: Note) => Promise<void>,
): Promise<Pick<ContactImportProgress, 'state' | 'contacts' | 'created' | 'calls'>> {
  for (;;) {
    const told = await run(() => steps.readContacts({ merchantId, importId }));
    const { state, contacts, created, calls } = told;
    await tell({ kind: 'contacts', contacts, rssMb: Math.round(process.memoryUsage().rss / MEGABYTE) });
    if (state !== 'running') return { state, contacts, created, calls };
  }
}

async function sellBeside(sell: () => Promise<void>, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await sell();
    await delay(SALE_EVERY_MS, undefined, { signal: stopped }).catch(() => undefined);
  }
}

/** From the beginning of its reading until it is credited, in milliseconds. */
async function liveSale(
  store: Store,
  steps: Activities,
  { merchantId, connectionId }: Work,
): Promise<number> {
  const externalId = String(Date.now());
  const saleId = saleIdOf({ merchantId, channel: 'bling', externalId });
  const input = { merchantId, saleId, channel: 'bling' as const, externalId, connectionId, settleMs: 0 };
  const begun = performance.now();
  await run(() => steps.readSale(input));
  await run(() => steps.settleBenefit(input));
  const ms = performance.now() - begun;
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale || sale.benefit.earnedCents === 0) throw new Error(`Sale ${saleId} was not credited.`);
  return ms;
}
