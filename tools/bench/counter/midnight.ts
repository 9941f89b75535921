import { setTimeout as pause } from 'node:timers/promises';
import { createRuns } from '../../../src/runs';
import { saleWorkflowId } from '../../../src/workflows';
import { copyCustomer } from '../../ledger-rate';
import { waitUntil } from '../../processes';
import { ledgerProblems, QUEUES } from '../../rig';
import { WrongResultError } from '../proof';
import { PROGRAM } from '../stage';
import { quantile } from '../statistics';
import { figure } from '../table';
import type { Load } from './load';
import { aSale, bring, inLanes } from './posted-sales';
import { callOf } from './stage';
import type { CounterStage } from './stage';

/** The sale of which the others are copies; a copy's name ends in its number. */
const ORIGINAL = 'MEIA-NOITE';
/** So long until the first lot ends: for each run that is to rest by then, and for what comes before. */
const REST_MS_EACH = 60;
const REST_MS = 60_000;
const WITHIN_MS = 3_600_000;
const MINUTE_MS = 60_000;
const COUNT_EVERY_MS = 2_000;

interface Original {
  readonly _id: string;
  readonly customerId: string;
}

/**
 * So many customers of one other have a lot each, and the run of its sale rests; the lots end one after the other, as evenly as the two
 * hours after a midnight spread them (`momentOf`), only in less time.
 */
export function midnight(stage: CounterStage, lots: number, seconds: number): Load {
  const { db, temporal, signal, print } = stage;
  const shop = stage.others[0]!;
  const { merchantId } = shop;
  let first = 0;
  const endOf = (copy: number): Date => new Date(first + Math.floor((copy * seconds * 1_000) / lots));
  const until = (what: string, holds: () => Promise<boolean>): Promise<unknown> =>
    waitUntil(async () => ((await holds()) ? true : undefined), {
      ...{ what, timeoutMs: WITHIN_MS, everyMs: COUNT_EVERY_MS, signal },
    });
  return {
    title: `${lots} lots of one other end within ${seconds} s`,
    async prepare() {
      const original = await soldOnce(stage, until);
      first = Date.now() + REST_MS + lots * REST_MS_EACH;
      await copyCustomer(db, original.customerId, lots, endOf);
      const runs = createRuns({ client: temporal, taskQueue: QUEUES.product, coalesceMs: 0 });
      await inLanes([...Array(lots).keys()], (n) => {
        const source = { channel: 'pos', externalId: `${ORIGINAL}_${n}`, connectionId: null } as const;
        return runs.benefitMoved({ id: `${original._id}_${n}`, merchantId, source }, ORIGINAL);
      });
      const query = `WorkflowType = 'sale' AND MerchantId = '${merchantId}' AND SaleStatus = 'active'`;
      await until(
        `${lots} runs rest`,
        async () => (await temporal.workflow.count(query)).count > lots || Date.now() > first,
      );
      print(`  ${lots} runs rest, ${Math.round((first - Date.now()) / 1_000)} s before the first lot ends`);
      await pause(Math.max(0, first - Date.now()), undefined, { signal });
    },
    async begin() {
      const expired = { merchantId, status: 'expired' };
      await until(
        `${lots} lots have ended`,
        async () => (await db.collection('sales').countDocuments(expired)) >= lots,
      );
    },
    async found() {
      const problems = await ledgerProblems([shop], stage.api);
      if (problems.length > 0) throw new WrongResultError(problems);
      const dues = Array.from({ length: lots }, (_, n) => {
        const id = saleWorkflowId({ merchantId, channel: 'pos', externalId: `${ORIGINAL}_${n}` });
        return [id, endOf(n).getTime()] as const;
      });
      const lateMs = await lateness(stage, merchantId, new Map(dues));
      const [p50, p99, most] = [0.5, 0.99, 1].map((share) => figure(quantile(lateMs, share)));
      const rate = figure(lots / seconds);
      return `${lateMs.length} runs over, ${rate} a second; after its end each p50 ${p50} ms, p99 ${p99} ms, at most ${most} ms; the ledger holds`;
    },
  };
}

/** Somebody buys once, where nothing is told to anybody. */
async function soldOnce(
  stage: CounterStage,
  until: (what: string, holds: () => Promise<boolean>) => Promise<unknown>,
): Promise<Original> {
  const shop = stage.others[0]!;
  const program = { ...PROGRAM, messages: {} };
  await stage.api.json(200, { method: 'PUT', path: '/v1/program', headers: callOf(shop), body: program });
  await bring(stage, shop, { ...aSale(0), externalId: ORIGINAL });
  const sales = stage.db.collection<Original>('sales');
  const earned = { merchantId: shop.merchantId, status: 'active' };
  await until('one sale has earned', async () => (await sales.countDocuments(earned)) > 0);
  return (await sales.findOne(earned))!;
}

/** Milliseconds between the end of each lot and that of its run, when all are over. */
async function lateness(
  { temporal, signal }: CounterStage,
  merchantId: string,
  dues: ReadonlyMap<string, number>,
): Promise<number[]> {
  const query = `WorkflowType = 'sale' AND MerchantId = '${merchantId}' AND ExecutionStatus = 'Completed'`;
  await waitUntil(
    async () => ((await temporal.workflow.count(query)).count >= dues.size ? true : undefined),
    {
      ...{ what: 'the runs are over', timeoutMs: MINUTE_MS, everyMs: COUNT_EVERY_MS, signal },
    },
  );
  const late: number[] = [];
  for await (const { workflowId, closeTime } of temporal.workflow.list({ query, pageSize: 1_000 })) {
    const due = dues.get(workflowId);
    if (due !== undefined && closeTime) late.push(closeTime.getTime() - due);
  }
  return late;
}
