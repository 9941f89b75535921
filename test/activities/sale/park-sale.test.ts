import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { askOrPark } from '../../../src/activities/sale';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { BlingApiError } from '../../../src/bling';
import { createLogger } from '../../../src/log';
import { patched } from '../../../src/loyalty';
import type { Sale } from '../../../src/loyalty';
import { EngineUnavailableError } from '../../../src/runs';
import { refusalEnded, refusalPlace } from '../../../src/store';
import type { ConnectionRefusal, StoreConnection } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';
import { createFakeRuns } from '../../api/fakes/runs';

/** Later than any clock of whoever runs this, which a step would go by otherwise. */
const LATER = Date.parse('2126-11-03T15:00:00Z');

const inStep = <Answer>(step: () => Promise<Answer>, now = NOW, attempt = 1): Promise<Answer> =>
  new MockActivityEnvironment(
    { currentAttemptScheduledTimestampMs: now, attempt },
    { logger: new DefaultLogger('ERROR') },
  ).run<[], Answer, () => Promise<Answer>>(step);

describe('a sale that is refused', () => {
  /** @param still whether the connection is as it was read */
  function refusing(still: boolean): { deps: ActivityDeps; done: string[] } {
    const done: string[] = [];
    const note = (what: string) => () => Promise.resolve(void done.push(what));
    const store = {
      sales: { change: note('the sale is marked') },
      connections: {
        refuse: () => Promise.resolve(done.push('the connection is marked') > 0 && still),
      },
      alerts: { raise: note('it is told of') },
    };
    return { deps: { store, log: createLogger('silent') } as unknown as ActivityDeps, done };
  }

  const asked = (
    deps: ActivityDeps,
    kind: BlingApiError['kind'],
    sale = aSale(),
    attempt = 1,
  ): Promise<unknown> =>
    inStep(
      () =>
        askOrPark(deps, sale, aConnection(), 'order', () =>
          Promise.reject(new BlingApiError(kind, 'read order')),
        ),
      NOW,
      attempt,
    );

  it.each(['forbidden', 'unauthorized'] as const)(
    'for good (%s) is parked, and its run goes on',
    async (kind) => {
      const { deps, done } = refusing(true);
      expect(await asked(deps, kind)).toBeNull();
      expect(done).toEqual(['the sale is marked', 'the connection is marked', 'it is told of']);
    },
  );

  it('again is marked already, and told of again', async () => {
    const { deps, done } = refusing(true);
    const parked = { reason: 'forbidden', asked: 'order', connectionId: aConnection().id, since: 1 } as const;
    expect(await asked(deps, 'forbidden', aSale({ source: { parked } }))).toBeNull();
    expect(done).toEqual(['the connection is marked', 'it is told of']);
  });

  it('while its connection is authorised anew is tried again, and nobody is told', async () => {
    const { deps, done } = refusing(false);
    await expect(asked(deps, 'forbidden')).rejects.toBeInstanceOf(BlingApiError);
    expect(done).not.toContain('it is told of');
  });

  it('by itself, as no request at all, is parked alone after ten attempts, and at once the next time', async () => {
    const { deps, done } = refusing(true);
    await expect(asked(deps, 'rejected', aSale(), 10)).rejects.toBeInstanceOf(BlingApiError);
    expect(done).toEqual([]);
    expect(await asked(deps, 'rejected', aSale(), 11)).toBeNull();
    expect(done).toEqual(['the sale is marked', 'it is told of']);
    const parked = { reason: 'rejected', asked: 'order', connectionId: aConnection().id, since: 1 } as const;
    expect(await asked(deps, 'rejected', aSale({ source: { parked } }))).toBeNull();
    expect(done).toEqual(['the sale is marked', 'it is told of']);
  });

  it('for a while is not parked', async () => {
    const { deps, done } = refusing(true);
    await expect(asked(deps, 'unavailable')).rejects.toBeInstanceOf(BlingApiError);
    expect(done).toEqual([]);
  });
});

type Asked = ConnectionRefusal['asked'];

