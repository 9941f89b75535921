import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '../src/worker-slots';

describe('the slots of a queue', () => {
  it.each(['counter', 'bling', 'messages'] as const)('%s: as many steps as was said', (queue) => {
    expect(slotsOf(queue, 7)).toEqual({ maxConcurrentActivityTaskExecutions: 7 });
  });

  it.each(['sale', 'batch'] as const)('%s: no more tasks of runs at once than steps', (queue) => {
    expect(slotsOf(queue, 7)).toEqual({
      maxConcurrentActivityTaskExecutions: 7,
      maxConcurrentWorkflowTaskExecutions: 7,
    });
  });

  it('leave two tasks of runs where one step was said', () => {
    expect(slotsOf('sale', 1)).toEqual({
      maxConcurrentActivityTaskExecutions: 1,
      maxConcurrentWorkflowTaskExecutions: 2,
    });
  });
});
