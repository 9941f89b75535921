/**
 * `npm run bench:contacts [COUNT]`: imports so many contacts (20,000) of a Bling that answers at once and knows no quota, by the product's
 * own steps over a MongoDB of its own, and says how many it takes a second and how much memory it needs at most: at a tenth of the way,
 * and at the end. The exit code is 1 where they are not all there in the end.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../src/activities';
import type { Activities, ContactImportProgress } from '../src/activities';
import type { Store } from '../src/store';
import { aMerchant, openDatabase } from './growth';
import { onStopRequest, runTool, Teardown } from './processes';

const PAGE = 100;
/** One in so many has an e-mail alone, and has to be read by himself. */
const ONE_BY_ONE = 20;
const SAMPLE_MS = 250;
const MEGABYTE = 1_048_576;

type Deps = Parameters<typeof createActivities>[0];

function rowOf(n: number): { id: string; name: string; mobile: string | null } {
  const number = String(10_000_000 + n);
  const mobile = n % ONE_BY_ONE === 0 ? null : `(11) 9${number.slice(0, 4)}-${number.slice(4)}`;
  return { id: String(n + 1), name: `Pessoa Medida ${n % 1_000}`, mobile };
}

/** A Bling of so many contacts. */
function blingOf(count: number): Pick<Deps['bling'], 'listContacts' | 'getContact'> {
  const nothing = { document: null, landline: null, situation: 'A' };
  return {
    listContacts: (_account, { page }) => {
      const first = (page - 1) * PAGE;
      const rows = Array.from({ length: Math.max(0, Math.min(PAGE, count - first)) }, (_, index) => ({
        ...nothing,
        ...rowOf(first + index),
      }));
      return Promise.resolve({ rows, more: rows.length === PAGE });
    },
    getContact: (_account, id) => {
      const email = `pessoa.${id}@correio.com.br`;
      return Promise.resolve({ ...nothing, ...rowOf(Number(id) - 1), type: 'F', email, birthDate: null });
    },
  };
}

/** The steps, with nothing around them but the store and that Bling. */
function stepsOver(store: Store, count: number): Activities {
  const silent = (): void => undefined;
  const log = { info: silent, warn: silent, error: silent, debug: silent };
  const deps = { store, log, bling: blingOf(count), runs: { mergeCustomers: () => Promise.resolve() } };
  return createActivities(deps as unknown as Deps);
}

/** Watches how much memory the process holds. */
function watchMemory(): { peakMb(): number; stop(): void } {
  let peak = process.memoryUsage().rss;
  let going = true;
  void (async () => {
    for (; going; await delay(SAMPLE_MS)) peak = Math.max(peak, process.memoryUsage().rss);
  })();
  return { peakMb: () => Math.round(peak / MEGABYTE), stop: () => void (going = false) };
}

async function measure(store: Store, count: number): Promise<boolean> {
  const now = new Date();
  const merchantId = await aMerchant(store, 'Medida');
  const company = { companyId: 'medida', companyName: 'Medida' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: now };
  const { id: connectionId } = await store.connections.authorize(merchantId, company, tokens, now);
  const asked = { cause: 'person' as const, changed: null, history: null, zone: 'America/Sao_Paulo' };
  await store.contactImports.open({ id: 'imp_measured', merchantId, connectionId, ...asked }, now);
  const steps = stepsOver(store, count);
  const memory = watchMemory();
  const begun = performance.now();
  let early: number | null = null;
  for (;;) {
    const step = new MockActivityEnvironment();
    const told: ContactImportProgress = await step.run(() =>
      steps.readContacts({ merchantId, importId: 'imp_measured' }),
    );
    if (early === null && told.contacts >= count / 10) early = memory.peakMb();
    if (told.state !== 'running') {
      memory.stop();
      const seconds = (performance.now() - begun) / 1_000;
      console.log(
        `${told.contacts} contacts, ${told.created} customers, ${told.calls} calls in ${seconds.toFixed(0)} s: ` +
          `${(told.contacts / seconds).toFixed(0)} contacts/s. ` +
          `Memory at most ${early} MB after a tenth, ${memory.peakMb()} MB in the end.`,
      );
      return told.state === 'finished' && told.created === count;
    }
  }
}

async function main(): Promise<number> {
  const count = Number(process.argv[2] ?? 20_000);
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run());
  try {
    const { store } = await openDatabase(teardown);
    return (await measure(store, count)) ? 0 : 1;
  } finally {
    await teardown.run();
  }
}

runTool(main);
