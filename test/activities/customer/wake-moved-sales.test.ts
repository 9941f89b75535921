import { describe, expect, it } from '@jest/globals';
import { wakeMovedSales } from '../../../src/activities/customer/wake-moved-sales';
import type { SalesToWake } from '../../../src/activities/customer/wake-moved-sales';
import type { SaleOfRun } from '../../../src/runs';
import { saleInput } from '../../../src/runs/sale-start';

type StoredSale = NonNullable<Awaited<ReturnType<SalesToWake['sales']['get']>>>;

const aSale = (id: string, status: StoredSale['benefit']['status']): StoredSale => ({
  ...{ id, merchantId: 'mer_1', benefit: { status } },
  source: { channel: 'pos' as const, externalId: `x-${id}`, connectionId: null },
});

/** Rooms with these sales, and a merge that moved `saleIds`. */
function aHouse(sales: StoredSale[], saleIds: string[]) {
  const moved: string[] = [];
  const noted: string[] = [];
  const rooms: SalesToWake = {
    runs: {
      benefitMoved(sale: SaleOfRun, causeId: string): Promise<void> {
        moved.push(`${sale.id} by ${causeId}`);
        return Promise.resolve();
      },
    },
    sales: {
      get: (_merchantId, id) => Promise.resolve(sales.find((one) => one.id === id) ?? null),
    },
    merges: {
      moved: (_merchantId, _id, { skip, limit }) => Promise.resolve(saleIds.slice(skip, skip + limit)),
      woken({ id, undone }): Promise<void> {
        noted.push(`${id}${undone ? ' undone' : ''}`);
        return Promise.resolve();
      },
    },
  };
  return { moved, noted, rooms };
}

const MERGE = { merchantId: 'mer_1', id: 'm1', undone: false };

describe('waking the sales that changed hands', () => {
  it('wakes those whose runs wait for something, and notes the merge as done', async () => {
    const sales = [aSale('a', 'active'), aSale('b', 'pending'), aSale('c', 'expired')];
    const { rooms, moved, noted } = aHouse(sales, ['a', 'c', 'gone', 'b']);
    expect(await wakeMovedSales(rooms, MERGE, 0)).toEqual({ looked: 4, done: true });
    expect([moved, noted]).toEqual([['a by m1', 'b by m1'], ['m1']]);
  });

  it('goes through many in parts, and notes nothing before the last', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => `s${n}`);
    const { rooms, moved, noted } = aHouse(
      ids.map((id) => aSale(id, 'active')),
      ids,
    );
    const undone = { ...MERGE, undone: true };
    expect(await wakeMovedSales(rooms, undone, 0)).toEqual({ looked: 100, done: false });
    expect(await wakeMovedSales(rooms, undone, 100)).toEqual({ looked: 200, done: false });
    expect([moved.length, noted]).toEqual([200, []]);
    expect(await wakeMovedSales(rooms, undone, 200)).toEqual({ looked: 250, done: true });
    expect([moved.length, noted]).toEqual([250, ['m1 undone']]);
  });

  it('leaves a merge unnoted whose sales could not all be woken', async () => {
    const { rooms, noted } = aHouse([aSale('a', 'active')], ['a']);
    rooms.runs.benefitMoved = () => Promise.reject(new Error('away'));
    await expect(wakeMovedSales(rooms, MERGE, 0)).rejects.toThrow('away');
    expect(noted).toEqual([]);
  });
});

describe('what the run of a sale is told', () => {
  it('is which sale it is, and how long to let a burst of events pass', () => {
    expect(saleInput(aSale('a', 'active'), 5_000)).toEqual({
      ...{ merchantId: 'mer_1', saleId: 'a', channel: 'pos', externalId: 'x-a', connectionId: null },
      settleMs: 5_000,
    });
  });
});
