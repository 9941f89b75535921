import { describe, expect, it } from '@jest/globals';
import type { TunerHolder } from '@temporalio/worker';
import { slotsOfProcess } from '../src/worker-slots';

const slotsOf = slotsOfProcess();

describe('the slots of a process', () => {
  it.each(['counter', 'bling', 'messages'] as const)('%s has them however busy the machine is', (queue) => {
    expect(slotsOf(queue, 7)).toEqual({ maxConcurrentActivityTaskExecutions: 7 });
  });

  it.each(['sale', 'batch'] as const)('%s takes on more only while there is CPU to spare', (queue) => {
    expect(slotsOf(queue, 7).tuner).toMatchObject({
      activityTaskSlotSupplier: { type: 'resource-based', minimumSlots: 2, maximumSlots: 7 },
      workflowTaskSlotSupplier: { type: 'resource-based', minimumSlots: 2 },
    });
  });

  it('are as few as was said', () => {
    expect(slotsOf('sale', 1).tuner).toMatchObject({
      activityTaskSlotSupplier: { minimumSlots: 1, maximumSlots: 1 },
    });
  });

  it('of all queues look at one measurement of the machine', () => {
    const controllers = (['sale', 'batch'] as const).flatMap((queue) => {
      const { activityTaskSlotSupplier, workflowTaskSlotSupplier } = slotsOf(queue, 7).tuner as TunerHolder;
      return [activityTaskSlotSupplier, workflowTaskSlotSupplier].map((one) =>
        'controller' in one ? one.controller : undefined,
      );
    });
    expect(controllers[0]).toBeDefined();
    expect(new Set(controllers).size).toBe(1);
  });
});
