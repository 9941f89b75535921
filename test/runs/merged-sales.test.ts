import { describe, expect, it } from '@jest/globals';
import { wakeMergedSales } from '../../src/runs';
import type { SaleOfRun, SaleWithStatus } from '../../src/runs';
import { saleInput } from '../../src/runs/sale-start';

const aSaleOfRun = (id: string, status: string): SaleWithStatus => ({
  ...{ id, merchantId: 'mer_1', benefit: { status } },
  source: { channel: 'pos' as const, externalId: `x-${id}`, connectionId: null },
});

function aHouse(...sales: SaleWithStatus[]) {
  const moved: string[] = [];
  const told: string[] = [];
  const named: Record<string, string[]> = {};
  return {
    named,
    moved,
    told,
    runs: {
      benefitMoved(sale: SaleOfRun, causeId: string): Promise<void> {
        moved.push(`${sale.id} by ${causeId}`);
        return Promise.resolve();
      },
    },
    store: {
      sales: {
        get: (_merchantId: string, id: string) => Promise.resolve(sales.find((one) => one.id === id) ?? null),
      },
      redemptions: { nameAll: (_merchantId: string, id: string) => Promise.resolve(named[id] ?? []) },
      merges: {
        woken(_merchantId: string, id: string): Promise<void> {
          told.push(id);
          return Promise.resolve();
        },
      },
    },
  };
}

const NOW = Date.parse('2026-03-10T15:00:00Z');

const aMerge = (id: string, ...saleIds: string[]) => ({
  ...{ id, merchantId: 'mer_1', from: 'bia', into: 'ana' },
  saleIds,
});

describe('waking the sales that changed hands', () => {
  it('wakes those whose runs wait for something, and notes each merge as told', async () => {
    const { runs, store, moved, told } = aHouse(
      aSaleOfRun('a', 'active'),
      aSaleOfRun('b', 'pending'),
      aSaleOfRun('c', 'expired'),
    );
    await wakeMergedSales(runs, store, [aMerge('m1', 'a', 'c', 'gone'), aMerge('m2', 'b')], NOW);
    expect(moved).toEqual(['a by m1', 'b by m2']);
    expect(told).toEqual(['m1', 'm2']);
  });

  it('wakes the sales that uses of either customer name from then on, or named before (R46)', async () => {
    const { runs, store, moved, named } = aHouse(aSaleOfRun('a', 'used'), aSaleOfRun('b', 'no_benefit'));
    named.ana = ['a'];
    named.bia = ['b'];
    await wakeMergedSales(runs, store, [aMerge('m1')], NOW);
    expect(moved).toEqual(['a by m1', 'b by m1']);
  });

  it('leaves a merge untold whose sales could not all be woken', async () => {
    const { store, told } = aHouse(aSaleOfRun('a', 'active'));
    const away = { benefitMoved: () => Promise.reject(new Error('away')) };
    await expect(wakeMergedSales(away, store, [aMerge('m1', 'a')], NOW)).rejects.toThrow('away');
    expect(told).toEqual([]);
  });
});

describe('what the run of a sale is told', () => {
  it('is which sale it is, and how long to let a burst of events pass', () => {
    expect(saleInput(aSaleOfRun('a', 'active'), 5_000)).toEqual({
      ...{ merchantId: 'mer_1', saleId: 'a', channel: 'pos', externalId: 'x-a', connectionId: null },
      settleMs: 5_000,
    });
  });
});
