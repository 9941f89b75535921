import { expect, it } from '@jest/globals';
import { dueSales } from '../../../src/store/migration/due-sales';
import type { Mongo, ModelDefinition } from '../../../src/store/mongo';

const SALES = [
  { _id: 'sal_1', merchantId: 'mer_1', status: 'active' },
  { _id: 'sal_2', merchantId: 'mer_2', status: 'pending' },
  { _id: 'sal_3', merchantId: 'mer_2', status: 'active' },
];

/** A database with these sales and no lots, which notes what is looked for. */
function aDatabase(sales: readonly object[]): { mongo: Mongo; lookedFor: Record<string, unknown[]> } {
  const lookedFor: Record<string, unknown[]> = {};
  const of = ({ name }: ModelDefinition<unknown>) => ({
    find(filter: unknown) {
      (lookedFor[name] ??= []).push(filter);
      const query = { sort: () => query, limit: () => query, select: () => query, lean };
      return query;
    },
  });
  const lean = (): Promise<unknown> => Promise.resolve(lookedFor['Lot'] ? [] : sales);
  return { mongo: { of } as unknown as Mongo, lookedFor };
}

it('looks for the lots of sales by their merchants, along the index', async () => {
  const { mongo, lookedFor } = aDatabase(SALES);
  await dueSales.step(mongo, { cursor: null, limit: 10, dryRun: false });
  expect(lookedFor['Lot']).toEqual([
    {
      merchantId: { $in: ['mer_1', 'mer_2'] },
      saleId: { $in: ['sal_1', 'sal_2', 'sal_3'] },
      open: true,
    },
  ]);
});

it('looks for no lots where every sale says already when it is due, or is at its end', async () => {
  const said = SALES.map((sale) => ({ ...sale, nextAt: new Date(0) }));
  const over = SALES.map((sale) => ({ ...sale, status: 'used', nextAt: null }));
  const { mongo, lookedFor } = aDatabase([...said, ...over]);
  await dueSales.step(mongo, { cursor: null, limit: 10, dryRun: false });
  expect(lookedFor['Lot']).toBeUndefined();
});

it('takes a sale of which nothing was due, and which an older version then gave value, for one that does not say it', async () => {
  const { mongo, lookedFor } = aDatabase([{ ...SALES[0]!, nextAt: null }]);
  await dueSales.step(mongo, { cursor: null, limit: 10, dryRun: false });
  expect(lookedFor['Lot']).toEqual([
    { merchantId: { $in: ['mer_1'] }, saleId: { $in: ['sal_1'] }, open: true },
  ]);
});
