/**
 * `npm run bench:value`: how long it takes to count a budget over 400,000 grants, and to merge two customers of 2,000 and of
 * 20,000 lots and tell them apart again, on a MongoDB of its own. `-- --lots N` (any number of times) measures merges of so many
 * lots, and nothing else. The exit code says whether every ledger is right, never how fast it was.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { figure, table } from './bench/index';
import { aMerchant, giveLots, giveMany, openDatabase } from './growth';
import { onStopRequest, RetornoToolError, runTool, Teardown } from './processes';

const GRANTS = 400_000;
const LOTS = [2_000, 20_000];
const RULE = { id: 'cashback', grant: { type: 'cashback' as const, rateBps: 500 } };

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function main(): Promise<number> {
  const wished = wishedLots();
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run());
  try {
    const database = await openDatabase(teardown);
    const budget = wished ? [] : await measureBudget(database);
    const merges: string[][] = [];
    let wrong = 0;
    for (const lots of wished ?? LOTS) {
      const { row, problems } = await measureMerge(database, lots);
      merges.push(row);
      wrong += problems;
    }
    if (!wished) console.log(`\n${table(['budget over 400,000 grants', 'ms', 'memory +MB'], budget)}`);
    console.log(`\n${table(['lots on each side', 'merge s', 'undo s'], merges)}\n`);
    console.log(`The ledgers of those who were merged have ${wrong} problems.`);
    return wrong === 0 ? 0 : 1;
  } finally {
    await teardown.run();
  }
}

/** The sizes asked for; null: everything is measured. */
function wishedLots(): number[] | null {
  const { lots } = parseArgs({ options: { lots: { type: 'string', multiple: true } } }).values;
  const sizes = lots?.map(Number) ?? null;
  if (sizes?.some((size) => !Number.isInteger(size) || size < 1))
    throw new RetornoToolError('usage', '--lots wants a whole number: npm run bench:value -- --lots 2000');
  return sizes;
}

async function measureBudget(database: Database): Promise<string[][]> {
  const { store, db } = database;
  const merchantId = await aMerchant(store, 'Verba');
  const customerId = await giveLots(database, merchantId, 1);
  console.log(`Writing ${GRANTS} grants …`);
  await giveMany(db, merchantId, GRANTS);
  const usage = { saleId: 'next', month: null, budgets: [RULE], firstPurchase: false };
  const sell = (): Promise<void> =>
    store.wallets.change(merchantId, customerId, { usage }, Date.now(), () => ({ result: undefined }));
  return [await measured('first sale, which counts them', sell), await measured('next sale', sell)];
}

async function measured(title: string, work: () => Promise<void>): Promise<string[]> {
  const before = process.memoryUsage().rss;
  const ms = await timed(work);
  return [title, figure(ms), figure((process.memoryUsage().rss - before) / 2 ** 20)];
}

async function measureMerge(database: Database, lots: number): Promise<{ row: string[]; problems: number }> {
  const { store } = database;
  const merchantId = await aMerchant(store, 'União');
  console.log(`Writing two customers of ${lots} lots …`);
  const [from, into] = [
    await giveLots(database, merchantId, lots),
    await giveLots(database, merchantId, lots),
  ];
  const order = { id: `mrg_${lots}`, merchantId, from, into, automatic: false, force: true };
  const by = { operator: null, reason: 'medida' };
  const merge = await timed(() => store.merges.merge({ ...order, ...by }, Date.now()));
  const undo = await timed(() =>
    store.merges.undo(merchantId, order.id, { ...by, call: 'undo' }, Date.now()),
  );
  const { problems } = await store.ledger.verify(merchantId);
  for (const { subject, problem } of problems.slice(0, 5)) console.log(`${subject} ${problem}`);
  return { row: [String(lots), figure(merge / 1_000), figure(undo / 1_000)], problems: problems.length };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

runTool(main);
