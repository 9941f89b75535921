import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NativeConnection, Worker } from '@temporalio/worker';
import { queueName } from '../../src/queues';
import { createRunRescue } from '../../src/runs';
import type { RunRescue } from '../../src/runs';
import { redemptionWorkflowId } from '../../src/workflows';
import { aCustomerWith } from './a-customer-with';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

let house: House;
let rescue: RunRescue;
let stop: (() => Promise<void>) | undefined;

/** A worker whose redemptions fail as they would with a defect in the workflow's code. */
beforeAll(async () => {
  house = await openHouse({ worker: false });
  const { client, config } = house;
  const { taskQueue } = config;
  rescue = createRunRescue({ client, taskQueue, coalesceMs: 0 });
  const workflowsPath = require.resolve('./defective-workflows');
  const connection = await NativeConnection.connect({ address: house.env.TEMPORAL_ADDRESS! });
  const worker = await Worker.create({
    ...{ connection, taskQueue: queueName(taskQueue, 'counter'), workflowsPath },
  });
  const running = worker.run();
  stop = async () => {
    worker.shutdown();
    await running;
    await connection.close();
  };
});
afterAll(async () => {
  await stop?.();
  await house.close();
});

describe('a run that fails at the same point again and again', () => {
  it('is told from one that is only late, and found by the customer it is of', async () => {
    const { merchantId } = house.tenant;
    const customerId = await aCustomerWith(house.store, merchantId, 1_000);
    const redemption = { merchantId, redemptionId: 'red_late', customerId };
    expect(await rescue.redemption(redemption)).toBe('woken');
    expect(await rescue.redemption(redemption)).not.toBe('woken');
    await until(
      'its run to be known to fail',
      async () => (await rescue.redemption(redemption)) === 'failing',
    );
    const { typedSearchAttributes } = await house.client.workflow
      .getHandle(redemptionWorkflowId(redemption))
      .describe();
    expect(JSON.stringify(typedSearchAttributes.getAll())).toContain(customerId);
  });
});