/** A connection as it is stored, and what is done about it. */
function stored(change: Partial<StoreConnection> = {}) {
  const state = { connection: aConnection(change), sale: aSale(), done: [] as string[] };
  const runs = createFakeRuns();
  const { done } = state;
  const put = (to: Partial<StoreConnection>): void =>
    void (state.connection = { ...state.connection, ...to });
  const store: unknown = {
    sales: {
      change: ({ sale, patch }: Parameters<ActivityDeps['store']['sales']['change']>[0]) =>
        Promise.resolve((state.sale = patched(sale, patch))),
      list: () => Promise.resolve(state.sale.source.parked ? [state.sale] : []),
    },
    connections: {
      refuse: (_: unknown, refusal: ConnectionRefusal) => {
        const place = refusalPlace(refusal);
        if (!state.connection[place]) put({ [place]: refusal });
        return Promise.resolve(true);
      },
      answered: (read: StoreConnection, { asked, at }: { asked: Asked; at: Date }) => {
        const { place, since } = refusalEnded(read, asked)!;
        const mine = state.connection[place]?.since === since;
        if (mine) put({ [place]: null, answeredAgain: { ...read.answeredAgain, [asked]: at } });
        return Promise.resolve(mine && done.push('the refusal is forgotten') > 0);
      },
    },
    alerts: {
      raise: () => Promise.resolve(void done.push('it is told of')),
      resolve: () => Promise.resolve(void done.push('the alert ends')),
    },
  };
  const deps = { store, runs, log: createLogger('silent') } as unknown as ActivityDeps;
  const clock = { now: LATER };
  const asks = (sale: Sale, ask: () => Promise<string>, asked: Asked): Promise<unknown> =>
    inStep(() => askOrPark(deps, sale, state.connection, asked, ask), clock.now);
  return {
    state,
    runs,
    done,
    put,
    clock,
    /** One that nobody has asked for before takes its place. */
    another: () => (state.sale = aSale({ id: 'sal_new' })),
    refused: (kind: BlingApiError['kind'] = 'forbidden', asked: Asked = 'order') =>
      asks(state.sale, () => Promise.reject(new BlingApiError(kind, 'read order')), asked),
    answered: (asked: Asked = 'order') =>
      asks(aSale({ id: 'sal_other' }), () => Promise.resolve('an order'), asked),
  };
}

describe('a connection that answers again', () => {
  it('is taken for healed first, then its alert ends, then what was parked is woken', async () => {
    const one = stored();
    await one.refused();
    const since = one.state.connection.refused!.since.toISOString();
    expect(await one.answered()).toEqual({ answer: 'an order' });
    expect(one.done).toEqual(['it is told of', 'the refusal is forgotten', 'the alert ends']);
    expect(one.runs.parked).toEqual([{ merchantId: aSale().merchantId, connectionId: 'con_1', since }]);
  });

  it('is healed while Temporal is away as well: the answer counts, and waking is left to the sweep', async () => {
    const one = stored();
    await one.refused();
    one.runs.behave = () => Promise.reject(new EngineUnavailableError());
    expect(await one.answered()).toEqual({ answer: 'an order' });
    expect(one.state.connection.refused).toBeNull();
    expect(one.done).toContain('the alert ends');
  });

  it('to two at once has its sales woken by one of them', async () => {
    const one = stored();
    await one.refused();
    await Promise.all([one.answered(), one.answered()]);
    expect(one.runs.parked).toHaveLength(1);
  });

  it('to another thing than was forbidden stays as it is', async () => {
    const one = stored();
    await one.refused('forbidden', 'contact');
    await one.answered('order');
    expect(one.done).toEqual(['it is told of']);
  });
});

