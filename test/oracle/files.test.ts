import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fivePercent, program } from './builders';
import { accountOfOracle, accountOfProduct } from './compare';
import { standingsOf } from './model/file';
import { fileOfProduct } from './reading';
import { salesFiles } from './sales-files';
import { PATIENCE_MS, search } from './search';
import type { History, HistoryEvent, SaleInput } from './model/input';
import type { SalesFile, Standing } from './model/file';

const SOLD_AT = '2026-03-10T03:00:00.000Z';

/** What is sold by a file as the oracle reads it: id, total and e-mail have columns of their own. */
function soldByOracle({ titles, rows }: SalesFile, stands: Standing[]): SaleInput[] {
  const at = (title: string, row: string[]): string => row[titles.indexOf(title)]!;
  return rows
    .filter((_row, index) => stands[index] === 'completed')
    .map((row) => ({
      id: at('ID do pedido', row),
      customerId: at('E-mail', row),
      ...{ channel: 'import', soldAt: SOLD_AT, totalCents: Number(at('Total', row).replace(',', '')) },
    }));
}

function purchases(sold: SaleInput[]): History {
  const events = sold.map((sale): HistoryEvent => ({ at: sale.soldAt, do: 'complete', sale }));
  return { program: program([fivePercent]), events };
}

describe('The product against the oracle, over files of sales (R51)', () => {
  it(
    'agrees on how each row stands, on which are refused, on when a person is asked, and on what is earned',
    async () => {
      await fc.assert(
        fc.asyncProperty(salesFiles, async (file) => {
          const [product, stands] = [await fileOfProduct(file), standingsOf(file)];
          if (product === 'asked' || stands === 'asked') return expect(product).toEqual(stands);
          expect(product.stands).toEqual(stands);
          const sold = soldByOracle(file, stands);
          expect(accountOfProduct(purchases(product.sold))).toEqual(accountOfOracle(purchases(sold)));
        }),
        search,
      );
    },
    PATIENCE_MS,
  );
});
