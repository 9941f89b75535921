import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../src/loyalty';
import {
  EngineBusyError,
  EngineUnavailableError,
  KeyedLimiter,
  RunEndedError,
  RunGate,
  WaitedInVainError,
} from '../../src/runs';

describe('the gate before the run of a sale', () => {
  it('lets three pass at once, and everybody in the end', async () => {
    const gate = new RunGate();
    let inside = 0;
    let most = 0;
    const ask = async (): Promise<number> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
      return inside;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => gate.pass('sal_1', ask)));
    expect(answers).toHaveLength(50);
    expect(most).toBe(3);
  });

  it('does not hold up those before another run', async () => {
    const gate = new RunGate();
    let open = (): void => undefined;
    const door = new Promise<void>((resolve) => (open = resolve));
    const stuck = Promise.all([1, 2, 3, 4].map(() => gate.pass('sal_1', () => door)));
    expect(await gate.pass('sal_2', () => Promise.resolve('in'))).toBe('in');
    open();
    await stuck;
  });

  it.each([
    ['a limit of the server', new EngineBusyError()],
    ['a run that ended under the call', new RunEndedError()],
  ])('asks again after %s', async (_title, passing) => {
    let times = 0;
    const answer = await new RunGate().pass('sal_1', () => {
      times += 1;
      return times < 3 ? Promise.reject(passing) : Promise.resolve('done');
    });
    expect([answer, times]).toEqual(['done', 3]);
  });

  it.each([new Refusal('voucher_reserved'), new EngineUnavailableError(), new TypeError('bug')])(
    'passes on at once: %p',
    async (error) => {
      let times = 0;
      const asked = new RunGate().pass('sal_1', () => {
        times += 1;
        return Promise.reject(error);
      });
      await expect(asked).rejects.toBe(error);
      expect(times).toBe(1);
    },
  );
});

describe('a limiter by key', () => {
  it('goes on after a failure, and keeps nothing of what nobody waits for', async () => {
    const limiter = new KeyedLimiter(1, 1_000);
    const order: string[] = [];
    const one = (name: string, fails = false): Promise<void> =>
      limiter.run('a', async () => {
        await new Promise(setImmediate);
        order.push(name);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([one('x'), one('y', true), one('z')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['x', 'y', 'z']);
    expect((limiter as unknown as { semaphores: Map<string, unknown> }).semaphores.size).toBe(0);
  });

  it('lets nobody wait for ever, and is open again when what held them up is done', async () => {
    const limiter = new KeyedLimiter(1, 20);
    let open = (): void => undefined;
    const door = new Promise<void>((resolve) => (open = resolve));
    const stuck = limiter.run('a', () => door);
    await expect(limiter.run('a', () => Promise.resolve())).rejects.toBeInstanceOf(WaitedInVainError);
    open();
    await stuck;
    expect(await limiter.run('a', () => Promise.resolve('in'))).toBe('in');
  });
});
