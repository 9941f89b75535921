import { describe, expect, it } from '@jest/globals';
import { lookAtParked } from '../../../src/activities/lost-run/look-at-parked';
import type { Instant, Sale } from '../../../src/loyalty';
import type { Store } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';
import type { Holdings } from '../../api/fakes/holdings';
import { createFakeRuns } from '../../api/fakes/runs';
import type { FakeRuns } from '../../api/fakes/runs';
import { createFakeStore } from '../../api/fakes/store';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ON_THE_HOUR = NOW - (NOW % HOUR);

function parkedSales(count: number): Sale[] {
  return Array.from({ length: count }, (_, n) =>
    aSale({
      id: `sal_${n}`,
      createdAt: NOW + n,
      source: {
        externalId: `p-${n}`,
        parked: { reason: 'forbidden', asked: 'order', connectionId: 'con_1', since: NOW },
      },
    }),
  );
}

/** A sweep at each of these instants, of a connection with parked sales. */
async function swept(
  sales: Sale[],
  connection: Parameters<typeof aConnection>[0],
  ...at: Instant[]
): Promise<FakeRuns & { ended: number }> {
  const runs = createFakeRuns();
  let ended = 0;
  const { store } = createFakeStore({ sales, connections: [aConnection(connection)] } as Holdings);
  const alerts = { resolve: () => Promise.resolve(void (ended += 1)) };
  const { merchantId } = aConnection();
  for (const now of at) await lookAtParked({ ...store, alerts } as unknown as Store, runs, merchantId, now);
  return { ...runs, ended };
}

describe('a sweep of a connection that is refused', () => {
  const refused = { state: 'needs_authorization' } as const;

  it('asks for one of its parked sales after another, so that one refused by itself hides nothing', async () => {
    const quarters = Array.from({ length: 8 }, (_, n) => NOW + n * 15 * MINUTE);
    const { signals, parked, ended } = await swept(parkedSales(3), refused, ...quarters);
    const asked = signals.map(({ input: { saleId } }) => saleId);
    expect(new Set(asked.slice(0, 3))).toEqual(new Set(['sal_0', 'sal_1', 'sal_2']));
    expect(asked.slice(3, 6)).toEqual(asked.slice(0, 3));
    expect(parked).toEqual([]);
    expect(ended).toBe(0);
  });

  it('asks for nothing where nothing is parked', async () => {
    expect((await swept([aSale()], refused, NOW)).signals).toEqual([]);
  });
});

describe('a sweep of a connection that answers', () => {
  const since = (runs: FakeRuns): string[] => runs.parked.map((input) => input.since);
  const iso = (at: Instant): string => new Date(at).toISOString();

  it('has what is still parked woken by one run an hour, however often it comes or is tried again', async () => {
    const long = { authorizedAt: new Date(ON_THE_HOUR - 100 * HOUR) };
    const at = [0, 0, 15, 59, 60].map((minutes) => ON_THE_HOUR + minutes * MINUTE);
    const runs = await swept(parkedSales(1), long, ...at);
    const [first, next] = [iso(ON_THE_HOUR), iso(ON_THE_HOUR + HOUR)];
    expect(since(runs)).toEqual([first, first, first, first, next]);
    expect(runs.signals).toEqual([]);
  });

  it('leaves it to the run of an authorisation within the hour', async () => {
    const authorizedAt = new Date(ON_THE_HOUR + 10 * MINUTE);
    const runs = await swept(parkedSales(1), { authorizedAt }, ON_THE_HOUR + 20 * MINUTE);
    expect(since(runs)).toEqual([authorizedAt.toISOString()]);
  });

  it('ends its alert, and begins no run where nothing is parked', async () => {
    const runs = await swept([aSale()], {}, NOW);
    expect(runs.ended).toBe(1);
    expect(runs.parked).toEqual([]);
  });
});
