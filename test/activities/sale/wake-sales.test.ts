import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createWakeSalesStep } from '../../../src/activities/sale/wake-sales';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { EngineUnavailableError } from '../../../src/runs';

const SALES = Array.from({ length: 2_000 }, (_, n) => `sal_${n}`);

const USE = { id: 'red_1', state: 'confirmed', saleId: null };

/** One attempt at waking them. */
class Attempt {
  readonly woken: string[] = [];
  /** Uses of which it was noted that everybody was told. */
  readonly noted: unknown[] = [];
  reported: unknown;
  readonly environment: MockActivityEnvironment;

  /** @param before what the attempt before has reported last; `most`: Temporal takes no more calls than these */
  constructor(
    before: unknown,
    private readonly most = Infinity,
    private readonly saleIds = SALES,
  ) {
    const info = before === undefined ? {} : { heartbeatDetails: before };
    this.environment = new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') });
    this.environment.on('heartbeat', (details: unknown) => (this.reported = details));
  }

  run(): Promise<unknown> {
    const store = {
      sales: { get: (_merchantId: string, id: string) => Promise.resolve({ id }) },
      redemptions: {
        unwokenBy: () => Promise.resolve([{ use: USE, formerly: [] }]),
        woken: (_merchantId: string, uses: unknown[]) => Promise.resolve(void this.noted.push(...uses)),
      },
    };
    const runs = { benefitMoved: ({ id }: { id: string }) => this.wake(id) };
    const step = createWakeSalesStep({ store, runs } as unknown as ActivityDeps);
    return this.environment.run(step, 'mer_1', this.saleIds, 'red_1');
  }

  private wake(id: string): Promise<void> {
    if (this.woken.length === this.most) return Promise.reject(new EngineUnavailableError());
    this.woken.push(id);
    if (this.woken.length === 10) this.environment.cancel();
    return Promise.resolve();
  }
}

describe('waking the sales whose lots a use of balance has drawn on', () => {
  it('goes on in another attempt where the one before broke off, however many there are', async () => {
    const first = new Attempt(undefined, 600);
    await expect(first.run()).rejects.toBeInstanceOf(EngineUnavailableError);
    expect(first.reported).toEqual({ woken: 600, uses: [USE] });
    const second = new Attempt(first.reported);
    await second.run();
    expect([...first.woken, ...second.woken]).toEqual(SALES);
    expect([first.noted, second.noted]).toEqual([[], [USE]]);
  });

  it('takes 300 sales at 40 ms to the end though its worker dies in the middle, and wakes none but the last few again', async () => {
    const some = SALES.slice(0, 300);
    const first = new Attempt(undefined, 170, some);
    await expect(first.run()).rejects.toBeInstanceOf(EngineUnavailableError);
    // The SDK sends what was reported when four fifths of the time limit have passed since it last did: of what came after nobody knows.
    const sentEvery = (0.8 * 6_000) / 40;
    const known = Math.floor(170 / sentEvery) * sentEvery;
    const second = new Attempt({ woken: known, uses: [USE] }, Infinity, some);
    await second.run();
    expect([...first.woken.slice(0, known), ...second.woken]).toEqual(some);
    expect(first.woken.length + second.woken.length - some.length).toBeLessThan(sentEvery);
    expect([first.noted, second.noted]).toEqual([[], [USE]]);
    // Both of them are within the time that an attempt may take, as all of it would be.
    expect(some.length * 40).toBeLessThan(60_000);
  });

  it('leaves none of them asleep where the run that asked for it is cancelled', async () => {
    const attempt = new Attempt(undefined);
    await attempt.run();
    expect(attempt.woken).toEqual(SALES);
  });
});
