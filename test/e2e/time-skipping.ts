import { TestWorkflowEnvironment } from '@temporalio/testing';
import { engine } from './engines';

/** The SDK gives the test server's JVM five seconds; where a busy machine needs longer, it finds its files in memory next time. */
const STARTS = 4;

/** A Temporal server whose clock runs ahead while nothing has to be done. One at a time. @throws what the last start failed with */
export async function startTimeSkipping(starts = STARTS): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: engine('TEST_TIME_SKIPPING_SERVER') } as const;
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  } catch (error) {
    if (starts <= 1) throw error;
    return startTimeSkipping(starts - 1);
  }
}
