import { describe, expect, it } from '@jest/globals';
import { keepConnections } from '../../../src/activities/lost-run/keep-connections';
import type { Rescued } from '../../../src/runs';
import type { Store, StoreConnection } from '../../../src/store';
import { aConnection, NOW } from '../../api/builders';

const HOUR = 3_600_000;
const ago = (ms: number): Date => new Date(NOW - ms);
const LONG = { createdAt: ago(900 * HOUR), authorizedAt: ago(900 * HOUR) };

interface Sweep {
  connection?: Partial<StoreConnection>;
  how?: Rescued;
  /** Why the company is not called just now. */
  stopped?: 'silence' | 'day';
  failure?: string;
}

/** A sweep of one connection: what was asked of its run, and what became of its alert. */
async function swept({ connection, how = 'there', stopped, failure }: Sweep): Promise<{
  asked: number;
  woken: number;
  alerts: unknown[];
}> {
  const one = aConnection({ ...LONG, ...connection });
  const alerts: unknown[] = [];
  let asked = 0;
  const stores = {
    connections: { list: () => Promise.resolve([one]) },
    reconciliations: { list: () => Promise.resolve(failure === undefined ? [] : [{ failure }]) },
    callStops: {
      of: () => Promise.resolve(new Map(stopped ? [[one.companyId, { why: stopped }]] : [])),
    },
    alerts: {
      raise: ({ kind }: { kind: string }, { facts }: { facts: object }) =>
        Promise.resolve(void alerts.push({ kind, ...facts })),
      resolve: ({ kind }: { kind: string }) => Promise.resolve(void alerts.push(`${kind} over`)),
    },
  } as unknown as Store;
  const rescue = (): Promise<Rescued> => {
    asked += 1;
    return Promise.resolve(how);
  };
  const woken = await keepConnections(stores, rescue, one.merchantId, NOW, (_kind, _id, wake) => wake());
  return { asked, woken, alerts };
}

const behind = { kind: 'connection_behind', connectionId: 'con_1', failing: false, failure: null };
const OVER = ['connection_behind over'];

describe('a sweep of a connection', () => {
  it('wakes its run where that is gone', async () => {
    const found = await swept({ how: 'woken', connection: { reconciledUntil: ago(HOUR) } });
    expect(found).toEqual({ asked: 1, woken: 1, alerts: OVER });
  });

  it('tells of one whose run is there and fails each time, be it compared a moment ago', async () => {
    const { woken, alerts } = await swept({ how: 'failing', connection: { reconciledUntil: ago(0) } });
    expect(woken).toBe(0);
    expect(alerts).toEqual([{ ...behind, failing: true, reconciledUntil: ago(0) }]);
  });

  it('tells of one whose comparisons do not come to their end, and how the last one failed', async () => {
    const reconciledUntil = ago(2 * HOUR);
    const { alerts } = await swept({ connection: { reconciledUntil }, failure: 'Bling.rejected' });
    expect(alerts).toEqual([{ ...behind, reconciledUntil, failure: 'Bling.rejected' }]);
  });

  it.each<[string, Sweep]>([
    ['was compared in time', { connection: { reconciledUntil: ago(1.7 * HOUR) } }],
    [
      'is compared seldom by its owner',
      { connection: { reconciledUntil: ago(18 * HOUR), reconcileEvery: 'PT6H' } },
    ],
    [
      'was authorised a moment ago',
      { connection: { reconciledUntil: ago(90 * HOUR), authorizedAt: ago(HOUR) } },
    ],
    [
      'went on a moment ago after a pause',
      { connection: { reconciledUntil: ago(90 * HOUR), resumedAt: ago(HOUR) } },
    ],
    ['is paused', { connection: { state: 'paused', reconciledUntil: ago(90 * HOUR) } }],
  ])('leaves one alone that %s', async (_what, sweep) => {
    expect((await swept(sweep)).alerts).toEqual(OVER);
  });

  it('does not say twice that Bling is silent, but says that a day’s calls are used up', async () => {
    const late = { connection: { reconciledUntil: ago(2 * HOUR) } };
    expect((await swept({ ...late, stopped: 'silence' })).alerts).toEqual([]);
    expect((await swept({ ...late, stopped: 'day' })).alerts).toHaveLength(1);
    expect((await swept({ ...late, stopped: 'silence', how: 'failing' })).alerts).toHaveLength(1);
  });

  it('asks for no run of one that was given back to Bling, and ends its alert', async () => {
    const held = { as: 'disconnected' as const, at: ago(HOUR), revokedAt: ago(HOUR) };
    const found = await swept({ connection: { state: 'disconnected', held } });
    expect(found).toEqual({ asked: 0, woken: 0, alerts: OVER });
  });
});
