import type { Runs } from './runs';
import type { SaleOfRun } from './sale-start';

/** The sales that changed hands when two customers were merged, or a merge was undone. `id`: the merge. */
export interface MovedSales {
  id: string;
  merchantId: string;
  saleIds: readonly string[];
}

/** A sale, and what became of its benefit. */
export type SaleWithStatus = SaleOfRun & { benefit: { status: string } };

/** Where the sales are found, and where it is noted that they were woken. */
export interface SalesToWake {
  sales: { get(merchantId: string, id: string): Promise<SaleWithStatus | null> };
  merges: { woken(merchantId: string, id: string): Promise<void> };
}

/** The states in which a sale's run waits for something and shows it; others have nothing to show. */
const LIVE = ['pending', 'active'];

/**
 * Lets the live sales that changed hands look again, so that their runs show whose they are. A merge is noted as done only
 * when all its sales were woken, so that whoever asks next begins anew with what broke off.
 */
export async function wakeMergedSales(
  runs: Pick<Runs, 'benefitMoved'>,
  { sales, merges }: SalesToWake,
  moved: readonly MovedSales[],
): Promise<void> {
  for (const { id, merchantId, saleIds } of moved) {
    for (const saleId of saleIds) {
      const sale = await sales.get(merchantId, saleId);
      if (sale && LIVE.includes(sale.benefit.status)) await runs.benefitMoved(sale, id);
    }
    await merges.woken(merchantId, id);
  }
}
