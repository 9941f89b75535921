import { expect, it } from '@jest/globals';
import { createRuns } from '../../src/runs';
import { simulationWorkflowId } from '../../src/workflows';
import { programSchema } from '../../src/loyalty';
import { aProgram } from './builders';
import { refuse, withCall } from './failing-call';
import { openTimeHouse } from './time-house';

it('a simulation that did not come to its end in half a day says so, whatever kept it', async () => {
  const house = await openTimeHouse(aProgram(), (store) => withCall(store, 'simulations', 'begin', refuse));
  try {
    const { env, store, merchantId, taskQueue } = house;
    const now = await env.currentTimeMs();
    const period = { from: new Date(now - 86_400_000), end: new Date(now) };
    const draft = programSchema.parse(aProgram());
    const opened = await store.simulations.open(
      { merchantId, draft, against: 1, ...period },
      1,
      new Date(now),
    );
    const input = { merchantId, simulationId: opened!.id };
    await createRuns({ client: env.client, taskQueue, coalesceMs: 0 }).simulate(input);
    await env.sleep('11 hours');
    expect(await store.simulations.get(merchantId, opened!.id)).toMatchObject({ state: 'running' });
    await expect(env.client.workflow.getHandle(simulationWorkflowId(input)).result()).rejects.toThrow();
    const ended = await store.simulations.get(merchantId, opened!.id);
    expect(ended).toMatchObject({ state: 'failed', failure: 'not_finished_in_time' });
  } finally {
    await house.close();
  }
});
