import { randomUUID } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import type { Client, WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import type { NativeConnection } from '@temporalio/worker';
import type { Activities } from '../../../src/activities';
import { queueName, QUEUES } from '../../../src/queues';
import { until } from '../../e2e/until';
import { factsOf } from '../history-facts';
import type { RecordedEvent } from '../history-facts';

/** What the steps of one run answer, in place of the real ones. One that is not named fails for good. */
export type Script = Partial<Activities>;

/** A started run. */
export type Run = Pick<WorkflowHandleWithFirstExecutionRunId, 'workflowId' | 'firstExecutionRunId'>;

/** The real workflows on a real server, with steps that answer as a scenario says: nobody and nothing but made-up ids is in them. */
export interface Stage {
  client: Client;
  taskQueue: string;
  merchantId: string;
  /** What the steps of a run answer; said before it starts. */
  script(workflowId: string, script: Script): void;
  /** The facts of a run so far: see {@link factsOf}. */
  facts(run: Run, runId?: string): Promise<string[]>;
  /** Waits until a run's history has a fact, so often. */
  reaches(run: Run, fact: string, times?: number): Promise<void>;
  /** Waits until a run, or the last of those it continued as, is over. */
  ends(run: Run): Promise<void>;
  close(): Promise<void>;
}

/** @param bundleFile the workflows, bundled */
export async function openStage(
  client: Client,
  connection: NativeConnection,
  bundleFile: string,
): Promise<Stage> {
  const scripts = new Map<string, Script>();
  const taskQueue = `stage-${randomUUID()}`;
  const activities = { default: (...args: unknown[]) => answer(scripts, args) };
  const workers = await Promise.all(
    QUEUES.map((queue) =>
      Worker.create({
        connection,
        taskQueue: queueName(taskQueue, queue),
        workflowBundle: { codePath: bundleFile },
        activities,
        shutdownForceTime: '5s',
      }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  const facts: Stage['facts'] = async ({ workflowId, firstExecutionRunId }, runId = firstExecutionRunId) => {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    return factsOf((JSON.parse(historyToJSON(history)) as { events: RecordedEvent[] }).events);
  };
  return {
    client,
    taskQueue,
    merchantId: `mer_${randomUUID().slice(0, 8)}`,
    script: (workflowId, script) => void scripts.set(workflowId, script),
    facts,
    reaches: async (run, fact, times = 1) => {
      await until(`${run.workflowId}: ${fact}`, async () => {
        const seen = (await facts(run)).filter((each) => each.endsWith(`: ${fact}`));
        return seen.length >= times;
      });
    },
    ends: async ({ workflowId }) => {
      await client.workflow
        .getHandle(workflowId)
        .result()
        .catch(() => undefined);
    },
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
    },
  };
}

async function answer(scripts: Map<string, Script>, args: unknown[]): Promise<unknown> {
  const { activityType, workflowExecution } = activityInfo();
  const step = scripts.get(workflowExecution!.workflowId)?.[activityType as keyof Activities];
  if (!step)
    throw ApplicationFailure.nonRetryable(
      `${activityType} is not in the script of this scenario.`,
      'Unscripted',
    );
  return (step as (...given: unknown[]) => unknown)(...args);
}

/** Holds a step up until the scenario lets it go on. */
export interface Gate {
  /** The step has come to it. */
  reached: Promise<void>;
  hold(): Promise<void>;
  open(): void;
}

export function aGate(): Gate {
  let arrive!: () => void;
  let open!: () => void;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    reached,
    hold: () => {
      arrive();
      return opened;
    },
    open,
  };
}

/** Answers one after the other; the last stands for all that follow. */
export function inTurn<Answer>(...answers: (() => Answer | Promise<Answer>)[]): () => Promise<Answer> {
  let next = 0;
  return async () => {
    const answer = answers[Math.min(next, answers.length - 1)]!;
    next += 1;
    return answer();
  };
}
