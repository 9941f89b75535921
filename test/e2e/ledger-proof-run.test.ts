import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { WorkflowFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { Activities } from '../../src/activities/activities';
import { queueName } from '../../src/queues';
import { LEDGER_PROOF_WORKFLOW } from '../../src/workflows';
import type { ProofSums } from '../../src/workflows';
import { engine } from './engines';
import { startTimeSkipping } from './time-skipping';
import './quiet-runtime';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  env = await startTimeSkipping();
});
afterAll(() => env.teardown());

type Steps = Pick<
  Activities,
  'listMerchants' | 'planProof' | 'verifyLedgerSeals' | 'verifyLedgerPart' | 'reportProof'
>;

const NOTHING = { problems: 0, named: [], firstMisfit: null, seals: 0, sealedEntries: 0, newestSeal: null };

/** Steps over so many merchants of so many parts each; the ledger of `unreadable` fails each time it is read. */
function stepsOver(merchants: number, proved: string[], unreadable?: string, parts = 1): Steps {
  const ids = Array.from({ length: merchants }, (_, n) => `mer_${String(n).padStart(4, '0')}`);
  return {
    listMerchants: (after, limit) =>
      Promise.resolve(ids.filter((id) => after === null || id > after).slice(0, limit)),
    planProof: () =>
      Promise.resolve(Array.from({ length: parts }, (_, n) => ({ after: `c${n}`, upTo: `c${n + 1}` }))),
    verifyLedgerSeals: () =>
      Promise.resolve({ ...NOTHING, customers: 0, entries: 0, seals: 1, newestSeal: '1 a' }),
    verifyLedgerPart(merchantId, { after }) {
      if (merchantId === unreadable) return Promise.reject(new Error('the disk is on fire'));
      proved.push(parts === 1 ? merchantId : after);
      const misfit = { customerId: after, seq: 1, key: null, problem: 'is missing' };
      const broken = parts > 1 && after !== 'c0' ? { problems: 1, firstMisfit: misfit } : {};
      return Promise.resolve({ ...NOTHING, customers: 2, entries: 5, ...broken });
    },
    reportProof: () => Promise.resolve({ alert: 'none' }),
  };
}

async function run(steps: Steps): Promise<WorkflowHandleWithFirstExecutionRunId> {
  const taskQueue = `proof-${randomUUID()}`;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: queueName(taskQueue, 'batch'),
    workflowBundle: { codePath: engine('TEST_WORKFLOW_BUNDLE') },
    activities: steps,
  });
  const handle = await env.client.workflow.start(LEDGER_PROOF_WORKFLOW, {
    ...{ workflowId: taskQueue, taskQueue: queueName(taskQueue, 'batch'), args: [{}] },
  });
  await worker.runUntil(handle.result().catch(() => undefined));
  return handle;
}

describe('a run of the proof', () => {
  it('proves the other ledgers although one cannot be read, and fails in the end with its name', async () => {
    const proved: string[] = [];
    const handle = await run(stepsOver(5, proved, 'mer_0001'));
    expect(proved).toEqual(['mer_0000', 'mer_0002', 'mer_0003', 'mer_0004']);
    const failure: unknown = await handle.result().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkflowFailedError);
    expect((failure as WorkflowFailedError).cause).toMatchObject({
      type: 'LedgerProofIncomplete',
      details: [{ unproved: ['mer_0001'] }],
    });
  });

  it('verifies the parts of one ledger at once, each once, and tells what they come to together', async () => {
    const proved: string[] = [];
    const sums = (await (await run(stepsOver(1, proved, undefined, 20))).result()) as ProofSums;
    expect(proved.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `c${n}`).sort());
    expect(sums.proofs).toMatchObject([
      {
        ...{ outcome: 'broken', customers: 40, entries: 100, problems: 19, newestSeal: '1 a' },
        firstMisfit: { customerId: 'c1' },
      },
    ]);
  });

  it('goes on in another run where there are many merchants, and proves each once', async () => {
    const proved: string[] = [];
    const handle = await run(stepsOver(130, proved));
    const sums = (await handle.result()) as ProofSums;
    expect(sums).toMatchObject({ merchants: 130, holding: 130, unproved: 0 });
    expect(sums.proofs).toHaveLength(100);
    expect(proved).toHaveLength(130);
    const { firstExecutionRunId } = handle;
    const first = env.client.workflow.getHandle(handle.workflowId, firstExecutionRunId);
    expect((await first.describe()).status.name).toBe('CONTINUED_AS_NEW');
  });
});
