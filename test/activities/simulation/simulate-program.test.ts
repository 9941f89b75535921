import { describe, expect, it } from '@jest/globals';
import type { Info } from '@temporalio/activity';
import type { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { createSimulationSteps } from '../../../src/activities/simulation';
import type { PastSale, SimulationResult } from '../../../src/loyalty';
import { createLogger } from '../../../src/log';
import type { StoredSimulation } from '../../../src/store';
import { aPastSale, END, FROM, paying } from '../../loyalty/playing/simulation/pasts';

const INPUT = { merchantId: 'mer_1', simulationId: 'sim_1' };

/** A simulation of three per cent against five, and the sales it is played over. */
function aShop(sales: PastSale[], change: Partial<StoredSimulation> = {}) {
  const simulation: StoredSimulation = {
    id: 'sim_1',
    merchantId: 'mer_1',
    draft: paying(300),
    against: 1,
    from: new Date(FROM),
    end: new Date(END),
    state: 'running',
    failure: null,
    starts: 0,
    progress: { done: 0, total: 0 },
    result: null,
    createdAt: new Date(END),
    givenUpAt: new Date(END + 3_600_000),
    finishedAt: null,
    ...change,
  };
  const ifRunning = <T>(then: () => T): T | null => (simulation.state === 'running' ? then() : null);
  const store = {
    simulations: {
      begin: () =>
        Promise.resolve(ifRunning(() => Object.assign(simulation, { starts: simulation.starts + 1 }))),
      progress: (_merchant: string, _id: string, progress: StoredSimulation['progress']) =>
        Promise.resolve(ifRunning(() => Object.assign(simulation, { progress })) !== null),
      finish: (_merchant: string, _id: string, result: SimulationResult) =>
        Promise.resolve(void Object.assign(simulation, { result, state: 'finished' })),
      fail: (_merchant: string, _id: string, failure: StoredSimulation['failure']) =>
        Promise.resolve(void Object.assign(simulation, { failure, state: 'failed' })),
    },
    programs: { version: () => Promise.resolve({ version: 1, program: paying(500) }) },
    past: {
      uses: () => Promise.resolve([]),
      adjustments: () => Promise.resolve([]),
      // eslint-disable-next-line @typescript-eslint/require-await
      async *sales() {
        yield { sales, earlierBuyers: [], read: sales.length };
      },
    },
  };
  const deps = { store, log: createLogger('silent') } as unknown as ActivityDeps;
  return { simulation, steps: createSimulationSteps(deps) };
}

/** Failures are what these tests are about: they need not be logged as well. */
function anEnvironment(info: Partial<Info> = {}): MockActivityEnvironment {
  return new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') });
}

const forty = Array.from({ length: 40 }, (_, index) =>
  aPastSale(`s${index}`, '2026-03-10', 10_000, { customerId: `c${index}` }),
);

describe('the step that simulates a program', () => {
  it('plays all sales, says how far it is, and stores what they come to', async () => {
    const { simulation, steps } = aShop(forty);
    const environment = anEnvironment();
    const beats: unknown[] = [];
    environment.on('heartbeat', (details: unknown) => beats.push(details));
    const receipt = await environment.run(steps.simulateProgram, INPUT);
    expect(receipt).toMatchObject({ outcome: 'finished', sales: 40 });
    expect(simulation).toMatchObject({
      state: 'finished',
      progress: { done: 80, total: 80 },
      result: { current: { totalCents: 20_000 }, draft: { totalCents: 12_000 } },
    });
    expect(beats[0]).toEqual({ read: 40 });
    expect(beats).toContainEqual({ done: 0, total: 80 });
  });

  it('begins from nothing again after a crash, and stops at what has ended meanwhile', async () => {
    const { simulation, steps } = aShop(forty, { starts: 1, progress: { done: 33, total: 80 } });
    await anEnvironment().run(steps.simulateProgram, INPUT);
    expect(simulation.result?.draft.totalCents).toBe(12_000);
    const again = await anEnvironment().run(steps.simulateProgram, INPUT);
    expect(again).toMatchObject({ outcome: 'stopped' });
  });

  it('stops when it is cancelled', async () => {
    const { simulation, steps } = aShop(forty);
    const environment = anEnvironment();
    environment.on('heartbeat', () => environment.cancel());
    await expect(environment.run(steps.simulateProgram, INPUT)).rejects.toThrow(/CANCELLED/i);
    expect(simulation.result).toBeNull();
  });

  it('is given up when it has taken its worker down too often', async () => {
    const { steps } = aShop(forty, { starts: 3 });
    await expect(anEnvironment().run(steps.simulateProgram, INPUT)).rejects.toMatchObject({
      type: 'simulation_given_up',
      nonRetryable: true,
    });
  });

  it('lets one program have the worker at a time, and has the other come back', async () => {
    const { steps } = aShop(forty);
    const first = anEnvironment().run(steps.simulateProgram, INPUT);
    await expect(anEnvironment().run(steps.simulateProgram, INPUT)).rejects.toMatchObject({
      type: 'worker_occupied',
      nonRetryable: false,
    });
    await first;
  });

  it('has the other come back after longer each time, and after a minute at last', async () => {
    const { steps } = aShop(forty);
    const first = anEnvironment().run(steps.simulateProgram, INPUT);
    const pauses: number[] = [];
    for (const attempt of [1, 2, 3, 5, 40, 2_000]) {
      const waiting = anEnvironment({ attempt }).run(steps.simulateProgram, INPUT);
      const failure: unknown = await waiting.catch((error: unknown) => error);
      pauses.push(Number((failure as ApplicationFailure).nextRetryDelay));
    }
    [3_000, 6_000, 12_000, 48_000, 60_000, 60_000].forEach((most, index) => {
      expect(pauses[index]).toBeLessThanOrEqual(most);
      expect(pauses[index]).toBeGreaterThanOrEqual(most * 0.75);
    });
    await first;
  });

  it('refuses more sales than there is memory for', async () => {
    const many = Array.from({ length: 100_001 }, () => forty[0]!);
    const { steps } = aShop(many);
    await expect(anEnvironment().run(steps.simulateProgram, INPUT)).rejects.toMatchObject({
      type: 'too_many_sales',
      nonRetryable: true,
    });
  });
});
