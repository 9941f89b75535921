import { readImportFile } from '../../src/api/import/file';
import { Problem } from '../../src/api/http/problem';
import { orderSchema, toSaleContent, InvalidOrderError } from '../../src/bling/order';
import type { ProgramInput, SaleInput } from './model/input';
import type { SalesFile, Standing } from './model/file';

/*
 * What the product makes of what the world outside tells, as sales that a history holds.
 */

/** When all that these tests tell of has been sold. */
const AFTERWARDS = Date.parse('2026-12-01T15:00:00.000Z');

/** The sale that the product makes of an order of the ERP; null: it is refused. */
export function saleOfProduct(
  json: unknown,
  customerId: string | null,
  { timezone, earning }: ProgramInput,
): SaleInput | null {
  const byProduct = earning.rules.some(({ when }) => when?.skus !== undefined);
  try {
    const read = toSaleContent(orderSchema.parse(json), timezone, byProduct);
    const { externalId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } = read;
    return {
      ...{ id: externalId, externalId, customerId, channel: 'bling' },
      soldAt: new Date(soldAt).toISOString(),
      ...{ totalCents, freightCents, otherExpensesCents, discountCents, items },
    };
  } catch (error) {
    if (error instanceof InvalidOrderError) return null;
    throw error;
  }
}

/** What the product takes of a file: how the sale of each row stands, and what is sold, by e-mail or document. */
export interface FileTaken {
  stands: Standing[];
  sold: SaleInput[];
}

/** Reads a file as the product does; `asked`: a person has to say first what it means. */
export async function fileOfProduct({ titles, rows }: SalesFile): Promise<FileTaken | 'asked'> {
  const csv = [titles, ...rows].map((cells) => cells.join(';')).join('\n');
  const about = { zone: 'America/Sao_Paulo', now: AFTERWARDS, columns: [], statuses: [] };
  try {
    const { sales } = await readImportFile(Buffer.from(csv), { kind: 'sales', ...about });
    const taken = rows.map((_row, index) => sales.find(({ row }) => row === index + 2));
    return {
      stands: taken.map((one) => one?.sale.sourceStatus ?? 'refused'),
      sold: sales
        .filter(({ sale }) => sale.sourceStatus === 'completed')
        .map(({ sale, contact }) => ({
          ...{ id: sale.externalId, customerId: contact?.emails[0] ?? contact?.document ?? null },
          ...{ channel: 'import', soldAt: new Date(sale.soldAt).toISOString(), totalCents: sale.totalCents },
        })),
    };
  } catch (error) {
    if (error instanceof Problem && error.code === 'status_unclear') return 'asked';
    throw error;
  }
}
