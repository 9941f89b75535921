/**
 * `npm run bench:ledger`: at which rate ledgers are sealed and verified, and what that makes of ten million customers. On a
 * MongoDB of its own, with customers who are written in bulk (`--customers N`, 10000). The exit code says whether every ledger
 * is right, never how fast it was.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { mongo } from 'mongoose';
import { openStore } from '../src/store';
import type { LedgerPart, Store } from '../src/store';
import { table } from './bench/index';
import { obtainMongo, startMongo } from './engines';
import { aMerchant } from './growth';
import { aTypicalCustomer, copyCustomer } from './ledger-rate';
import { migrationStep } from './migration';
import { freePorts, onStopRequest, runTool, Teardown } from './processes';
import { runSteps } from './progress';

const TEN_MILLION = 10_000_000;
/** Parts that are verified at once: as the product does at most. */
const LANES = [1, 2, 4, 8];

/** So many things in so much time. */
interface Rate {
  what: string;
  done: number;
  ms: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { customers: { type: 'string', default: '10000' } } });
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run());
  const folder = await mkdtemp(join(tmpdir(), 'retorno-ledger-'));
  teardown.add('the temporary folder', () => rm(folder, { recursive: true, force: true }));
  try {
    const settings = { uri: await startDatabase(folder, teardown), encryptionKey: randomBytes(32) };
    await runSteps([migrationStep(() => settings, { finish: true })]);
    const store = await openStore(settings);
    teardown.add('the connection to MongoDB', () => store.close());
    const client = await mongo.MongoClient.connect(settings.uri);
    teardown.add('the other connection to MongoDB', () => client.close());
    return await measure(store, client.db(), Number(values.customers));
  } finally {
    await teardown.run();
  }
}

async function startDatabase(folder: string, teardown: Teardown): Promise<string> {
  const [port = 0] = await freePorts(1);
  const found = { uri: '' };
  const run = async (step: Parameters<typeof obtainMongo>[1]): Promise<string> => {
    const { value, way } = await obtainMongo(process.env, step);
    const files = { dataDir: join(folder, 'mongodb'), logFile: join(folder, 'mongodb.log') };
    const started = await startMongo({ ...value, port, database: 'retorno_ledger', ...files });
    teardown.add('MongoDB', () => started.stop());
    found.uri = started.uri;
    return `${started.uri}, from ${way}`;
  };
  await runSteps([{ title: 'MongoDB', run }]);
  return found.uri;
}

async function measure(store: Store, db: mongo.Db, customers: number): Promise<number> {
  const now = Date.now();
  const merchantId = await aMerchant(store, 'Medida');
  const typical = await aTypicalCustomer(store, merchantId, now);
  const rates: Rate[] = [];
  const timed = async (what: string, done: number, work: () => Promise<unknown>): Promise<void> => {
    const begun = performance.now();
    await work();
    rates.push({ what, done, ms: performance.now() - begun });
  };
  let entries = 0;
  await timed('written in bulk', customers, async () => {
    entries = await copyCustomer(db, typical, customers);
  });
  await timed('sealed', customers, () => store.ledger.seal(merchantId, now));
  let problems = 0;
  for (const lanes of LANES)
    await timed(`verified, ${lanes} parts at once`, customers, async () => {
      problems += await verifyAll(store, db, merchantId, lanes);
    });
  await timed('seals and codes verified', customers, async () => {
    problems += (await store.ledger.verifySeals(merchantId)).problems.length;
  });
  report(customers, entries, rates, problems);
  return problems === 0 ? 0 : 1;
}

/** Verifies all customers in as many parts at once; answers how many problems there are. */
async function verifyAll(store: Store, db: mongo.Db, merchantId: string, lanes: number): Promise<number> {
  const ids = await db
    .collection<{ _id: string }>('wallets')
    .find({ merchantId })
    .project<{ _id: string }>({ _id: 1 })
    .sort({ _id: 1 })
    .toArray();
  const size = Math.ceil(ids.length / lanes);
  const parts = Array.from({ length: lanes }, (_, n): LedgerPart => ({
    after: n === 0 ? '' : ids[n * size - 1]!._id,
    upTo: n === lanes - 1 ? null : ids[(n + 1) * size - 1]!._id,
  }));
  const found = await Promise.all(parts.map((part) => store.ledger.verify(merchantId, part)));
  return found.reduce((sum, { problems }) => sum + problems.length, 0);
}

function report(customers: number, entries: number, rates: readonly Rate[], problems: number): void {
  const hours = (perSecond: number): string => `${(TEN_MILLION / perSecond / 3_600).toFixed(1)} h`;
  console.log(
    [
      '',
      `${customers} customers with ${entries} entries, one process, ${availableParallelism()} processors`,
      table(
        ['step', 'seconds', 'customers a second', 'ten million take'],
        rates.map(({ what, done, ms }) => {
          const perSecond = (done / ms) * 1_000;
          return [what, (ms / 1_000).toFixed(1), perSecond.toFixed(0), hours(perSecond)];
        }),
      ),
      `problems found: ${problems}`,
    ].join('\n'),
  );
}

runTool(main);
