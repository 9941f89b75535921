import type { WorkerOptions } from '@temporalio/worker';
import type { Queue } from './queues';

/** Work that takes processors and that nobody waits for at a till. What mostly waits for an answer from outside is not among it. */
const GIVES_WAY: ReadonlySet<Queue> = new Set(['sale', 'batch']);

/** With fewer, the SDK could never answer one run's question while it carries out another's task. */
const FEWEST_TASKS = 2;

/**
 * What a worker of a queue does at once. Sales, imports and the like get as few tasks of runs as steps, so that a till on the same
 * machine does not wait behind a campaign in Temporal and MongoDB; the others have the SDK's number of tasks, and their slots of steps.
 */
export function slotsOf(queue: Queue, slots: number): Partial<WorkerOptions> {
  const steps = { maxConcurrentActivityTaskExecutions: slots };
  if (!GIVES_WAY.has(queue)) return steps;
  return { ...steps, maxConcurrentWorkflowTaskExecutions: Math.max(FEWEST_TASKS, slots) };
}
