import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/store';
import { NOW, openDatabase } from './a-ledger';
import type { OpenDatabase } from './a-ledger';

let opened: OpenDatabase;
let store: Store;
beforeAll(async () => {
  opened = await openDatabase();
  store = opened.store;
});
afterAll(() => opened.close());

describe('alerts', () => {
  const about = { merchantId: 'mer_alert', kind: 'ledger_misfit' as const, subject: 'ledger' };
  const what = (problems: number) => ({ text: `${problems} divergências`, facts: { problems } });
  const day = (n: number): Date => new Date(NOW + n * 86_400_000);
  const list = (state: 'open' | 'all') => store.alerts.list('mer_alert', { state, limit: 10 });

  it('are raised once by ten at once, refreshed, resolved, and raised anew', async () => {
    const raised = await Promise.all(
      Array.from({ length: 10 }, () => store.alerts.raise(about, what(1), day(0))),
    );
    expect(raised.filter((one) => one.raised)).toHaveLength(1);
    expect(await store.alerts.raise(about, what(2), day(1))).toMatchObject({ raised: false });
    expect(await list('open')).toMatchObject([
      {
        text: '2 divergências',
        facts: { problems: 2 },
        raisedAt: day(0),
        lastSeenAt: day(1),
        resolvedAt: null,
      },
    ]);
    expect(await store.alerts.resolve(about, day(2))).toBe(true);
    expect(await store.alerts.resolve(about, day(2))).toBe(false);
    expect(await list('open')).toEqual([]);
    expect(await store.alerts.raise(about, what(3), day(3))).toMatchObject({ raised: true });
    expect((await list('all')).map(({ resolvedAt }) => resolvedAt)).toEqual([null, day(2)]);
  });

  it('of what goes on by itself end once nobody has met it again for long enough', async () => {
    const stuck = (subject: string) => ({ merchantId: 'mer_stuck', kind: 'step_stuck' as const, subject });
    for (const subject of ['readSale', 'settleBenefit'])
      await store.alerts.raise(stuck(subject), what(1), day(0));
    await store.alerts.raise(stuck('readSale'), what(2), day(1));
    const ended = async (unseenSince: Date): Promise<(string | null)[]> => {
      await store.alerts.resolve({ merchantId: 'mer_stuck', kind: 'step_stuck' }, day(2), unseenSince);
      const open = await store.alerts.list('mer_stuck', { state: 'open', limit: 10 });
      return open.map(({ subject }) => subject).sort();
    };
    expect(await ended(day(0))).toEqual(['readSale', 'settleBenefit']);
    expect(await ended(day(1))).toEqual(['readSale']);
    expect(await ended(new Date(+day(1) + 1))).toEqual([]);
  });
});
