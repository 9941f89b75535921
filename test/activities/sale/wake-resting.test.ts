import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createRestEnd, wakeResting } from '../../../src/activities/sale/wake-resting';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { EngineUnavailableError } from '../../../src/runs';

const INPUT = {
  merchantId: 'mer_1',
  connectionId: 'con_1',
  since: '2026-11-28T12:00:00.000Z',
  resting: true,
};
const CONNECTION = { id: 'con_1', merchantId: 'mer_1', companyId: 'company' };

type Woken = Awaited<ReturnType<typeof wakeResting>>;

/** A company for which so many sales rest; it answers so many calls more. */
class Company {
  readonly woken: string[] = [];
  asleep: { key: string; rests: number }[];
  restsOn = false;

  constructor(
    count: number,
    private readonly answers = Infinity,
  ) {
    this.asleep = Array.from({ length: count }, (_, n) => ({ key: `sale/${n}`, rests: 1 }));
  }

  wakeSome(): Promise<Woken> {
    const stopped = (): boolean => this.woken.length >= this.answers;
    const store = {
      connections: { get: () => Promise.resolve(CONNECTION) },
      callStops: { of: () => Promise.resolve(new Map(stopped() ? [['company', {}]] : [])) },
      callPlaces: {
        resting: () => Promise.resolve([...this.asleep]),
        restOn: () => Promise.resolve(void (this.restsOn = true)),
        leave: (_company: string, { key }: { key: string }) =>
          Promise.resolve(void (this.asleep = this.asleep.filter((one) => one.key !== key))),
      },
    };
    const runs = { sourceAnswers: (key: string) => Promise.resolve(void this.woken.push(key)) };
    const step = (): Promise<Woken> => wakeResting({ store, runs } as unknown as ActivityDeps, INPUT);
    return new MockActivityEnvironment().run<[], Woken, () => Promise<Woken>>(step);
  }
}

describe('waking the sales that rest', () => {
  it('wakes each once, in their order, three by one step', async () => {
    const company = new Company(8);
    const steps = [await company.wakeSome(), await company.wakeSome(), await company.wakeSome()];
    expect(steps.map(({ woken }) => woken)).toEqual([3, 3, 2]);
    expect(steps.map(({ next }) => next !== null)).toEqual([true, true, false]);
    expect(company.woken).toEqual(Array.from({ length: 8 }, (_, n) => `sale/${n}`));
    expect(company.restsOn).toBe(false);
  });

  it('leaves those asleep who would meet silence: the next answer is to wake them', async () => {
    const company = new Company(50, 5);
    expect(await company.wakeSome()).toMatchObject({ woken: 3, next: {} });
    expect(await company.wakeSome()).toEqual({ woken: 2, next: null });
    expect([company.asleep.length, company.restsOn]).toEqual([45, true]);
    company.woken.length = 0;
    await company.wakeSome();
    expect(company.woken).toEqual(['sale/5', 'sale/6', 'sale/7']);
  });
});

describe('a company that answers', () => {
  function restEnd(rests: boolean, begin: () => Promise<void> = () => Promise.resolve()) {
    const begun: unknown[] = [];
    const warned: unknown[] = [];
    const restOn: string[] = [];
    const told: string[] = [];
    const deps = {
      store: {
        callPlaces: {
          endRest: () => Promise.resolve(rests),
          restOn: (companyId: string) => Promise.resolve(void restOn.push(companyId)),
        },
        connections: { ofCompany: () => Promise.resolve(CONNECTION) },
      },
      runs: {
        wakeParked: (input: unknown) => begin().then(() => void begun.push(input)),
        sourceAnswers: (workflowId: string) => Promise.resolve(void told.push(workflowId)),
      },
      log: { warn: (...said: unknown[]) => void warned.push(said) },
    } as unknown as ActivityDeps;
    return { begun, warned, restOn, told, hear: createRestEnd(deps, () => Date.parse(INPUT.since)) };
  }

  it('has those woken who rest, if any do, and its connection looked at', async () => {
    const [some, none] = [restEnd(true), restEnd(false)];
    await some.hear('company');
    await none.hear('company');
    expect([some.begun, none.begun]).toEqual([[INPUT], []]);
    expect([some.told, none.told]).toEqual([['connection/con_1'], []]);
  });

  it('is no less an answer where they cannot be woken, and the next one wakes them', async () => {
    const { hear, warned, restOn } = restEnd(true, () => Promise.reject(new EngineUnavailableError()));
    await hear('company');
    expect(warned).toHaveLength(1);
    expect(restOn).toEqual(['company']);
  });
});
