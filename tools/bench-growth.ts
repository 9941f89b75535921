/**
 * `npm run bench:growth`: what a grant and a redemption cost while one customer's history grows from 10 to 10,000 entries.
 * The customers are measured in turn within one run, on a MongoDB of its own. The exit code says whether every ledger is
 * right, never how fast it was.
 */
import { performance } from 'node:perf_hooks';
import type { Store } from '../src/store';
import { figure, quantile, table } from './bench/index';
import { aMerchant, CustomerHistory, openDatabase, PROGRAM } from './growth';
import { onStopRequest, runTool, Teardown } from './processes';

const LENGTHS = [10, 100, 1_000, 10_000];
/** Each customer is granted and redeems in turn with the others; the first rounds only warm up. */
const ROUNDS = 120;
const WARM_UP = 20;

interface Measured {
  entries: number;
  history: CustomerHistory;
  grantMs: number[];
  redeemMs: number[];
}

async function main(): Promise<number> {
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run());
  try {
    const { store } = await openDatabase(teardown);
    const merchantId = await aMerchant(store, 'Medida');
    const measured = await histories(store, merchantId);
    for (let round = 0; round < ROUNDS; round += 1) await measureRound(measured, round >= WARM_UP);
    return await report(store, merchantId, measured);
  } finally {
    await teardown.run();
  }
}

async function histories(store: Store, merchantId: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const entries of LENGTHS) {
    console.log(`Writing a history of ${entries} entries …`);
    const nobody = { name: null, document: null, phones: [], emails: [], birthDate: null };
    const contact = { ...nobody, externalKey: `growth:${entries}` };
    const { customerId } = await store.customers.identify(merchantId, contact, new Date());
    const history = new CustomerHistory(store, merchantId, customerId, PROGRAM);
    await history.grow(entries);
    measured.push({ entries, history, grantMs: [], redeemMs: [] });
  }
  return measured;
}

/** One grant and one redemption of every customer, so that all meet the same minute of the machine. */
async function measureRound(measured: readonly Measured[], counted: boolean): Promise<void> {
  for (const { history, grantMs, redeemMs } of measured) {
    const grant = await timed(() => history.grant());
    const redeem = await timed(() => history.redeem());
    if (!counted) continue;
    grantMs.push(grant);
    redeemMs.push(redeem);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function report(store: Store, merchantId: string, measured: readonly Measured[]): Promise<number> {
  const first = measured[0]!;
  const row = ({ entries, grantMs, redeemMs }: Measured): string[] => [
    `${entries} entries`,
    ...[grantMs, redeemMs].flatMap((ms, index) => {
      const base = quantile(index === 0 ? first.grantMs : first.redeemMs, 0.5);
      return [figure(quantile(ms, 0.5)), figure(quantile(ms, 0.95)), `${figure(quantile(ms, 0.5) / base)}×`];
    }),
  ];
  const heading = ['history at the start', 'grant p50 ms', 'p95', '', 'redemption p50 ms', 'p95', ''];
  console.log(`\n${table(heading, measured.map(row))}\n`);
  const { problems, entries } = await store.ledger.verify(merchantId);
  console.log(
    `${ROUNDS - WARM_UP} rounds counted. The ledger of ${entries} entries has ${problems.length} problems.`,
  );
  return problems.length === 0 ? 0 : 1;
}

runTool(main);
