import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { ActivityExecuteInput } from '@temporalio/worker';
import { DefaultLogger } from '@temporalio/worker';
import { StuckStepInterceptor } from '../../../src/activities/runtime';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { createLogger } from '../../../src/log';

interface Raised {
  about: { merchantId: string; kind: string; subject: string };
  text: string;
  facts: { attempts: number; failure: string };
}

/** A worker whose steps fail as they are told, and the alerts that it raised. */
class FailingWorker {
  readonly raised: Raised[] = [];
  away = false;
  /** What the merchant has been told of. */
  open: Partial<Record<string, number>> = {};
  /** How often that was looked up. */
  lookedUp = 0;
  private readonly interceptor: StuckStepInterceptor;

  constructor() {
    const raise = (about: Raised['about'], { text, facts }: Pick<Raised, 'text' | 'facts'>): Promise<void> =>
      this.away
        ? Promise.reject(new Error('away'))
        : Promise.resolve(void this.raised.push({ about, text, facts }));
    const countOpen = (): Promise<typeof this.open> => {
      this.lookedUp += 1;
      return Promise.resolve(this.open);
    };
    const deps = {
      store: { alerts: { raise, countOpen } },
      log: createLogger('silent'),
    } as unknown as ActivityDeps;
    this.interceptor = new StuckStepInterceptor(deps);
  }

  /** One attempt of a merchant's step. @param error absent: it succeeds */
  async attempt(
    attempt: number,
    error?: Error,
    merchantId = 'mer_1',
    activityType = 'settleBenefit',
  ): Promise<void> {
    const environment = new MockActivityEnvironment(
      { attempt, activityType },
      { logger: new DefaultLogger('ERROR') },
    );
    const input = { args: [{ merchantId }], headers: {} } as ActivityExecuteInput;
    const next = (): Promise<void> => (error ? Promise.reject(error) : Promise.resolve());
    await environment
      .run(() => this.interceptor.execute(input, next))
      .catch((thrown: unknown) => {
        if (thrown !== error) throw thrown;
      });
  }
}

const away = new Error('connect ECONNREFUSED 10.0.0.7');

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a step that fails', () => {
  it('is told of with the last of its attempts where it has fewer', async () => {
    const worker = new FailingWorker();
    for (const attempt of [1, 2]) await worker.attempt(attempt, away, 'mer_1', 'wakeLostRuns');
    expect(worker.raised).toEqual([]);
    await worker.attempt(3, away, 'mer_1', 'wakeLostRuns');
    expect(worker.raised.map(({ about }) => about.subject)).toEqual(['wakeLostRuns']);
    expect(worker.raised[0]!.text).toContain('já foi tentado 3 vezes ou mais');
  });

  it('is told to nobody where it is about all merchants', async () => {
    const worker = new FailingWorker();
    await worker.attempt(10, away, 'mer_1', 'listMerchants');
    expect(worker.raised).toEqual([]);
  });

  it('is told of after ten attempts, by its kind of failure alone', async () => {
    const worker = new FailingWorker();
    for (let attempt = 1; attempt < 10; attempt += 1) await worker.attempt(attempt, away);
    expect(worker.raised).toEqual([]);
    await worker.attempt(10, ApplicationFailure.create({ type: 'Bling.unavailable', message: 'secret' }));
    expect(worker.raised).toMatchObject([
      {
        about: { merchantId: 'mer_1', kind: 'step_stuck', subject: 'settleBenefit' },
        facts: { attempts: 10, failure: 'Bling.unavailable' },
      },
    ]);
    expect(JSON.stringify(worker.raised)).not.toContain('secret');
  });

  it('because Bling answers nobody is told of by the alert of that, and by this one when that is over', async () => {
    const worker = new FailingWorker();
    const silent = ApplicationFailure.create({ type: 'Bling.timeout' });
    worker.open = { bling_silent: 1 };
    await worker.attempt(10, silent);
    expect(worker.raised).toEqual([]);
    await worker.attempt(10, away);
    expect(worker.raised).toMatchObject([{ facts: { attempts: 10, failure: 'Error' } }]);
    worker.open = {};
    await worker.attempt(10, silent, 'mer_2');
    expect(worker.raised.at(-1)).toMatchObject({ facts: { failure: 'Bling.timeout' } });
  });

  it('because Bling answers nobody costs one look a minute, and is told of a minute after that is over at the latest', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    const worker = new FailingWorker();
    const silent = ApplicationFailure.create({ type: 'Bling.unavailable' });
    worker.open = { bling_silent: 1 };
    for (let sale = 0; sale < 50; sale += 1) await worker.attempt(10, silent);
    expect(worker.lookedUp).toBe(1);
    // What hangs or dies in between is of the same trouble.
    await worker.attempt(11, silent);
    expect(worker.lookedUp).toBe(1);
    clock.mockReturnValue(1_060_000);
    await worker.attempt(10, silent);
    expect([worker.lookedUp, worker.raised.length]).toEqual([2, 0]);
    worker.open = {};
    clock.mockReturnValue(1_120_000);
    await worker.attempt(10, silent);
    expect(worker.raised).toMatchObject([{ facts: { failure: 'Bling.unavailable' } }]);
  });

  it('is told of once a minute at most for all that it fails for, but of each merchant', async () => {
    const worker = new FailingWorker();
    for (let sale = 0; sale < 50; sale += 1) await worker.attempt(10, away);
    expect(worker.raised).toHaveLength(1);
    await worker.attempt(10, away, 'mer_2');
    expect(worker.raised).toHaveLength(2);
  });

  it('is told of where it hangs or dies each time and throws nothing', async () => {
    const worker = new FailingWorker();
    await worker.attempt(11);
    expect(worker.raised).toMatchObject([{ facts: { attempts: 10, failure: 'no_answer' } }]);
  });

  it('is not said to be tried again where it is not', async () => {
    const worker = new FailingWorker();
    await worker.attempt(10, away, 'mer_1', 'verifyLedger');
    await worker.attempt(10, away, 'mer_1', 'settleBenefit');
    expect(worker.raised.map(({ text }) => text)).toEqual([
      expect.stringContaining('na próxima vez marcada'),
      expect.stringContaining('continua sendo tentado'),
    ]);
    expect(worker.raised[0]!.text).not.toContain('continua sendo tentado');
  });

  it('is not told of because it waited for its turn ten times before', async () => {
    const worker = new FailingWorker();
    await worker.attempt(11, undefined, 'mer_1', 'readSale');
    expect(worker.raised).toEqual([]);
    await worker.attempt(11, away, 'mer_1', 'readSale');
    expect(worker.raised).toMatchObject([{ about: { subject: 'readSale' } }]);
  });

  it('is not told of while it only waits for its turn', async () => {
    const worker = new FailingWorker();
    const { BENIGN: category } = ApplicationFailureCategory;
    await worker.attempt(10, ApplicationFailure.create({ type: 'Bling.rate_limited', category }));
    expect(worker.raised).toEqual([]);
  });

  it('is told of by the next attempt where the alert could not be stored', async () => {
    const worker = new FailingWorker();
    worker.away = true;
    await worker.attempt(10, away);
    worker.away = false;
    await worker.attempt(11, away);
    expect(worker.raised.length).toBeGreaterThan(0);
  });
});
