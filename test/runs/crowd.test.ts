import { describe, expect, it } from '@jest/globals';
import { EngineBusyError, EngineUnavailableError, RefusedByWorkflow, RunEndedError } from '../../src/runs';
import { Crowd } from '../../src/runs/crowd';
import { Queues, WaitedInVainError } from '../../src/runs/queues';

describe('a crowd before one run', () => {
  it('lets three in at once, and everybody in the end', async () => {
    const crowd = new Crowd();
    let inside = 0;
    let most = 0;
    const ask = async (): Promise<number> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
      return inside;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => crowd.absorb('sal_1', ask)));
    expect(answers).toHaveLength(50);
    expect(most).toBe(3);
  });

  it('does not hold up those before another run', async () => {
    const crowd = new Crowd();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const stuck = Promise.all([1, 2, 3, 4].map(() => crowd.absorb('sal_1', () => gate)));
    expect(await crowd.absorb('sal_2', () => Promise.resolve('in'))).toBe('in');
    open();
    await stuck;
  });

  it.each([
    ['a limit of the server', new EngineBusyError()],
    ['a run that ended under the call', new RunEndedError()],
  ])('asks again after %s', async (_title, passing) => {
    let times = 0;
    const answer = await new Crowd().absorb('sal_1', () => {
      times += 1;
      return times < 3 ? Promise.reject(passing) : Promise.resolve('done');
    });
    expect([answer, times]).toEqual(['done', 3]);
  });

  it.each([
    new RefusedByWorkflow('voucher_reserved', {}),
    new EngineUnavailableError(),
    new TypeError('bug'),
  ])('passes on at once: %p', async (error) => {
    let times = 0;
    const asked = new Crowd().absorb('sal_1', () => {
      times += 1;
      return Promise.reject(error);
    });
    await expect(asked).rejects.toBe(error);
    expect(times).toBe(1);
  });
});

describe('queues', () => {
  it('go on after a failure, and keep nothing of what nobody waits for', async () => {
    const queues = new Queues(1, 1_000);
    const order: string[] = [];
    const one = (name: string, fails = false): Promise<void> =>
      queues.run('a', async () => {
        await new Promise(setImmediate);
        order.push(name);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([one('x'), one('y', true), one('z')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['x', 'y', 'z']);
    expect((queues as unknown as { queues: Map<string, unknown> }).queues.size).toBe(0);
  });

  it('let nobody wait for ever, and are open again when what held them up is done', async () => {
    const queues = new Queues(1, 20);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const stuck = queues.run('a', () => gate);
    await expect(queues.run('a', () => Promise.resolve())).rejects.toBeInstanceOf(WaitedInVainError);
    open();
    await stuck;
    expect(await queues.run('a', () => Promise.resolve('in'))).toBe('in');
  });
});
