import type { Runs } from './runs';
import type { SaleOfRun } from './sale-start';

/** The sales that changed hands when two customers were merged, or a merge was undone. `id`: the merge. */
export interface MovedSales {
  id: string;
  merchantId: string;
  from: string;
  into: string;
  saleIds: readonly string[];
}

/** A sale, and what became of its benefit. */
export type SaleWithStatus = SaleOfRun & { benefit: { status: string } };

/** Where the sales are found, and where it is noted that they were woken. */
export interface SalesToWake {
  sales: { get(merchantId: string, id: string): Promise<SaleWithStatus | null> };
  merges: { woken(merchantId: string, id: string): Promise<void> };
  /** Finds out anew which sales a customer's uses name; answers the sales concerned. */
  redemptions: { nameAll(merchantId: string, customerId: string, now: number): Promise<string[]> };
}

/** The states in which a sale's run waits for something and shows it; others have nothing to show. */
const LIVE = ['pending', 'active'];

/**
 * Lets the live sales that changed hands look again, so that their runs show whose they are, and the sales that uses name now
 * that they and the sales are one customer's, or no longer (R46). A merge is noted as done only when all its sales were woken,
 * so that whoever asks next begins anew with what broke off.
 */
export async function wakeMergedSales(
  runs: Pick<Runs, 'benefitMoved'>,
  { sales, merges, redemptions }: SalesToWake,
  moved: readonly MovedSales[],
  now: number,
): Promise<void> {
  for (const { id, merchantId, from, into, saleIds } of moved) {
    const named = new Set<string>();
    for (const customerId of [into, from])
      for (const saleId of await redemptions.nameAll(merchantId, customerId, now)) named.add(saleId);
    for (const saleId of new Set([...saleIds, ...named])) {
      const sale = await sales.get(merchantId, saleId);
      if (sale && (named.has(saleId) || LIVE.includes(sale.benefit.status)))
        await runs.benefitMoved(sale, id);
    }
    await merges.woken(merchantId, id);
  }
}
