import { ResourceBasedController } from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import type { Queue } from './queues';

/** How many steps, and tasks of runs, a worker of a queue does at once. */
export type SlotsOfQueue = (queue: Queue, slots: number) => Partial<WorkerOptions>;

/** Work that takes processors and that nobody waits for at a till. What mostly waits for an answer from outside is not among it. */
const GIVES_WAY: ReadonlySet<Queue> = new Set(['sale', 'batch']);

/** Of the processors in use, by whomever: from there on, work that gives way takes no more on than it always may. */
const BUSY_CPU = 0.6;
/** Memory is not what is short here, and a cache of other programs must not hold sales up. */
const FULL_MEMORY = 0.97;

/** What goes on however busy the machine is. */
const ALWAYS = 2;
const MOST_TASKS = 40;
/** Between one more and the next: what the one before costs has to show first. */
const RAMP = '100ms';

/**
 * Slots for the queues of one process. Sales, imports and the like take on more only while the machine has processors to spare, so that
 * a till on the same machine does not wait behind a campaign; the others have their slots always.
 */
export function slotsOfProcess(): SlotsOfQueue {
  const controller = ResourceBasedController.create({
    targetCpuUsage: BUSY_CPU,
    targetMemoryUsage: FULL_MEMORY,
  });
  return (queue, slots) => {
    if (!GIVES_WAY.has(queue)) return { maxConcurrentActivityTaskExecutions: slots };
    const upTo = (maximumSlots: number) =>
      ({
        type: 'resource-based',
        controller,
        minimumSlots: Math.min(ALWAYS, maximumSlots),
        maximumSlots,
        rampThrottle: RAMP,
      }) as const;
    return {
      tuner: {
        workflowTaskSlotSupplier: upTo(MOST_TASKS),
        activityTaskSlotSupplier: upTo(slots),
        localActivityTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
        nexusTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
      },
    };
  };
}