describe('a sale that is refused while others are read', () => {
  const isLeftAlone = async (one: ReturnType<typeof stored>): Promise<void> => {
    one.done.length = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await one.refused()).toBeNull();
      await one.answered();
    }
    expect(one.done).toEqual([]);
    expect(one.state.connection.refused).toBeNull();
    expect(one.state.sale.source.parked).toMatchObject({ reason: 'forbidden', asked: 'order' });
  };

  it('is parked by itself: its connection is left alone, and nobody is told again', async () => {
    const one = stored();
    await one.refused();
    await one.answered();
    await isLeftAlone(one);
    expect(one.runs.parked).toHaveLength(1);
  });

  it('is not woken by the answers that follow, but what was parked since is', async () => {
    const one = stored();
    const [first, again] = [LATER + 10, LATER + 20];
    await one.refused();
    one.clock.now = first;
    await one.answered();
    one.clock.now = again;
    one.another();
    await one.refused();
    one.clock.now += 10;
    await one.answered();
    const iso = (at: number): string => new Date(at).toISOString();
    expect(one.runs.parked).toMatchObject([
      { since: iso(first) },
      { since: iso(again + 10), parkedAfter: iso(first) },
    ]);
    expect(one.runs.parked[0]).not.toHaveProperty('parkedAfter');
  });

  it('and then along with all the others is woken as they are', async () => {
    const one = stored();
    await one.refused();
    one.clock.now += 10;
    await one.answered();
    one.clock.now += 10;
    await one.refused('unauthorized');
    expect(one.state.sale.source.parked).toMatchObject({ reason: 'unauthorized', since: LATER + 20 });
    one.clock.now += 10;
    await one.refused('unauthorized');
    await one.answered();
    expect(one.state.sale.source.parked!.since).toBe(LATER + 20);
    expect(one.runs.parked[1]).toMatchObject({ parkedAfter: new Date(LATER + 10).toISOString() });
  });

  it('is woken although the clock of who was answered is ahead', async () => {
    const one = stored();
    await one.refused();
    one.clock.now = LATER + 500;
    await one.answered();
    one.clock.now = LATER + 400;
    one.another();
    await one.refused();
    await one.answered();
    const { since } = one.state.sale.source.parked!;
    expect(Date.parse(one.runs.parked[1]!.parkedAfter!)).toBeLessThan(since);
  });

  it('is told of at once the first time; where another one follows, only if nothing is answered for an hour', async () => {
    const one = stored();
    await one.refused();
    await one.answered();
    one.done.length = 0;
    one.clock.now += 1_000;
    one.another();
    await one.refused();
    expect(one.state.connection.refused).toMatchObject({ reason: 'forbidden' });
    one.clock.now += 3_599_999;
    await one.refused();
    expect(one.done).toEqual([]);
    one.clock.now += 1;
    await one.refused();
    expect(one.done).toEqual(['it is told of']);
  });

  it('counts for its connection again once that was authorised anew, until others are read', async () => {
    const one = stored();
    await one.refused();
    await one.answered();
    one.put({ answeredAgain: null, authorizedAt: new Date(NOW + 1) });
    one.done.length = 0;
    await one.refused();
    expect(one.done).toEqual(['it is told of']);
    await one.answered();
    await isLeftAlone(one);
  });

  it('for want of an authorisation counts for its connection', async () => {
    const one = stored();
    await one.refused();
    await one.answered();
    one.done.length = 0;
    await one.refused('unauthorized');
    expect(one.done).toEqual(['it is told of']);
    expect(one.state.connection.refused).toMatchObject({ reason: 'unauthorized' });
  });
});

describe('NFC-e that alone are forbidden', () => {
  it('are parked and told of, and their connection is not refused', async () => {
    const one = stored();
    expect(await one.refused('forbidden', 'invoice')).toBeNull();
    expect(one.state.sale.source.parked).toMatchObject({ reason: 'forbidden', asked: 'invoice' });
    expect(one.state.connection.refused ?? null).toBeNull();
    expect(one.done).toEqual(['it is told of']);
  });

  it('keep no refusal of orders from being noted, and are told of until they are answered themselves', async () => {
    const one = stored();
    await one.refused('forbidden', 'invoice');
    await one.refused('forbidden', 'order');
    expect(one.state.connection.refused).toMatchObject({ asked: 'order' });
    one.done.length = 0;
    await one.answered('order');
    expect(one.done).toEqual(['the refusal is forgotten']);
    await one.answered('invoice');
    expect(one.done).toEqual(['the refusal is forgotten', 'the refusal is forgotten', 'the alert ends']);
    expect(one.state.connection).toMatchObject({ refused: null, invoicesRefused: null });
    expect(one.runs.parked).toHaveLength(2);
  });

  it('for want of an authorisation are refused with their connection', async () => {
    const one = stored();
    await one.refused('unauthorized', 'invoice');
    expect(one.state.connection.refused).toMatchObject({ reason: 'unauthorized' });
  });
});
