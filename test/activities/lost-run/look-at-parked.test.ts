import { describe, expect, it } from '@jest/globals';
import { lookAtParked } from '../../../src/activities/lost-run/look-at-parked';
import type { Instant, Sale } from '../../../src/loyalty';
import type { Store, StoreConnection } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';
import type { Holdings } from '../../api/fakes/holdings';
import { createFakeRuns } from '../../api/fakes/runs';
import type { FakeRuns } from '../../api/fakes/runs';
import { createFakeStore } from '../../api/fakes/store';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAY_START = NOW - (NOW % DAY);

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
  for (const now of at)
    await lookAtParked({ ...store, alerts } as unknown as Store, runs, merchantId, now, (_kind, _id, look) =>
      look(),
    );
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
  const begun = async (...sweeps: Parameters<typeof swept>): Promise<string[][]> =>
    (await swept(...sweeps)).parked.map(({ since, parkedAfter }) => [
      since,
      ...(parkedAfter === undefined ? [] : [parkedAfter]),
    ]);
  const iso = (at: Instant): string => new Date(at).toISOString();
  const LONG_AGO = new Date(DAY_START - 100 * DAY);

  it('has what is refused by itself asked for by one run a day, however often it comes or is tried again', async () => {
    const at = [0, 0, 15, 23 * 60 + 45, 24 * 60].map((minutes) => DAY_START + minutes * MINUTE);
    const runs = await begun(parkedSales(1), { authorizedAt: LONG_AGO }, ...at);
    const names = runs.map(([name]) => name);
    const [today, tomorrow] = [iso(DAY_START), iso(DAY_START + DAY)];
    expect(names).toEqual([today, today, today, today, tomorrow]);
    expect(runs[0]![1]).toBe(iso(DAY_START - 30 * DAY));
  });

  it.each([
    ['of an authorisation', (at: Date) => ({ authorizedAt: at })],
    ...(['contact', 'invoice'] as const).map((asked): [string, (at: Date) => Partial<StoreConnection>] => [
      `of an answer (${asked})`,
      (at) => ({ authorizedAt: LONG_AGO, answeredAgain: { order: LONG_AGO, [asked]: at } }),
    ]),
  ])('begins the run %s where nobody has, by the same name each time, for a day', async (_of, connection) => {
    const at = new Date(DAY_START + 10 * MINUTE);
    const [soon, later] = [DAY_START + 20 * MINUTE, DAY_START + DAY + 20 * MINUTE];
    const runs = await begun(parkedSales(1), connection(at), soon, soon + 15 * MINUTE, later);
    const days = expect.any(String);
    expect(runs).toEqual([
      [iso(+at)],
      [iso(DAY_START), days],
      [iso(+at)],
      [iso(DAY_START), days],
      [iso(DAY_START + DAY), days],
    ]);
  });

  it('but for NFC-e asks for one of the parked, and leaves the alert; not once it counts them no more', async () => {
    const invoicesRefused = { reason: 'forbidden', asked: 'invoice', since: new Date(NOW) } as const;
    const counting = { invoicesRefused, consumerInvoicesSince: new Date(NOW) };
    const { signals, ended } = await swept(parkedSales(1), counting, NOW);
    expect([signals.length, ended]).toEqual([1, 0]);
    const off = await swept(parkedSales(1), { invoicesRefused }, NOW);
    expect([off.signals.length, off.ended]).toEqual([0, 1]);
  });

  it('ends its alert, and begins no run where nothing is parked', async () => {
    const runs = await swept([aSale()], {}, NOW);
    expect(runs.ended).toBe(1);
    expect(runs.parked).toEqual([]);
  });
});
